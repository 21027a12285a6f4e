// SPDX-License-Identifier: Apache-2.0
// What the log shows, as a file: fetched a page at a time by this browser, so that no answer of the server is a large
// one.
import type { Answer, Platform } from '../../shell/platform';
import type { Query } from './filter';

export type Entry = Answer<'/audit-logs'>['data'][number];
export type Format = 'csv' | 'json';

const AT_ONCE = 200;
const COLUMNS = ['created_at', 'action', 'actor_id', 'resource_type', 'resource_id', 'details', 'id'] as const;
const TYPES: Record<Format, string> = { csv: 'text/csv', json: 'application/json' };

/** Every entry that fits; `progress` hears how many there are so far and says whether to go on. */
export async function collect(
  platform: Platform,
  query: Query,
  progress: (count: number) => boolean,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const { data, pagination } = await platform.call('get', '/audit-logs', {
      query: { ...query, cursor, limit: AT_ONCE },
    });
    entries.push(...data);
    cursor = pagination.next_cursor ?? undefined;
  } while (progress(entries.length) && cursor);
  return entries;
}

export function fileOf(entries: Entry[], format: Format): Blob {
  const content =
    format === 'json' ? JSON.stringify(entries, null, 2) : [COLUMNS, ...entries.map(row)].map(line).join('');
  return new Blob([content], { type: TYPES[format] });
}

/** Has the browser save a file. */
export function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function row(entry: Entry) {
  return COLUMNS.map((column) => (column === 'details' ? JSON.stringify(entry.details) : (entry[column] ?? '')));
}

function line(cells: readonly string[]) {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A spreadsheet takes what begins so for a formula, and users choose what they are called. */
function cell(value: string) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
