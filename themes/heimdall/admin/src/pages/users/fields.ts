// SPDX-License-Identifier: Apache-2.0
import type { Field } from '../../parts/field';
import { text } from '../../texts/texts';
import { STATUSES } from './status';

export function statusField(value = 'suspended'): Field {
  const choices = Object.entries(STATUSES).map(([status, { label }]) => ({ value: status, label: text(label) }));
  return { kind: 'select', name: 'status', label: text('status'), choices, value };
}
