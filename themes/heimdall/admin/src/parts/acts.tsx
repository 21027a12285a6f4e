// SPDX-License-Identifier: Apache-2.0
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
  /** Takes the admin elsewhere when it is done, with what is said, as nothing is left here. */
  leave?: (said: string) => void;
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

interface Asked {
  turn: number;
  question: Question;
  done: string | null;
  leave?: (said: string) => void;
}

/** Asks for what an act needs and does it; `after` shows what became of it. `said` is what was done elsewhere. */
export function useActs(after: () => Promise<void>, said: string | null = null): Acting {
  const [asked, setAsked] = useState<Asked | null>(null);
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
  // Not at once: a screen reader says only what comes to where it looks.
  useEffect(() => setDone(said), [said]);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  // The dialog keeps the page for as long as it is there.
  useEffect(() => leaving?.(), [leaving]);
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
        setAsked({ turn, question, done: question.said ?? act.done?.(subject) ?? null, leave: act.leave });
      }
    } catch (refusal) {
      if (!isLate()) {
        setError(refusal as Error);
      }
    }
  };
  const close = async (ending: Ending, sentence?: string) => {
    const what = sentence ?? asked!.done;
    const { leave } = asked!;
    setAsked(null);
    if (ending === 'done' && leave) {
      setLeaving(() => () => leave(what ?? ''));
      return;
    }
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
