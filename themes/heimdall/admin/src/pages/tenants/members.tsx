// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { nameOfActor } from '../../parts/actors';
import { Listing } from '../../parts/listing';
import { roleField } from '../../parts/role-field';
import { UserName } from '../../parts/user-name';
import { Time } from '../../parts/time';
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';

type Member = Answer<'/tenants/{tenant_id}/members'>['data'][number];

/** Who belongs to a tenant, with the role that they have there. */
export function Members({ tenantId }: { tenantId: string }) {
  const platform = usePlatform();
  const tenant = { tenant_id: tenantId };
  const path = ({ account_id }: Member) => ({ path: { ...tenant, account_id } });
  /** By their accounts' ids, as far as they are known by now. */
  const [names, setNames] = useState<Record<string, string>>({});
  const nameOf = ({ account_id }: Member) =>
    nameOfActor(platform, account_id)
      .catch(() => null)
      .then((name) => name ?? account_id);
  const load = async (cursor?: string) => {
    const page = await platform.call('get', '/tenants/{tenant_id}/members', { path: tenant, query: { cursor } });
    page.data.forEach(async (member) => {
      const name = await nameOf(member);
      setNames((before) => ({ ...before, [member.account_id]: name }));
    });
    return page;
  };
  return (
    <Listing<Member>
      title={text('members')}
      empty={{ title: text('noMembers'), body: text('noMembersBody') }}
      load={load}
      idOf={({ account_id }) => account_id}
      nameOf={({ account_id }) => names[account_id] ?? account_id}
      columns={[
        { label: text('username'), room: 'wide', value: ({ account_id }) => <UserName id={account_id} /> },
        { label: text('role'), value: ({ role_name }) => role_name },
        { label: text('joined'), value: ({ joined_at }) => <Time value={joined_at} /> },
      ]}
      create={{
        label: text('addMember'),
        done: () => text('memberAdded'),
        ask: async () => ({
          title: text('addMember'),
          help: text('addMemberHelp'),
          submit: text('addMember'),
          fields: [
            { kind: 'email', name: 'email', label: text('email'), required: true, most: 254 },
            await roleField(platform),
          ],
          run: async (body: { email: string; role_name: string }) => {
            await platform.call('post', '/tenants/{tenant_id}/members', { path: tenant, body });
          },
        }),
      }}
      acts={[
        {
          label: text('changeRole'),
          done: () => text('memberSaved'),
          ask: async (member) => ({
            title: `${text('memberRole')}: ${await nameOf(member)}`,
            submit: text('save'),
            fields: [await roleField(platform, member.role_name)],
            run: async (body: { role_name: string }) => {
              await platform.call('patch', '/tenants/{tenant_id}/members/{account_id}', { ...path(member), body });
            },
          }),
        },
        {
          label: text('remove'),
          danger: true,
          done: () => text('memberRemoved'),
          ask: async (member) => ({
            title: text('removeMember', await nameOf(member)),
            help: text('removeMemberHelp'),
            submit: text('remove'),
            danger: true,
            run: async () => {
              await platform.call('delete', '/tenants/{tenant_id}/members/{account_id}', path(member));
            },
          }),
        },
      ]}
    />
  );
}
