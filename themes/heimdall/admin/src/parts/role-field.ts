// SPDX-License-Identifier: Apache-2.0
import type { Platform } from '../shell/platform';
import { text } from '../texts/texts';
import type { Field } from './field';

/** What the API gives at once, and how often it is asked: no list to choose from is longer. */
const PAGE = 200;
const PAGES = 50;

/** The names of all roles of the app. */
export async function roleNames(platform: Platform): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const { data, pagination } = await platform.call('get', '/roles', { query: { limit: PAGE, cursor } });
    names.push(...data.map(({ name }) => name));
    cursor = pagination.next_cursor ?? undefined;
    if (cursor === undefined) {
      break;
    }
  }
  return names;
}

/** One of the app's roles; the one that there is can be kept, whatever the list has. */
export async function roleField(platform: Platform, value = 'member'): Promise<Field> {
  const names = await roleNames(platform);
  const choices = [...new Set([...names, value])].map((name) => ({ value: name, label: name }));
  return { kind: 'select', name: 'role_name', label: text('role'), choices, value };
}
