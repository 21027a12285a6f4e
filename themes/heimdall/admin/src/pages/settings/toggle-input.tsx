// SPDX-License-Identifier: Apache-2.0
import { FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { text } from '../../texts/texts';
import { Duration } from './duration';
import type { Toggle } from './toggle';
import type { Stored } from './stored';

interface Props {
  id: string;
  toggle: Toggle;
  value: string;
  stored: Stored;
  isWrong: boolean;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

/** What a toggle that is no flag is set by. */
export function ToggleInput({ id, toggle, value, stored, isWrong, isDisabled, onChange }: Props) {
  const { control } = toggle;
  const common = {
    id,
    value,
    isDisabled,
    validated: isWrong ? ('error' as const) : ('default' as const),
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
          isWrong={isWrong}
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
