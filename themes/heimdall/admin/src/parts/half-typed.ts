// SPDX-License-Identifier: Apache-2.0
import { text } from '../texts/texts';

/**
 * What is wrong with the inputs in which something stands that is no value yet, as half of a date, by the inputs' ids.
 * The browser tells the value of such a one as empty, and no event of it: it must be asked before anything is sent.
 */
export function halfTyped(form: HTMLFormElement): Record<string, string> {
  const inputs = [...form.querySelectorAll('input')].filter(({ validity }) => validity.badInput);
  return Object.fromEntries(inputs.map(({ id, type }) => [id, text(type === 'number' ? 'noNumber' : 'noTime')]));
}
