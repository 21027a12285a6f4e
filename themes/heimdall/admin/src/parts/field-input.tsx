// SPDX-License-Identifier: Apache-2.0
// The fields of a dialog's form.
import { FormGroup, FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import { Choices } from './choices';
import { idOfField } from './field';
import type { Field } from './field';
import { FieldHelp } from './field-help';
import type { Fault } from './field-help';

interface Props extends Fault {
  field: Field;
  value: string | string[];
  onChange: (value: string | string[]) => void;
}

export function FieldInput({ field, value, fault, isHeard, onChange }: Props) {
  const id = idOfField(field);
  if (field.kind === 'choices') {
    return <Choices {...{ id, field, fault, isHeard, onChange }} value={value as string[]} />;
  }
  return (
    <FormGroup label={field.label} isRequired={field.required ?? false} fieldId={id}>
      <Control id={id} field={field} value={value as string} fault={fault} onChange={onChange} />
      <FieldHelp id={`${id}-help`} help={field.help} fault={fault} isHeard={isHeard} />
    </FormGroup>
  );
}

interface ControlProps {
  id: string;
  field: Field;
  value: string;
  fault?: string;
  onChange: (value: string) => void;
}

function Control({ id, field, value, fault, onChange }: ControlProps) {
  const common = {
    id,
    value,
    isRequired: field.required ?? false,
    validated: fault ? ('error' as const) : ('default' as const),
    'aria-describedby': fault || field.help ? `${id}-help` : undefined,
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
