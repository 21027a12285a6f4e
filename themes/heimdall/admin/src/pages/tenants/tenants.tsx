// SPDX-License-Identifier: Apache-2.0
import { FormSelect, FormSelectOption, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { addressOfPage } from '../../parts/addresses';
import { Listing } from '../../parts/listing';
import { Subject } from '../../parts/subject';
import { Time } from '../../parts/time';
import { usePlatform } from '../../shell/platform';
import type { Query } from '../../shell/platform';
import { text } from '../../texts/texts';
import { TENANT_STATUSES, TenantStatus } from './status';
import type { Tenant } from './status';
import { createTenant } from './tenant-acts';
import { TenantPage } from './tenant-page';

/** Empty for any. */
type Status = NonNullable<Query<'/tenants'>>['status'] | '';

export default function Tenants() {
  const platform = usePlatform();
  const [status, setStatus] = useState<Status>('');

  const list = (said: string | null) => (
    <Listing<Tenant>
      title={text('tenants')}
      empty={{ title: text('noTenants'), body: text(status ? 'noneFits' : 'noTenantsBody') }}
      load={(cursor) => platform.call('get', '/tenants', { query: { cursor, status: status || undefined } })}
      values={[status]}
      said={said}
      idOf={({ id }) => id}
      nameOf={({ display_name }) => display_name}
      filters={
        <ToolbarItem>
          <FormSelect aria-label={text('status')} value={status} onChange={(_, value) => setStatus(value as Status)}>
            <FormSelectOption value="" label={text('anyStatus')} />
            {Object.entries(TENANT_STATUSES).map(([value, { label }]) => (
              <FormSelectOption key={value} value={value} label={text(label)} />
            ))}
          </FormSelect>
        </ToolbarItem>
      }
      columns={[
        {
          label: text('name'),
          room: 'wide',
          value: ({ id, display_name }) => (
            <a href={addressOfPage(platform.realm, 'tenants', id)}>{display_name}</a>
          ),
        },
        { label: text('slug'), value: ({ slug }) => <code>{slug}</code> },
        { label: text('tenantId'), value: ({ display_id }) => <code className="heimdall-whole">{display_id}</code> },
        { label: text('status'), room: 'short', value: ({ status: state }) => <TenantStatus status={state} /> },
        { label: text('created'), value: ({ created_at }) => <Time value={created_at} /> },
      ]}
      create={createTenant(platform)}
    />
  );
  return (
    <Subject
      list={list}
      unknown={(id) => text('noSuchTenant', id)}
      one={(one) => <TenantPage key={one.id} {...one} />}
    />
  );
}
