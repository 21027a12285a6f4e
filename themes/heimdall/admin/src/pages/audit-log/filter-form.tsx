// SPDX-License-Identifier: Apache-2.0
import { Button, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { FieldHelp } from '../../parts/field-help';
import { halfTyped } from '../../parts/half-typed';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';
import { ALL } from './filter';
import type { Filter } from './filter';

/** To choose from; the log has more than these. */
const ACTIONS = [
  'api_key.created',
  'app.updated',
  'auth.refresh.refused',
  'auth.session.created',
  'auth.session.revoked',
  'auth.signin.failed',
  'role.created',
  'role.deleted',
  'role.updated',
  'tenant.created',
  'tenant.deleted',
  'tenant.member.added',
  'tenant.member.removed',
  'tenant.member.role_changed',
  'user.contact_verified',
  'user.deleted',
  'user.identity.linked',
  'user.identity.unlinked',
  'user.mfa.factor_disabled',
  'user.mfa.factor_enrolled',
  'user.password_change.failed',
  'user.password_changed',
  'user.password_reset.completed',
  'user.password_reset.requested',
  'user.role_changed',
  'user.signup',
  'user.updated',
];

const FIELDS: [name: keyof Filter, label: TextKey, type: 'text' | 'datetime-local'][] = [
  ['actor', 'actor', 'text'],
  ['action', 'event', 'text'],
  ['since', 'since', 'datetime-local'],
  ['until', 'until', 'datetime-local'],
];

const OUTCOMES = { '': 'anyOutcome', succeeded: 'didSucceed', failed: 'didFail' } satisfies Record<string, TextKey>;

const idOf = (name: keyof Filter) => `heimdall-${name}`;

/** What is wrong with two times, between which nothing can be. */
function backwards({ since, until }: Filter): Record<string, string> {
  return since && until && since > until ? { [idOf('until')]: text('untilTooEarly') } : {};
}

export function FilterForm({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const [entered, setEntered] = useState(filter);
  /** What is wrong, by the inputs' ids. */
  const [faults, setFaults] = useState<Record<string, string>>({});
  /** Counts what was cleared: half of a date goes with its input alone. */
  const [turn, setTurn] = useState(0);
  const enter = (name: keyof Filter, value: string) => {
    setEntered((before) => ({ ...before, [name]: value }));
    setFaults({});
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = { ...backwards(entered), ...halfTyped(event.currentTarget) };
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) {
      document.getElementById(first)?.focus();
      return;
    }
    onFilter({ ...entered, actor: entered.actor.trim(), action: entered.action.trim() });
  };
  return (
    <Form onSubmit={send} className="heimdall-filters">
      {FIELDS.map(([name, label, type]) => (
        <FormGroup key={`${name} ${turn}`} label={text(label)} fieldId={idOf(name)}>
          <TextInput
            id={idOf(name)}
            type={type}
            value={entered[name]}
            maxLength={255}
            list={name === 'action' ? 'heimdall-actions' : undefined}
            validated={faults[idOf(name)] ? 'error' : 'default'}
            aria-describedby={faults[idOf(name)] && `${idOf(name)}-help`}
            onChange={(_, value) => enter(name, value)}
          />
          <FieldHelp id={`${idOf(name)}-help`} fault={faults[idOf(name)]} isHeard />
        </FormGroup>
      ))}
      <datalist id="heimdall-actions">
        {ACTIONS.map((action) => (
          <option key={action} value={action} />
        ))}
      </datalist>
      <FormGroup label={text('outcome')} fieldId="heimdall-outcome">
        <FormSelect id="heimdall-outcome" value={entered.outcome} onChange={(_, value) => enter('outcome', value)}>
          {Object.entries(OUTCOMES).map(([value, label]) => (
            <FormSelectOption key={value} value={value} label={text(label)} />
          ))}
        </FormSelect>
      </FormGroup>
      <div className="heimdall-acts">
        <Button type="submit">{text('filter')}</Button>
        <Button
          variant="link"
          onClick={() => {
            setEntered(ALL);
            setFaults({});
            setTurn((before) => before + 1);
            onFilter(ALL);
          }}
        >
          {text('clear')}
        </Button>
      </div>
    </Form>
  );
}
