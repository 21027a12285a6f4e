// SPDX-License-Identifier: Apache-2.0
import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';
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

/** Asks for what an act needs and does it; `after` shows what became of it. */
export function useActs(after: () => Promise<void>): Acting {
  const [asked, setAsked] = useState<{ question: Question; done: string | null } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);

  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    try {
      await work();
    } catch (refusal) {
      setError(refusal as Error);
    }
  };
  const start = <T,>(act: Act<T>, subject: T) => {
    setDone(null);
    return attempt(async () => {
      const question = await act.ask(subject);
      setAsked({ question, done: question.said ?? act.done?.(subject) ?? null });
    });
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
  };
  return { start, attempt, done, error, dialog: asked && <Dialog question={asked.question} onClose={close} /> };
}

interface Props<T> {
  acts: Act<T>[];
  subject: T;
  /** Of the subject, for whoever hears the buttons without seeing the row. */
  name?: string;
  start: Acting['start'];
  variant?: 'link' | 'secondary';
}

export function ActButtons<T>({ acts, subject, name, start, variant = 'link' }: Props<T>) {
  return (
    <span className="heimdall-acts">
      {acts
        .filter(({ when }) => !when || when(subject))
        .map((act) => {
          const label = typeof act.label === 'string' ? act.label : act.label(subject);
          return (
            <Button
              key={label}
              variant={variant}
              isInline={variant === 'link'}
              isDanger={act.danger ?? false}
              aria-label={name && `${label}: ${name}`}
              onClick={() => start(act, subject)}
            >
              {label}
            </Button>
          );
        })}
    </span>
  );
}
