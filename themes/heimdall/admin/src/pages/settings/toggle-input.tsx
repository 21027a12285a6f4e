// SPDX-License-Identifier: Apache-2.0
import { FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { text } from '../../texts/texts';
import { Duration } from './duration';
import type { Stored } from './stored';
import type { Toggle } from './toggle';

export interface Setting {
  toggle: Toggle;
  value: string;
  stored: Stored;
  /** What is wrong with what is entered. */
  fault?: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

/** What a toggle is set by, other than a switch. */
export function ToggleInput({ id, toggle, value, stored, fault, isDisabled, onChange }: Setting & { id: string }) {
  const { control } = toggle;
  const common = {
    id,
    value,
    isDisabled,
    'aria-describedby': `${id}-help`,
    onChange: (_: unknown, next: string) => onChange(next),
  };
  switch (control.kind) {
    case 'choice':
      return (
        <FormSelect {...common} className="heimdall-short">
          {Object.entries(control.options).map(([option, label]) => (
            <FormSelectOption key={option} value={option} label={text(label)} />
          ))}
        </FormSelect>
      );
    case 'role':
      return (
        <FormSelect {...common} className="heimdall-short">
          {(stored.roles.includes(value) ? stored.roles : [value, ...stored.roles]).map((role) => (
            <FormSelectOption key={role} value={role} label={role} />
          ))}
        </FormSelect>
      );
    case 'number':
      return (
        <TextInput
          {...common}
          className="heimdall-short"
          type="number"
          isRequired
          validated={fault ? 'error' : 'default'}
          min={control.min}
          max={control.max}
        />
      );
    case 'duration':
      return (
        <Duration
          id={id}
          label={text(toggle.label)}
          describedBy={`${id}-help`}
          value={value}
          min={control.min}
          max={control.max}
          isWrong={fault !== undefined}
          isDisabled={isDisabled}
          onChange={onChange}
        />
      );
    case 'items':
      return <TextInput {...common} placeholder={control.sample} />;
    default:
      return <TextInput {...common} type="url" placeholder="https://app.example.com" />;
  }
}
