// SPDX-License-Identifier: Apache-2.0
// JSON whose numbers stay as they were written: a browser makes 1 of 1.0, and another number of one with many digits.

/** Begins a string that stands for such a number; no text of the API begins so, as the database takes none. */
const MARK = '\u0000';

const TOKENS = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MARKED = /"\\u0000(-?\d[\d.eE+-]*)"/g;

/** What the text says, with marked strings for numbers that a browser cannot keep. Throws where it is no JSON. */
export function parsed(json: string) {
  return JSON.parse(
    json.replace(TOKENS, (token) =>
      token.startsWith('"') || String(Number(token)) === token ? token : JSON.stringify(MARK + token),
    ),
  );
}

/** The JSON of a value, with the numbers that `parsed` marked. */
export function written(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(MARKED, '$1');
}
