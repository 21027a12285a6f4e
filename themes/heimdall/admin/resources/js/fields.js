// SPDX-License-Identifier: Apache-2.0
// The fields of a form. Each has a name, a label (the key of a text), a type and, for choices, its options.
import { element } from './elements.js';
import { text } from './texts.js';

const id = (field) => `heimdall-field-${field.name}`;

export function formGroup(field) {
  const choices = field.type === 'choices';
  const label = element('span', { class: 'pf-v5-c-form__label-text' }, text(field.label));
  const star = field.required ? [element('span', { class: 'pf-v5-c-form__label-required', 'aria-hidden': 'true' }, ' *')] : [];
  const help = field.help
    ? [element('div', { class: 'pf-v5-c-form__helper-text', id: `${id(field)}-help` }, text(field.help))]
    : [];
  return element(
    choices ? 'fieldset' : 'div',
    { class: 'pf-v5-c-form__group' },
    element(
      choices ? 'legend' : 'div',
      { class: 'pf-v5-c-form__group-label' },
      element(choices ? 'span' : 'label', { class: 'pf-v5-c-form__label', for: choices ? null : id(field) }, label, ...star),
    ),
    element('div', { class: 'pf-v5-c-form__group-control' }, control(field), ...help),
  );
}

function control(field) {
  if (field.type === 'choices') {
    return element('div', { class: 'heimdall-choices' }, ...field.options.map((option) => choice(field, option)));
  }
  const attributes = {
    id: id(field),
    name: field.name,
    required: field.required,
    'aria-describedby': field.help ? `${id(field)}-help` : null,
  };
  const input =
    field.type === 'select'
      ? element('select', attributes, ...field.options.map((option) => element('option', { selected: option === field.value }, option)))
      : element('input', { ...attributes, type: field.type, value: field.value, min: field.min, max: field.max, maxlength: field.maxlength, autocomplete: 'off' });
  return element('span', { class: 'pf-v5-c-form-control' }, input);
}

function choice(field, option) {
  const optionId = `${id(field)}-${option}`;
  return element(
    'div',
    { class: 'pf-v5-c-check' },
    element('input', {
      class: 'pf-v5-c-check__input',
      type: 'checkbox',
      id: optionId,
      name: field.name,
      value: option,
      checked: field.value?.includes(option),
    }),
    element('label', { class: 'pf-v5-c-check__label', for: optionId }, option),
  );
}

/** What was entered, as the API takes it; an empty field is left out. */
export function valuesOf(form, fields) {
  const data = new FormData(form);
  const values = {};
  for (const { name, type } of fields) {
    const value = data.get(name);
    if (type === 'choices') {
      values[name] = data.getAll(name);
    } else if (value) {
      values[name] = typed(type, value);
    }
  }
  return values;
}

function typed(type, value) {
  switch (type) {
    case 'number':
      return Number(value);
    case 'datetime-local':
      return new Date(value).toISOString();
    default:
      return value.trim();
  }
}
