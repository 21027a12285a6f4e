// SPDX-License-Identifier: Apache-2.0
import { FormSelect, FormSelectOption, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { measure, text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

/** The largest first; `name` is the browser's. */
const UNITS: { seconds: number; label: TextKey; name: string }[] = [
  { seconds: 86_400, label: 'days', name: 'day' },
  { seconds: 3_600, label: 'hoursUnit', name: 'hour' },
  { seconds: 60, label: 'minutes', name: 'minute' },
  { seconds: 1, label: 'seconds', name: 'second' },
];

/** The largest unit in which a time is a whole number. */
function unitOf(seconds: number) {
  return UNITS.find((unit) => seconds >= unit.seconds && seconds % unit.seconds === 0) ?? UNITS[2]!;
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
  isDisabled: boolean;
  onChange: (seconds: string) => void;
}

/** A time, in a unit of one's choice. */
export function Duration({ id, label, describedBy, value, min, max, isDisabled, onChange }: Props) {
  const [unit, setUnit] = useState(() => unitOf(Number(value)));
  const entered = value === '' ? '' : String(Number(value) / unit.seconds);
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
          aria-describedby={describedBy}
          onChange={(_, typed) => onChange(typed === '' ? '' : String(Math.round(Number(typed) * unit.seconds)))}
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
            onChange(entered === '' ? '' : String(Math.round(Number(entered) * next.seconds)));
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
