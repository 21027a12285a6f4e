// SPDX-License-Identifier: Apache-2.0
import type { Act } from '../../parts/acts';
import type { Field } from '../../parts/field';
import { parsed, written } from '../../shell/json';
import type { Platform } from '../../shell/platform';
import { faultOf } from '../../shell/refusal';
import { text } from '../../texts/texts';
import { TENANT_STATUSES } from './status';
import type { Tenant } from './status';

interface Entered {
  display_name: string;
  slug?: string;
  status?: 'active' | 'suspended' | 'archived';
  metadata?: string;
}

export function createTenant(platform: Platform): Act<void> {
  return {
    label: text('createTenant'),
    done: () => text('tenantCreated'),
    ask: () => ({
      title: text('createTenant'),
      help: text('createTenantHelp'),
      submit: text('createTenant'),
      fields: fields(),
      run: async (entered: Entered) => {
        await platform.call('post', '/tenants', { body: { ...entered, metadata: metadataOf(entered.metadata) } });
      },
    }),
  };
}

/** What can be done to one tenant. `leave` hears of a deletion, in words. */
export function tenantActs(platform: Platform, leave: (said: string) => void): Act<Tenant>[] {
  const path = ({ id }: Tenant) => ({ path: { tenant_id: id } });
  return [
    {
      label: text('edit'),
      done: ({ display_name }) => text('userSaved', display_name),
      ask: (tenant) => ({
        title: text('editUser', tenant.display_name),
        submit: text('save'),
        fields: fields(tenant),
        run: async (entered: Entered) => {
          await platform.call('patch', '/tenants/{tenant_id}', {
            ...path(tenant),
            body: changed(tenant, entered),
          });
        },
      }),
    },
    {
      label: text('delete'),
      danger: true,
      leave,
      done: ({ display_name }) => text('userDeleted', display_name),
      ask: (tenant) => ({
        title: text('deleteUser', tenant.display_name),
        help: text('deleteTenantHelp'),
        submit: text('delete'),
        danger: true,
        run: async () => {
          await platform.call('delete', '/tenants/{tenant_id}', path(tenant));
        },
      }),
    },
  ];
}

function fields(tenant?: Tenant): Field[] {
  const statuses = Object.entries(TENANT_STATUSES).map(([value, { label }]) => ({ value, label: text(label) }));
  return [
    { kind: 'text', name: 'display_name', label: text('name'), required: true, most: 200, value: tenant?.display_name },
    {
      kind: 'text',
      name: 'slug',
      label: text('slug'),
      help: text(tenant ? 'slugOfTenant' : 'tenantSlugHelp'),
      required: tenant !== undefined,
      most: 64,
      value: tenant?.slug,
    },
    ...(tenant
      ? [
          {
            kind: 'select',
            name: 'status',
            label: text('status'),
            choices: statuses,
            value: tenant.status,
          } satisfies Field,
        ]
      : []),
    {
      kind: 'lines',
      name: 'metadata',
      label: text('metadata'),
      help: text('metadataHelp'),
      value: written(tenant?.metadata ?? {}, 2),
    },
  ];
}

/** What differs from what the form was opened with: the rest may be another by now. */
function changed(tenant: Tenant, { metadata, ...entered }: Entered) {
  const kept = written(tenant.metadata);
  const next = metadataOf(metadata);
  return {
    ...Object.fromEntries(Object.entries(entered).filter(([name, value]) => value !== tenant[name as keyof Tenant])),
    ...(written(next) !== kept && { metadata: next }),
  };
}

function metadataOf(metadata = '{}'): Record<string, unknown> {
  try {
    const value = parsed(metadata);
    if (value && typeof value === 'object' && !Array.isArray(value)) {
      return value;
    }
  } catch {
    // Said below, in the reader's language.
  }
  throw faultOf('metadata', text('metadataIsNone'));
}
