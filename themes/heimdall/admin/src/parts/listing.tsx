// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  EmptyState,
  EmptyStateBody,
  EmptyStateHeader,
  Stack,
  StackItem,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { text } from '../texts/texts';
import { Dialog } from './dialog';
import type { Question } from './dialog';
import { useLoaded } from './loaded';
import { Done, Problem } from './notices';
import { Waiting } from './waiting';

export interface Column<T> {
  label: string;
  value: (row: T) => ReactNode;
}

/** What can be done to a row, or, without one, to the list. */
export interface Act<T> {
  label: string | ((row: T) => string);
  /** What is asked first; its fields may have to be loaded. */
  ask: (row: T) => Question | Promise<Question>;
  /** What is said when it is done. */
  done: (row: T) => string;
  when?: (row: T) => boolean;
}

interface Page<T> {
  data: T[];
  pagination: { next_cursor: string | null };
}

interface Props<T> {
  title: string;
  /** What is said where there is no row. */
  empty: { title: string; body: string };
  load: (cursor?: string) => Promise<Page<T>>;
  /** The list is loaded anew where one of these changes. */
  values?: readonly unknown[];
  /** Tells rows apart. */
  idOf: (row: T) => string;
  nameOf: (row: T) => string;
  columns: Column<T>[];
  create?: Act<void>;
  acts?: Act<T>[];
  filters?: ReactNode;
}

/** A list, loaded a page at a time, with what can be done to its rows. */
export function Listing<T>({ title, empty, load, values = [], idOf, nameOf, columns, create, acts = [], filters }: Props<T>) {
  const [more, setMore] = useState<Page<T>[]>([]);
  const first = useLoaded(async () => {
    const page = await load();
    setMore([]);
    return page;
  }, values);
  const [asked, setAsked] = useState<{ question: Question; done: string } | null>(null);
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
  const start = <R,>(act: Act<R>, row: R) => {
    setDone(null);
    return attempt(async () => setAsked({ question: await act.ask(row), done: act.done(row) }));
  };
  const close = async (happened: boolean) => {
    const what = asked!.done;
    setAsked(null);
    if (happened) {
      await first.reload();
      setDone(what);
    }
  };

  const pages = first.value ? [first.value, ...more] : [];
  const rows = pages.flatMap(({ data }) => data);
  const next = pages.at(-1)?.pagination.next_cursor;
  return (
    <Stack hasGutter>
      <Done what={done} />
      {(create || filters) && (
        <StackItem>
          <Toolbar inset={{ default: 'insetNone' }}>
            <ToolbarContent>
              {filters}
              {create && (
                <ToolbarItem>
                  <Button onClick={() => start(create, undefined)}>{create.label as string}</Button>
                </ToolbarItem>
              )}
            </ToolbarContent>
          </Toolbar>
        </StackItem>
      )}
      {[error, first.error].map((problem, place) => problem && <Problem key={place} error={problem} />)}
      {!first.value && !first.error && <Waiting />}
      {first.value && rows.length === 0 && (
        <EmptyState variant="sm">
          <EmptyStateHeader titleText={empty.title} headingLevel="h2" />
          <EmptyStateBody>{empty.body}</EmptyStateBody>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <StackItem>
          <Table aria-label={title} variant="compact">
            <Thead>
              <Tr>
                {columns.map(({ label }) => (
                  <Th key={label}>{label}</Th>
                ))}
                {acts.length > 0 && <Th>{text('actions')}</Th>}
              </Tr>
            </Thead>
            <Tbody>
              {rows.map((row) => (
                <Tr key={idOf(row)}>
                  {columns.map(({ label, value }) => (
                    <Td key={label} dataLabel={label}>
                      {value(row)}
                    </Td>
                  ))}
                  {acts.length > 0 && (
                    <Td dataLabel={text('actions')}>
                      <Acts acts={acts} row={row} name={nameOf(row)} start={start} />
                    </Td>
                  )}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </StackItem>
      )}
      {next && (
        <StackItem>
          <Button
            variant="link"
            isInline
            onClick={() =>
              attempt(async () => {
                const following = await load(next);
                setMore((before) => [...before, following]);
              })
            }
          >
            {text('more')}
          </Button>
        </StackItem>
      )}
      {asked && <Dialog question={asked.question} onClose={close} />}
    </Stack>
  );
}

interface ActsProps<T> {
  acts: Act<T>[];
  row: T;
  name: string;
  start: (act: Act<T>, row: T) => void;
}

function Acts<T>({ acts, row, name, start }: ActsProps<T>) {
  return (
    <span className="heimdall-acts">
      {acts
        .filter(({ when }) => !when || when(row))
        .map((act) => {
          const label = typeof act.label === 'string' ? act.label : act.label(row);
          return (
            <Button key={label} variant="link" isInline aria-label={`${label}: ${name}`} onClick={() => start(act, row)}>
              {label}
            </Button>
          );
        })}
    </span>
  );
}
