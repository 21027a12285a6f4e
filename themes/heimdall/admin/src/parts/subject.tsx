// SPDX-License-Identifier: Apache-2.0
// A page that shows a list, or one of it where the address names one.
import { Stack, StackItem } from '@patternfly/react-core';
import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Warning } from './notices';

/** The id that the address names; null for the list. */
export const SubjectContext = createContext<string | null>(null);

export interface One {
  id: string;
  /** Hears of an id that nothing has. */
  onUnknown: () => void;
  /** Hears that it is no more, and where the list is. */
  onGone: (said: string, list: string) => void;
}

interface Props {
  /** What is said where there is nothing of that id. */
  unknown: (id: string) => string;
  /** Gets what is said of one that is gone. */
  list: (said: string | null) => ReactNode;
  one: (one: One) => ReactNode;
}

/** What the address names; the list, with words, where there is no such thing. */
export function Subject({ unknown, list, one }: Props) {
  const id = useContext(SubjectContext);
  const [missing, setMissing] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (id !== null) {
      setSaid(null);
    }
  }, [id]);
  if (id !== null && id !== missing) {
    const onGone = (what: string, address: string) => {
      setSaid(what);
      location.replace(address);
    };
    return <>{one({ id, onUnknown: () => setMissing(id), onGone })}</>;
  }
  return (
    <Stack hasGutter>
      {id !== null && <Warning title={unknown(id)} />}
      <StackItem>{list(said)}</StackItem>
    </Stack>
  );
}
