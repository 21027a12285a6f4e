// SPDX-License-Identifier: Apache-2.0
import type { Paged } from '../shell/platform';

/** Rows that are shown at first, and that are added by a click. */
const ROWS = 50;

/**
 * Cuts a list that comes whole into pages, for as many rows as a browser can show; it is asked for anew for the first
 * one.
 */
export function cut<T>(load: () => Promise<{ data: T[] }>): (cursor?: string) => Promise<Paged<T>> {
  let whole: T[] = [];
  return async (cursor) => {
    if (cursor === undefined) {
      whole = (await load()).data;
    }
    const from = Number(cursor ?? 0);
    const next = from + ROWS;
    return { data: whole.slice(from, next), pagination: { next_cursor: next < whole.length ? String(next) : null } };
  };
}
