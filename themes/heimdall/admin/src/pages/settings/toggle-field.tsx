// SPDX-License-Identifier: Apache-2.0
import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Switch,
  TextInput,
} from '@patternfly/react-core';
import { realmForKcadm } from '../../parts/commands';
import { number, text } from '../../texts/texts';
import { Duration, inWords } from './duration';
import type { Toggle } from './toggle';
import type { Stored } from './stored';

interface Props {
  toggle: Toggle;
  value: string;
  stored: Stored;
  /** What is wrong with what is entered. */
  fault?: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

/** The id of what it is set by. */
export function idOfToggle({ name }: Toggle): string {
  return `heimdall-set-${name}`;
}

export function ToggleField({ toggle, value, stored, fault, isDisabled, onChange }: Props) {
  const { name, help, danger, control } = toggle;
  const id = idOfToggle(toggle);
  const label = text(toggle.label);
  const inherited = inheritedOf(name, stored);
  const isDanger = danger?.value.split(' ').includes(value);
  const flag = control.kind === 'flag';
  const standard = defaultOf(toggle, stored);
  return (
    <FormGroup label={flag ? undefined : label} fieldId={id}>
      {flag ? (
        <Switch
          id={id}
          label={label}
          isChecked={value === 'true'}
          isDisabled={isDisabled}
          aria-describedby={`${id}-help`}
          onChange={(_, on) => onChange(String(on))}
        />
      ) : (
        <Input {...{ id, toggle, value, stored, fault, isDisabled, onChange }} />
      )}
      <FormHelperText id={`${id}-help`}>
        <HelperText>
          {fault && (
            <HelperTextItem variant="error" hasIcon>
              {fault}
            </HelperTextItem>
          )}
          <HelperTextItem>
            {text(help)} {standard !== null && text('default', standard)}
          </HelperTextItem>
          {inherited && <HelperTextItem variant="indeterminate">{inherited}</HelperTextItem>}
          {isDanger && (
            <HelperTextItem variant="warning" hasIcon>
              {text((stored.hasTab && danger!.withTab) || danger!.warning, realmForKcadm(stored.realm))}
            </HelperTextItem>
          )}
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}

function Input({ id, toggle, value, stored, fault, isDisabled, onChange }: Props & { id: string }) {
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

/** What holds of the realm itself too. */
function inheritedOf(name: string, { inherited }: Stored): string | null {
  if (name === 'max_failed_login_attempts') {
    return inherited.failures === null ? text('realmLocksNobody') : text('realmLocks', number(inherited.failures));
  }
  if (name === 'password_min_length' && inherited.passwordPolicy) {
    return text('realmPolicy', inherited.passwordPolicy);
  }
  return null;
}

function defaultOf({ name, control }: Toggle, { defaults }: Stored): string | null {
  const value = defaults[name];
  if (value === undefined) {
    return null;
  }
  switch (control.kind) {
    case 'flag':
      return text(value === 'true' ? 'on' : 'off');
    case 'choice':
      return text(control.options[value]!);
    case 'number':
      return number(Number(value));
    case 'duration':
      return inWords(Number(value));
    default:
      return value || text('empty');
  }
}
