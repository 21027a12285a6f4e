// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';
import { focusHeading, isFocusLost } from './heading';
import type { Ending, Question } from './question';

/** What can be done to something, or, without one, to the list. */
export interface Act<T> {
  label: string | ((subject: T) => string);
  /** What is asked first; its fields may have to be loaded. */
  ask: (subject: T) => Question | Promise<Question>;
  /** What is said when it is done; nothing of what shows something only. */
  done?: (subject: T) => string;
  when?: (subject: T) => boolean;
  /** Whether what it does cannot be undone. */
  danger?: boolean;
}

export interface Acting {
  start: <T>(act: Act<T>, subject: T) => Promise<void>;
  attempt: (work: () => Promise<void>) => Promise<void>;
  /** What was done last. */
  done: string | null;
  error: Error | null;
  /** Stands anywhere in the page. */
  dialog: ReactNode;
}

/** Counts what was pressed: of all of a page, the last alone may ask. */
let latest = 0;

/** Asks for what an act needs and does it; `after` shows what became of it. */
export function useActs(after: () => Promise<void>): Acting {
  const [asked, setAsked] = useState<{ turn: number; question: Question; done: string | null } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);

  const attempt = async (work: () => Promise<void>) => {
    setDone(null);
    setError(null);
    try {
      await work();
    } catch (refusal) {
      setError(refusal as Error);
    }
  };
  const [closed, setClosed] = useState(0);
  useEffect(() => {
    // The button that asked may be gone, with what was deleted; it has the focus otherwise.
    if (closed > 0 && isFocusLost()) {
      focusHeading();
    }
  }, [closed]);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const start = async <T,>(act: Act<T>, subject: T) => {
    const turn = ++latest;
    const isLate = () => gone.current || turn !== latest;
    setDone(null);
    setError(null);
    try {
      const question = await act.ask(subject);
      if (!isLate()) {
        setAsked({ turn, question, done: question.said ?? act.done?.(subject) ?? null });
      }
    } catch (refusal) {
      if (!isLate()) {
        setError(refusal as Error);
      }
    }
  };
  const close = async (ending: Ending, said?: string) => {
    const what = said ?? asked!.done;
    setAsked(null);
    if (ending !== 'left') {
      await after();
    }
    if (ending === 'done') {
      setDone(what);
    }
    setClosed((before) => before + 1);
  };
  // What one question was answered must not become the answer to another.
  const dialog = asked && <Dialog key={asked.turn} question={asked.question} onClose={close} />;
  return { start, attempt, done, error, dialog };
}

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
