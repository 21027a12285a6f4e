// SPDX-License-Identifier: Apache-2.0
// A field of a dialog in which any number of things is chosen, in groups.
import { Button, Checkbox, FormGroup, Title } from '@patternfly/react-core';
import { text } from '../texts/texts';
import type { Choice, Field } from './field';
import { FieldHelp } from './field-help';
import type { Fault } from './field-help';

interface Props extends Fault {
  id: string;
  field: Field & { kind: 'choices' };
  value: string[];
  onChange: (value: string[]) => void;
}

export function Choices({ id, field, value, fault, isHeard, onChange }: Props) {
  const groups = grouped(field.choices);
  const set = (choice: string, on: boolean) =>
    onChange(on ? [...value, choice] : value.filter((one) => one !== choice));
  return (
    <FormGroup
      role="group"
      label={field.label}
      isRequired={field.required ?? false}
      fieldId={id}
      aria-describedby={fault || field.help ? `${id}-help` : undefined}
    >
      {/* Above the choices, of which there may be many. */}
      <FieldHelp id={`${id}-help`} help={field.help} fault={fault} isHeard={isHeard} />
      {groups.map(([group, choices]) => (
        <div key={group} className="heimdall-group">
          {group && (
            <div className="heimdall-acts">
              <Title headingLevel="h3" size="md">
                {group}
              </Title>
              {field.whole && (
                <Button
                  variant="link"
                  isInline
                  aria-label={`${text('chooseAll')}: ${group}`}
                  onClick={() => onChange(withAll(value, choices))}
                >
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
