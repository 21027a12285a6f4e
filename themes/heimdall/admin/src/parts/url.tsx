// SPDX-License-Identifier: Apache-2.0
import { Fragment } from 'react';

/** An address; where there is no room for it, it breaks behind a slash if it can. */
export function Url({ value }: { value: string }) {
  return (
    <code className="heimdall-secret">
      {value.split(/(?<=\/)(?=[^/])/).map((part, place) => (
        <Fragment key={place}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}
