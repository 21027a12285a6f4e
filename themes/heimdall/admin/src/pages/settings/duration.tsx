// SPDX-License-Identifier: Apache-2.0
import { FormSelect, FormSelectOption, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { measure, text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

interface Unit {
  seconds: number;
  label: TextKey;
  /** The browser's. */
  name: string;
}

/** The largest first. */
const UNITS: Unit[] = [
  { seconds: 86_400, label: 'days', name: 'day' },
  { seconds: 3_600, label: 'hoursUnit', name: 'hour' },
  { seconds: 60, label: 'minutes', name: 'minute' },
  { seconds: 1, label: 'seconds', name: 'second' },
];

/** The largest unit in which a time is a whole number. */
function unitOf(seconds: number) {
  return UNITS.find((unit) => seconds >= unit.seconds && seconds % unit.seconds === 0) ?? UNITS[2]!;
}

/** Whole seconds; empty where nothing is typed. */
function secondsOf(typed: string, unit: Unit): string {
  return typed === '' ? '' : String(Math.round(Number(typed) * unit.seconds));
}

/** A time in words. */
export function inWords(seconds: number): string {
  const unit = unitOf(seconds);
  return measure(seconds / unit.seconds, unit.name);
}

interface Props {
  id: string;
  label: string;
  describedBy: string;
  /** Seconds; empty where nothing is entered. */
  value: string;
  min: number;
  max: number;
  isWrong: boolean;
  isDisabled: boolean;
  onChange: (seconds: string) => void;
}

/** A time, in a unit of one's choice. */
export function Duration({ id, label, describedBy, value, min, max, isWrong, isDisabled, onChange }: Props) {
  const [unit, setUnit] = useState(() => unitOf(Number(value)));
  /** What was typed stays as it is, though a second is the smallest part that counts. */
  const [typed, setTyped] = useState('');
  const whole = value === '' ? '' : String(Number(value) / unit.seconds);
  const entered = value === secondsOf(typed, unit) ? typed : whole;
  const enter = (next: string, of: Unit) => {
    setTyped(next);
    onChange(secondsOf(next, of));
  };
  return (
    <InputGroup className="heimdall-short">
      <InputGroupItem isFill>
        <TextInput
          id={id}
          type="number"
          isRequired
          min={Math.ceil(min / unit.seconds)}
          max={Math.floor(max / unit.seconds)}
          value={entered}
          isDisabled={isDisabled}
          validated={isWrong ? 'error' : 'default'}
          aria-describedby={describedBy}
          onChange={(_, next) => enter(next, unit)}
        />
      </InputGroupItem>
      <InputGroupItem>
        <FormSelect
          aria-label={text('unitOf', label)}
          value={unit.label}
          isDisabled={isDisabled}
          onChange={(_, chosen) => {
            const next = UNITS.find(({ label }) => label === chosen)!;
            setUnit(next);
            enter(entered, next);
          }}
        >
          {UNITS.filter(({ seconds }) => seconds <= max).map(({ label: name }) => (
            <FormSelectOption key={name} value={name} label={text(name)} />
          ))}
        </FormSelect>
      </InputGroupItem>
    </InputGroup>
  );
}
