// SPDX-License-Identifier: Apache-2.0
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateHeader,
  Stack,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { ActButton, ActButtons } from './act-buttons';
import { useActs } from './acts';
import type { Act } from './acts';
import { useLoaded } from './loaded';
import { Done, Problem } from './notices';
import { Waiting } from './waiting';

interface Props<T> {
  /** What is said where there is none. */
  empty: { title: string; body: string };
  load: () => Promise<T | null>;
  create: Act<void>;
  acts: Act<T>[];
  children: (value: T) => ReactNode;
}

/** Something that an app has once or not at all, with what can be done to it. */
export function Single<T>({ empty, load, create, acts, children }: Props<T>) {
  const { value, error, reload } = useLoaded(async () => ({ there: await load() }), []);
  const acting = useActs(reload);
  return (
    <Stack hasGutter>
      <Done what={acting.done} />
      {error && <Problem error={error} retry={reload} />}
      {acting.error && <Problem error={acting.error} isAnswer />}
      {!value && !error && <Waiting />}
      {value?.there && (
        <>
          <ActButtons acts={acts} subject={value.there} start={acting.start} variant="secondary" />
          {children(value.there)}
        </>
      )}
      {value && !value.there && (
        <EmptyState variant="sm">
          <EmptyStateHeader titleText={empty.title} headingLevel="h2" />
          <EmptyStateBody>{empty.body}</EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <ActButton act={create} subject={undefined} start={acting.start} />
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      )}
      {acting.dialog}
    </Stack>
  );
}
