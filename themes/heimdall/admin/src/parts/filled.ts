// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '../shell/refusal';
import { text } from '../texts/texts';
import type { Entered, Field } from './field';

/**
 * An empty field is not sent, and the API would take it for one that stays as it is. Throws where one is empty that
 * must not be.
 */
export function requireFilled(fields: Field[], values: Entered) {
  const missing = fields.filter(({ name, required }) => {
    const value = values[name];
    return required && (typeof value === 'string' ? !value.trim() : !value?.length);
  });
  if (missing.length) {
    const faults = Object.fromEntries(
      missing.map(({ name, kind }) => [name, text(kind === 'choices' ? 'chooseSome' : 'fillIn')]),
    );
    throw new Refusal(400, text('fillInAll', missing.map(({ label }) => label).join(', ')), faults);
  }
}
