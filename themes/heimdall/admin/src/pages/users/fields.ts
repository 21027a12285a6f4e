// SPDX-License-Identifier: Apache-2.0
import type { Field } from '../../parts/fields';
import type { Platform } from '../../shell/platform';
import { text } from '../../texts/texts';
import { STATUSES } from './status';

export async function roleField(platform: Platform, value = 'member'): Promise<Field> {
  const { data: roles } = await platform.call('get', '/roles', { query: { limit: 200 } });
  const choices = roles.map(({ name }) => ({ value: name, label: name }));
  return { kind: 'select', name: 'role_name', label: text('role'), choices, value };
}

export function statusField(value = 'suspended'): Field {
  const choices = Object.entries(STATUSES).map(([status, { label }]) => ({ value: status, label: text(label) }));
  return { kind: 'select', name: 'status', label: text('status'), choices, value };
}
