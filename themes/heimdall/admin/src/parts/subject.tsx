// SPDX-License-Identifier: Apache-2.0
// A page that shows a list, or one of it where the address names one.
import { Stack, StackItem } from '@patternfly/react-core';
import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { Warning } from './notices';

/** The id that the address names; null for the list. */
export const SubjectContext = createContext<string | null>(null);

interface Props {
  /** What is said where there is nothing of that id. */
  unknown: (id: string) => string;
  list: ReactNode;
  /** Hears of an id that nothing has. */
  one: (id: string, onUnknown: () => void) => ReactNode;
}

/** What the address names; the list, with words, where there is no such thing. */
export function Subject({ unknown, list, one }: Props) {
  const id = useContext(SubjectContext);
  const [missing, setMissing] = useState<string | null>(null);
  if (id !== null && id !== missing) {
    return <>{one(id, () => setMissing(id))}</>;
  }
  return (
    <Stack hasGutter>
      {id !== null && <Warning title={unknown(id)} />}
      <StackItem>{list}</StackItem>
    </Stack>
  );
}
