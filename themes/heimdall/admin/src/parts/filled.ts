// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '../shell/refusal';
import { text } from '../texts/texts';
import { idOfField } from './field';
import type { Entered, Field } from './field';
import { halfTyped } from './half-typed';

/**
 * An empty field is not sent, and the API would take it for one that stays as it is. Throws where one is empty that
 * must not be, or that only seems to be.
 */
export function requireFilled(form: HTMLFormElement, fields: Field[], values: Entered) {
  const broken = halfTyped(form);
  const faulty = fields.flatMap((field) => {
    const fault = broken[idOfField(field)] ?? (isMissing(field, values) ? missing(field) : undefined);
    return fault === undefined ? [] : [{ field, fault }];
  });
  if (faulty.length) {
    const faults = Object.fromEntries(faulty.map(({ field, fault }) => [field.name, fault]));
    throw new Refusal(400, text('fillInAll', faulty.map(({ field }) => field.label).join(', ')), faults);
  }
}

function isMissing({ name, required }: Field, values: Entered): boolean {
  const value = values[name];
  return (required ?? false) && (typeof value === 'string' ? !value.trim() : !value?.length);
}

function missing({ kind }: Field): string {
  return text(kind === 'choices' ? 'chooseSome' : 'fillIn');
}
