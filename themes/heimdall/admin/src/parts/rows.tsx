// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { text } from '../texts/texts';
import { ActButtons } from './act-buttons';
import type { Act, Acting } from './acts';

export interface Column<T> {
  label: string;
  /** Names, emails and ids, which are long and are to be read whole; numbers and states, which are short. */
  room?: 'wide' | 'short';
  value: (row: T) => ReactNode;
}

interface Props<T> {
  title: string;
  rows: T[];
  columns: Column<T>[];
  idOf: (row: T) => string;
  nameOf: (row: T) => string;
  acts: Act<T>[];
  start: Acting['start'];
  /** The ids of the rows that are chosen, where rows can be. */
  choice?: { chosen: string[]; choose: (ids: string[]) => void };
}

export function Rows<T>({ title, rows, columns, idOf, nameOf, acts, start, choice }: Props<T>) {
  const ids = rows.map(idOf);
  const acting = rows.some((row) => acts.some(({ when }) => !when || when(row)));
  const flip = (id: string, on: boolean) =>
    choice!.choose(on ? [...choice!.chosen, id] : choice!.chosen.filter((other) => other !== id));
  return (
    <Table aria-label={title} variant="compact">
      <Thead>
        <Tr>
          {choice && (
            <Th screenReaderText={text('choose')}>
              <Checkbox
                id="heimdall-choose-all"
                aria-label={text('chooseAll')}
                isChecked={ids.every((id) => choice.chosen.includes(id))}
                onChange={(_, on) => choice.choose(on ? ids : [])}
              />
            </Th>
          )}
          {columns.map(({ label }) => (
            <Th key={label}>{label}</Th>
          ))}
          {acting && <Th>{text('actions')}</Th>}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={idOf(row)}>
            {choice && (
              <Td dataLabel={text('choose')}>
                <Checkbox
                  id={`heimdall-choose-${idOf(row)}`}
                  aria-label={text('chooseOne', nameOf(row))}
                  isChecked={choice.chosen.includes(idOf(row))}
                  onChange={(_, on) => flip(idOf(row), on)}
                />
              </Td>
            )}
            {columns.map(({ label, value, room }) => (
              <Td key={label} dataLabel={label} className={room && `heimdall-${room}-column`}>
                {/* A narrow cell is a grid, in which each part would stand on a line of its own. */}
                <div>{value(row)}</div>
              </Td>
            ))}
            {acting && (
              <Td dataLabel={text('actions')}>
                <ActButtons acts={acts} subject={row} name={nameOf(row)} start={start} />
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
