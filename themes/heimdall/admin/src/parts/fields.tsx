// SPDX-License-Identifier: Apache-2.0
// The fields of a dialog's form.
import {
  Button,
  Checkbox,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
  Title,
} from '@patternfly/react-core';
import { text } from '../texts/texts';

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

interface Props {
  field: Field;
  value: string | string[];
  onChange: (value: string | string[]) => void;
}

export function FieldInput({ field, value, onChange }: Props) {
  const id = `heimdall-field-${field.name}`;
  if (field.kind === 'choices') {
    return <Choices id={id} field={field} value={value as string[]} onChange={onChange} />;
  }
  return (
    <FormGroup label={field.label} isRequired={field.required ?? false} fieldId={id}>
      <Control id={id} field={field} value={value as string} onChange={onChange} />
      {field.help && (
        <FormHelperText id={`${id}-help`}>
          <HelperText>
            <HelperTextItem>{field.help}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

function Control({ id, field, value, onChange }: { id: string; field: Field; value: string; onChange: (value: string) => void }) {
  const common = {
    id,
    value,
    isRequired: field.required ?? false,
    'aria-describedby': field.help ? `${id}-help` : undefined,
    onChange: (_: unknown, next: string) => onChange(next),
  };
  switch (field.kind) {
    case 'select':
      return (
        <FormSelect {...common}>
          {field.choices.map((choice) => (
            <FormSelectOption key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </FormSelect>
      );
    case 'lines':
      return <TextArea {...common} maxLength={field.most} resizeOrientation="vertical" />;
    case 'number':
      return <TextInput {...common} type="number" min={field.min} max={field.max} />;
    case 'time':
      return <TextInput {...common} type="datetime-local" />;
    case 'choices':
      return null;
    default:
      return <TextInput {...common} type={field.kind} maxLength={field.most} autoComplete="off" />;
  }
}

function Choices({ id, field, value, onChange }: { id: string; field: Field & { kind: 'choices' } } & Omit<Props, 'field' | 'value'> & { value: string[] }) {
  const groups = grouped(field.choices);
  const set = (choice: string, on: boolean) => onChange(on ? [...value, choice] : value.filter((one) => one !== choice));
  return (
    <FormGroup role="group" label={field.label} isRequired={field.required ?? false} fieldId={id}>
      {groups.map(([group, choices]) => (
        <div key={group} className="heimdall-group">
          {group && (
            <div className="heimdall-acts">
              <Title headingLevel="h3" size="md">
                {group}
              </Title>
              {field.whole && (
                <Button variant="link" isInline aria-label={`${text('chooseAll')}: ${group}`} onClick={() => onChange(withAll(value, choices))}>
                  {text('chooseAll')}
                </Button>
              )}
            </div>
          )}
          <div className="heimdall-choices">
            {choices.map((choice) => (
              <Checkbox
                key={choice.value}
                id={`${id}-${choice.value}`}
                label={choice.label}
                description={choice.help}
                isChecked={value.includes(choice.value)}
                onChange={(_, on) => set(choice.value, on)}
              />
            ))}
          </div>
        </div>
      ))}
    </FormGroup>
  );
}

function withAll(value: string[], choices: Choice[]) {
  return [...new Set([...value, ...choices.map((choice) => choice.value)])];
}

function grouped(choices: Choice[]): [string, Choice[]][] {
  const groups = new Map<string, Choice[]>();
  choices.forEach((choice) => {
    const group = choice.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  });
  return [...groups];
}
