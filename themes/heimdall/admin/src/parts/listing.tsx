// SPDX-License-Identifier: Apache-2.0
import {
  EmptyState,
  EmptyStateBody,
  EmptyStateHeader,
  Stack,
  StackItem,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Paged } from '../shell/platform';
import { isForbidden } from '../shell/refusal';
import { text } from '../texts/texts';
import { ActButton, ActButtons, useActs } from './acts';
import type { Act } from './acts';
import { useLoaded } from './loaded';
import { More } from './more';
import { Done, Problem } from './notices';
import { Rows } from './rows';
import type { Column } from './rows';
import { Waiting } from './waiting';

interface Props<T> {
  title: string;
  /** What is said where there is no row. */
  empty: { title: string; body: string };
  load: (cursor?: string) => Promise<Paged<T>>;
  /** The list is loaded anew where one of these changes. */
  values?: readonly unknown[];
  /** Tells rows apart. */
  idOf: (row: T) => string;
  nameOf: (row: T) => string;
  columns: Column<T>[];
  create?: Act<void>;
  /** What can be done to the whole list, where it has rows. */
  whole?: Act<void>;
  acts?: Act<T>[];
  /** What can be done to several rows at once. */
  bulk?: Act<T[]>[];
  filters?: ReactNode;
}

/** A list, loaded a page at a time, with what can be done to its rows. */
export function Listing<T>({
  title,
  empty,
  load,
  values = [],
  idOf,
  nameOf,
  columns,
  create,
  whole,
  acts = [],
  bulk,
  filters,
}: Props<T>) {
  const [more, setMore] = useState<Paged<T>[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const first = useLoaded(async () => {
    const page = await load();
    setMore([]);
    setChosen([]);
    return page;
  }, values);
  const { start, attempt, done, error, dialog } = useActs(first.reload);

  const pages = first.value ? [first.value, ...more] : [];
  /** Who may not see the list can do nothing with it as a whole. */
  const refused = isForbidden(first.error);
  const rows = pages.flatMap(({ data }) => data);
  const picked = rows.filter((row) => chosen.includes(idOf(row)));
  const next = pages.at(-1)?.pagination?.next_cursor;
  return (
    <Stack hasGutter>
      <Done what={done} />
      {(create || whole || filters) && !refused && (
        <StackItem>
          <Toolbar inset={{ default: 'insetNone' }}>
            <ToolbarContent>
              {filters}
              {create && (
                <ToolbarItem>
                  <ActButton act={create} subject={undefined} start={start} />
                </ToolbarItem>
              )}
              {whole && rows.length > 0 && (
                <ToolbarItem>
                  <ActButton act={whole} subject={undefined} start={start} variant="secondary" />
                </ToolbarItem>
              )}
            </ToolbarContent>
          </Toolbar>
        </StackItem>
      )}
      {bulk && picked.length > 0 && (
        <StackItem className="heimdall-bulk">
          <span>{text('chosen', picked.length)}</span>
          <ActButtons acts={bulk} subject={picked} start={start} variant="secondary" />
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
          <Rows
            title={title}
            rows={rows}
            columns={columns}
            idOf={idOf}
            nameOf={nameOf}
            acts={acts}
            start={start}
            choice={bulk && { chosen, choose: setChosen }}
          />
        </StackItem>
      )}
      {next && (
        <StackItem>
          <More
            label={text('more')}
            onClick={() =>
              attempt(async () => {
                const following = await load(next);
                setMore((before) => [...before, following]);
              })
            }
          />
        </StackItem>
      )}
      {dialog}
    </Stack>
  );
}
