// SPDX-License-Identifier: Apache-2.0
import type { Platform } from '../shell/platform';
import { text } from '../texts/texts';
import type { Field } from './field';

/** One of the app's roles. */
export async function roleField(platform: Platform, value = 'member'): Promise<Field> {
  const { data: roles } = await platform.call('get', '/roles', { query: { limit: 200 } });
  const choices = roles.map(({ name }) => ({ value: name, label: name }));
  return { kind: 'select', name: 'role_name', label: text('role'), choices, value };
}
