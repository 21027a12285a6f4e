// SPDX-License-Identifier: Apache-2.0
import { Fragment } from 'react';

/** What code calls it, such as an event; where there is no room for it, it breaks after a dot or an underscore. */
export function Dotted({ value }: { value: string }) {
  return (
    <code>
      {value.split(/(?<=[._])/).map((part, place) => (
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}
