// SPDX-License-Identifier: Apache-2.0
import { time } from '../texts/texts';

/** A time in a column; where there is no room for it, it breaks between day and time of day alone. */
export function Time({ value }: { value: string | null }) {
  const written = time(value);
  const end = written.lastIndexOf(',') + 1;
  return (
    <>
      {end > 0 && <span className="heimdall-whole">{written.slice(0, end)}</span>}{' '}
      <span className="heimdall-whole">{written.slice(end).trim()}</span>
    </>
  );
}
