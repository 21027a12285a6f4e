// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import type { Act, Acting } from './acts';

interface ButtonProps<T> {
  act: Act<T>;
  subject: T;
  /** Of the subject, for whoever hears the button without seeing the row. */
  name?: string;
  start: Acting['start'];
  variant?: 'link' | 'primary' | 'secondary';
}

/** Shows at once that it was pressed, as what it asks may have to be loaded. */
export function ActButton<T>({ act, subject, name, start, variant = 'primary' }: ButtonProps<T>) {
  const [waiting, setWaiting] = useState(0);
  const label = typeof act.label === 'string' ? act.label : act.label(subject);
  const press = async () => {
    setWaiting((before) => before + 1);
    await start(act, subject);
    setWaiting((before) => before - 1);
  };
  return (
    <Button
      variant={variant}
      isInline={variant === 'link'}
      isDanger={act.danger ?? false}
      isLoading={waiting > 0}
      aria-label={name && `${label}: ${name}`}
      // One that is disabled would lose the focus, which comes back when the dialog is closed.
      onClick={press}
    >
      {label}
    </Button>
  );
}

interface Props<T> extends Omit<ButtonProps<T>, 'act'> {
  acts: Act<T>[];
  variant?: 'link' | 'secondary';
}

export function ActButtons<T>({ acts, subject, variant = 'link', ...others }: Props<T>) {
  return (
    <span className="heimdall-acts">
      {acts
        .filter(({ when }) => !when || when(subject))
        .map((act) => (
          <ActButton
            key={typeof act.label === 'string' ? act.label : act.label(subject)}
            {...{ act, subject, variant }}
            {...others}
          />
        ))}
    </span>
  );
}
