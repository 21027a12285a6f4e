// SPDX-License-Identifier: Apache-2.0
import { ActionGroup, Button, Form, FormSection, Text } from '@patternfly/react-core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { realmForKcadm } from '../../parts/commands';
import { halfTyped } from '../../parts/half-typed';
import { Done, Problem } from '../../parts/notices';
import { useLoaded } from '../../parts/loaded';
import { SaveBar } from '../../parts/save-bar';
import { Unsaved } from '../../parts/unsaved';
import { Waiting } from '../../parts/waiting';
import { usePlatform } from '../../shell/platform';
import { Refusal } from '../../shell/refusal';
import { text } from '../../texts/texts';
import { wrongIn } from './checks';
import { SECTIONS } from './sections';
import { idOf, ToggleField } from './toggle-field';
import { load, save } from './stored';
import type { Values } from './stored';
import type { Section } from './toggle';

export default function Settings() {
  const platform = usePlatform();
  const { value: stored, error, reload } = useLoaded(() => load(platform), [platform]);
  const [changed, setChanged] = useState<Values>({});
  const [saving, setSaving] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  /** Counts saves and cancels, so that the fields forget what they were at. */
  const [turn, setTurn] = useState(0);
  /** The realm is no app any more, and nothing of one can be asked. */
  const [isOff, setOff] = useState(false);

  if (isOff) {
    return <Done what={text('appTurnedOff', realmForKcadm(platform.realm))} />;
  }
  if (error) {
    return <Problem error={error} retry={reload} />;
  }
  if (!stored) {
    return <Waiting />;
  }

  const change = (name: string, value: string) => {
    setDone(null);
    setRefusal((before) => (before instanceof Refusal ? before.without(name) : before));
    setChanged(({ [name]: _, ...others }) =>
      value === stored.values[name] ? others : { ...others, [name]: value },
    );
  };
  const forget = () => {
    setChanged({});
    setRefusal(null);
    setTurn((before) => before + 1);
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = wrongIn(changed, halfTyped(event.currentTarget));
    setRefusal(wrong);
    if (wrong) {
      document.getElementById(idOf(Object.keys(wrong.faults)[0]!))?.focus();
      return;
    }
    setSaving(true);
    try {
      await save(platform, stored, changed);
      if (changed['enabled'] === 'false') {
        setOff(true);
        return;
      }
      await reload();
      forget();
      setDone(text('settingsSaved'));
    } catch (problem) {
      setRefusal(problem as Error);
    } finally {
      setSaving(false);
    }
  };
  const isChanged = Object.keys(changed).length > 0;
  const idle = saving || !isChanged;
  const shown = ({ title, help, toggles = [], parts = [] }: Section, level: 'h2' | 'h3') => (
    <FormSection key={title} title={text(title)} titleElement={level}>
      {help && <Text>{text(help)}</Text>}
      {toggles.map((toggle) => (
        <ToggleField
          key={`${toggle.name} ${turn}`}
          toggle={toggle}
          value={changed[toggle.name] ?? stored.values[toggle.name] ?? ''}
          stored={stored}
          fault={refusal instanceof Refusal ? refusal.faults[toggle.name] : undefined}
          isDisabled={saving}
          onChange={(value) => change(toggle.name, value)}
        />
      ))}
      {parts.map((part) => shown(part, 'h3'))}
    </FormSection>
  );
  return (
    <Form onSubmit={send} isWidthLimited>
      {SECTIONS.map((section) => shown(section, 'h2'))}
      <SaveBar isSaving={saving} turn={turn}>
        <Done what={done} />
        {refusal && <Problem error={refusal} />}
        <ActionGroup>
          <Button type="submit" isDisabled={idle} isLoading={saving}>
            {text('save')}
          </Button>
          <Button variant="link" isDisabled={idle} onClick={forget}>
            {text('undo')}
          </Button>
        </ActionGroup>
      </SaveBar>
      <Unsaved changes={isChanged} />
    </Form>
  );
}
