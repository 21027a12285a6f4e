// SPDX-License-Identifier: Apache-2.0
import { Stack, StackItem } from '@patternfly/react-core';
import { useState } from 'react';
import { changesOf } from '../../parts/changes';
import { Dotted } from '../../parts/dotted';
import { Listing } from '../../parts/listing';
import { UserName } from '../../parts/user-name';
import { Time } from '../../parts/time';
import { usePlatform } from '../../shell/platform';
import { isForbidden } from '../../shell/refusal';
import { text, time } from '../../texts/texts';
import type { Entry } from './export';
import { ExportButtons } from './export-buttons';
import { ALL, queryOf } from './filter';
import { FilterForm } from './filter-form';
import './audit-log.css';

/** What the log calls a user to whom something was done: by themselves, and by admins. */
const USERS: (string | null)[] = ['end_user', 'user'];

/**
 * Whether an admin, a machine client or a backend did it; the log tells those deeds with the path of what was changed.
 */
function isAdmins({ details }: Entry): boolean {
  return details['path'] !== undefined;
}

export default function AuditLog() {
  const platform = usePlatform();
  const [filter, setFilter] = useState(ALL);
  const [refused, setRefused] = useState(false);
  return (
    <Stack hasGutter>
      {!refused && (
        <StackItem>
          <FilterForm filter={filter} onFilter={setFilter} />
        </StackItem>
      )}
      <StackItem>
        <Listing<Entry>
          title={text('auditLog')}
          empty={{ title: text('noEntries'), body: text(filter === ALL ? 'noEntriesBody' : 'noneFits') }}
          load={async (cursor) => {
            const query = { ...(await queryOf(platform, filter)), cursor };
            return platform.call('get', '/audit-logs', { query }).catch((error: unknown) => {
              setRefused(isForbidden(error));
              throw error;
            });
          }}
          values={[filter]}
          idOf={({ id }) => id}
          nameOf={({ action, created_at }) => `${action} ${time(created_at)}`}
          filters={<ExportButtons filter={filter} />}
          columns={[
            { label: text('when'), value: ({ created_at }) => <Time value={created_at} /> },
            {
              label: text('actor'),
              room: 'wide',
              value: (entry) => (
                <UserName id={entry.actor_id} unknown={isAdmins(entry) ? text('anAdmin') : undefined} />
              ),
            },
            { label: text('event'), value: ({ action }) => <Dotted value={action} /> },
            {
              label: text('what'),
              value: ({ resource_type, resource_id }) => (
                <>
                  {resource_type ?? '–'} {USERS.includes(resource_type) ? <UserName id={resource_id} /> : resource_id}
                </>
              ),
            },
            {
              label: text('details'),
              value: ({ details }) => <span className="heimdall-excerpt">{changesOf(details) || '–'}</span>,
            },
          ]}
          acts={[
            {
              label: text('show'),
              ask: (entry) => ({
                title: entry.action,
                help: time(entry.created_at),
                content: JSON.stringify(entry, null, 2),
              }),
            },
          ]}
        />
      </StackItem>
    </Stack>
  );
}
