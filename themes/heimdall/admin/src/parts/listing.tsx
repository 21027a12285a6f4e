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
import type { ReactNode } from 'react';
import type { Paged } from '../shell/platform';
import { isForbidden } from '../shell/refusal';
import { text } from '../texts/texts';
import { ActButton, ActButtons } from './act-buttons';
import { useActs } from './acts';
import type { Act } from './acts';
import { More } from './more';
import { Done, Problem } from './notices';
import { usePages } from './pages';
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
  /** What was done elsewhere, and is said here. */
  said?: string | null;
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
  said,
}: Props<T>) {
  const { rows, error: failure, reload, more, loading, chosen, choose } = usePages(load, values);
  const { start, attempt, done, error, dialog } = useActs(reload, said);

  /** Who may not see the list can do nothing with it as a whole. */
  const refused = isForbidden(failure);
  const picked = (rows ?? []).filter((row) => chosen.includes(idOf(row)));
  const isFilled = rows !== null && rows.length > 0;
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
              {whole && isFilled && (
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
      {error && <Problem error={error} isAnswer />}
      {failure && <Problem error={failure} retry={reload} />}
      {!rows && !failure && <Waiting />}
      {rows?.length === 0 && (
        <EmptyState variant="sm">
          <EmptyStateHeader titleText={empty.title} headingLevel="h2" />
          <EmptyStateBody>{empty.body}</EmptyStateBody>
        </EmptyState>
      )}
      {isFilled && (
        <StackItem>
          <Rows
            title={title}
            rows={rows}
            columns={columns}
            idOf={idOf}
            nameOf={nameOf}
            acts={acts}
            start={start}
            choice={bulk && { chosen, choose }}
          />
        </StackItem>
      )}
      {more && (
        <StackItem>
          <More label={text('more')} isLoading={loading} onClick={() => attempt(more)} />
        </StackItem>
      )}
      {dialog}
    </Stack>
  );
}
