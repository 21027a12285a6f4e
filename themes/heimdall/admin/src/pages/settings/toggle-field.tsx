// SPDX-License-Identifier: Apache-2.0
import { FormGroup, FormHelperText, HelperText, HelperTextItem, Switch } from '@patternfly/react-core';
import { realmForKcadm } from '../../parts/commands';
import { number, text } from '../../texts/texts';
import { inWords } from './duration';
import type { Toggle } from './toggle';
import { ToggleInput } from './toggle-input';
import type { Stored } from './stored';

interface Props {
  toggle: Toggle;
  value: string;
  stored: Stored;
  /** What is wrong with the value. */
  fault?: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

/** Of the control of the toggle with this name. */
export const idOf = (name: string) => `heimdall-set-${name}`;

export function ToggleField({ toggle, value, stored, fault, isDisabled, onChange }: Props) {
  const { name, help, danger, control } = toggle;
  const id = idOf(name);
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
        <ToggleInput {...{ id, toggle, value, stored, isDisabled, onChange }} isWrong={fault !== undefined} />
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
