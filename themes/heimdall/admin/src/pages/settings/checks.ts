// SPDX-License-Identifier: Apache-2.0
// What the page refuses before the server does, which knows the toggles by other names and in other units.
import { Refusal } from '../../shell/refusal';
import { number, text } from '../../texts/texts';
import { inWords } from './duration';
import { TOGGLES } from './sections';
import type { Values } from './stored';
import type { Control } from './toggle';
import { idOf } from './toggle-field';

/** An origin of a web page, `https` unless it is the developer's own machine. */
const ORIGIN = /^(https:\/\/[a-z0-9.-]+|https?:\/\/(localhost|127\.0\.0\.1))(:\d+)?$/i;
const WHOLE = /^\d+$/;

/**
 * What is wrong with what is to be saved; null where nothing is. An empty value asks for the default, but where half of
 * one stands in the input, which `broken` tells by the inputs' ids.
 */
export function wrongIn(changed: Values, broken: Record<string, string>): Refusal | null {
  const wrong = TOGGLES.flatMap(({ name, label, control }) => {
    const why = broken[idOf(name)] ?? (changed[name]?.trim() ? faultIn(control, changed[name]) : null);
    return why === null ? [] : [{ name, label: text(label), why }];
  });
  if (!wrong.length) {
    return null;
  }
  const faults = Object.fromEntries(wrong.map(({ name, why }) => [name, why]));
  return new Refusal(400, text('settingsWrong', wrong.map(({ label }) => label).join(', ')), faults);
}

function faultIn(control: Control, value: string): string | null {
  switch (control.kind) {
    case 'number':
      return isWithin(control, value) ? null : text('wholeNumber', number(control.min), number(control.max));
    case 'duration':
      return isWithin(control, value) ? null : text('timeFromTo', inWords(control.min), inWords(control.max));
    case 'items': {
      const strangers = value.split(',').filter((item) => item.trim() && !control.form.test(item.trim()));
      return strangers.length ? text('noItems', strangers.join(', ').trim(), control.sample) : null;
    }
    case 'origin':
      return ORIGIN.test(value.trim()) ? null : text('noOrigin');
    default:
      return null;
  }
}

function isWithin({ min, max }: { min: number; max: number }, value: string) {
  return WHOLE.test(value) && Number(value) >= min && Number(value) <= max;
}
