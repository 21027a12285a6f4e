// SPDX-License-Identifier: Apache-2.0
import { FormSelect, FormSelectOption, SearchInput, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { addressOfPage } from '../../parts/addresses';
import { Listing } from '../../parts/listing';
import { Subject } from '../../parts/subject';
import { Time } from '../../parts/time';
import { usePlatform } from '../../shell/platform';
import type { Query } from '../../shell/platform';
import { text } from '../../texts/texts';
import { bulkActs } from './bulk-acts';
import { EmailState, STATUSES, UserStatus } from './status';
import { UserPage } from './user-page';
import type { User } from './status';

/** Empty for any. */
type Status = NonNullable<Query<'/end-users'>>['status'] | '';

export default function Users() {
  const platform = usePlatform();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<Status>('');

  const filters = (
    <>
      <ToolbarItem>
        <SearchInput
          aria-label={text('searchUsers')}
          placeholder={text('searchUsers')}
          value={typed}
          onChange={(_, value) => setTyped(value)}
          onSearch={(_, value) => setSearch(value.trim())}
          onClear={() => {
            setTyped('');
            setSearch('');
          }}
          submitSearchButtonLabel={text('search')}
          resetButtonLabel={text('clear')}
        />
      </ToolbarItem>
      <ToolbarItem>
        <FormSelect aria-label={text('status')} value={status} onChange={(_, value) => setStatus(value as Status)}>
          <FormSelectOption value="" label={text('anyStatus')} />
          {Object.entries(STATUSES).map(([value, { label }]) => (
            <FormSelectOption key={value} value={value} label={text(label)} />
          ))}
        </FormSelect>
      </ToolbarItem>
    </>
  );
  const list = (said: string | null) => (
    <Listing<User>
      title={text('users')}
      empty={{ title: text('noUsers'), body: text(search || status ? 'noUsersFound' : 'noUsersBody') }}
      load={(cursor) => platform.call('get', '/end-users', { query: { cursor, search, status: status || undefined } })}
      values={[search, status]}
      said={said}
      idOf={({ id }) => id}
      nameOf={({ username }) => username}
      filters={filters}
      bulk={bulkActs(platform)}
      columns={[
        {
          label: text('username'),
          room: 'wide',
          value: ({ id, username }) => (
            <a href={addressOfPage(platform.realm, 'users', id)}>{username}</a>
          ),
        },
        { label: text('name'), value: ({ display_name }) => display_name ?? '–' },
        { label: text('email'), room: 'wide', value: (user) => <EmailState user={user} /> },
        { label: text('role'), value: ({ role }) => role ?? '–' },
        { label: text('status'), room: 'short', value: ({ status: state }) => <UserStatus status={state} /> },
        { label: text('sessions'), room: 'short', value: ({ active_session_count }) => active_session_count },
        {
          label: text('lastSeen'),
          value: ({ last_used_at }) => (last_used_at ? <Time value={last_used_at} /> : text('never')),
        },
      ]}
    />
  );
  return (
    <Subject
      list={list}
      unknown={(id) => text('noSuchUser', id)}
      one={(one) => <UserPage key={one.id} {...one} />}
    />
  );
}
