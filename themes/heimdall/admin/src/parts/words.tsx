// SPDX-License-Identifier: Apache-2.0
import { Fragment } from 'react';

/** Several, with commas; none of them is broken. */
export function Words({ words }: { words: string[] }) {
  return (
    <>
      {words.map((word, place) => (
        <Fragment key={word}>
          {place > 0 && ' '}
          <span className="heimdall-whole">{place < words.length - 1 ? `${word},` : word}</span>
        </Fragment>
      ))}
    </>
  );
}
