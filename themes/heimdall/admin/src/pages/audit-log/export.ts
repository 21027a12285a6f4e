// SPDX-License-Identifier: Apache-2.0
// What the log shows, as a file: fetched a page at a time by this browser, so that no answer of the server is a large
// one.
import type { Answer, Platform } from '../../shell/platform';
import { number, text } from '../../texts/texts';
import type { Query } from './filter';

export type Entry = Answer<'/audit-logs'>['data'][number];
export type Format = 'csv' | 'json';

const AT_ONCE = 200;
const COLUMNS = ['created_at', 'action', 'actor_id', 'resource_type', 'resource_id', 'details', 'id'] as const;
const TYPES: Record<Format, string> = { csv: 'text/csv;charset=utf-8', json: 'application/json' };

/** Without it a spreadsheet takes the text for one of the system's own encoding. */
const UTF_8 = '\ufeff';

export interface Collected {
  entries: Entry[];
  /** Whether there is nothing else that fits. */
  isWhole: boolean;
}

/**
 * Every entry that fits; `progress` hears how many there are so far and says whether to go on. Throws, and has nothing,
 * where one page does not come.
 */
export async function collect(
  platform: Platform,
  query: Query,
  progress: (count: number) => boolean,
): Promise<Collected> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const page = await platform
      .call('get', '/audit-logs', { query: { ...query, cursor, limit: AT_ONCE } })
      .catch((error: Error) => {
        throw broken(entries.length, error.message);
      });
    const next = page?.pagination?.next_cursor ?? undefined;
    if (!Array.isArray(page?.data) || (next !== undefined && next === cursor)) {
      throw broken(entries.length, text('notOfTheApi'));
    }
    entries.push(...page.data);
    cursor = next;
  } while (progress(entries.length) && cursor);
  return { entries, isWhole: cursor === undefined };
}

function broken(count: number, why: string) {
  return new Error(text('exportBroken', number(count), why));
}

/** What a file is called; one that is not whole says so. */
export function nameOf({ entries, isWhole }: Collected, realm: string, format: Format): string {
  return `${realm}-audit-log${isWhole ? '' : `-first-${entries.length}`}.${format}`;
}

export function fileOf(entries: Entry[], format: Format): Blob {
  const content =
    format === 'json' ? JSON.stringify(entries, null, 2) : UTF_8 + [COLUMNS, ...entries.map(row)].map(line).join('');
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

/**
 * A spreadsheet takes what begins so for a formula, and strangers choose what they try to sign in as. Where the comma
 * is no separator, as in German, quotes inside a line count for nothing, and a semicolon, a tab or a break begins a
 * cell.
 */
const FORMULA = /^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[\s"']*[=+\-@＝＋－＠])/g;

function cell(value: string) {
  return `"${value.replace(FORMULA, "'").replaceAll('"', '""')}"`;
}
