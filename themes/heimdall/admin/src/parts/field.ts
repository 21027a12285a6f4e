// SPDX-License-Identifier: Apache-2.0
// What a dialog's form asks for, and what of it is sent.

interface Base {
  /** As the API names it. */
  name: string;
  label: string;
  help?: string;
  required?: boolean;
}

export interface Choice {
  value: string;
  label: string;
  help?: string;
  /** Choices of one group stand together, below this. */
  group?: string;
}

export type Field = Base &
  (
    | { kind: 'text' | 'email' | 'url'; value?: string; most?: number }
    | { kind: 'lines'; value?: string; most?: number }
    | { kind: 'number'; value?: string; min: number; max: number }
    | { kind: 'time'; value?: string }
    | { kind: 'select'; value?: string; choices: Choice[] }
    | {
        kind: 'choices';
        value?: string[];
        choices: Choice[];
        /** Whether a group can be chosen whole. */
        whole?: boolean;
      }
  );

/** The id of what it is entered in. */
export function idOfField({ name }: Field): string {
  return `heimdall-field-${name}`;
}

/** What stands in the fields, by their names. */
export type Entered = Record<string, string | string[]>;

export function entered(fields: Field[]): Entered {
  return Object.fromEntries(fields.map((field) => [field.name, field.value ?? initial(field)]));
}

function initial(field: Field) {
  if (field.kind === 'choices') {
    return [];
  }
  return field.kind === 'select' ? (field.choices[0]?.value ?? '') : '';
}

/** What was entered, as the API takes it; an empty field is left out. */
export function asSent(fields: Field[], values: Entered): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (Array.isArray(value)) {
      sent[field.name] = value;
    } else if (value?.trim()) {
      sent[field.name] = typed(field, value.trim());
    }
  }
  return sent;
}

function typed(field: Field, value: string) {
  switch (field.kind) {
    case 'number':
      return Number(value);
    case 'time':
      return new Date(value).toISOString();
    default:
      return value;
  }
}
