// SPDX-License-Identifier: Apache-2.0
import { Label } from '@patternfly/react-core';
import { Listing } from '../../parts/listing';
import { permissionChoices } from '../../parts/permissions';
import type { Answer } from '../../shell/platform';
import { usePlatform } from '../../shell/platform';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

type Role = Answer<'/roles'>['data'][number];

/** What every app has, by what the API says of it unless an admin says something else. */
const OF_EVERY_APP: Record<string, TextKey> = {
  'Holds every permission': 'roleOwner',
  'Manages users and their roles': 'roleAdmin',
  'An ordinary user': 'roleMember',
};

function descriptionOf({ is_system, description }: Role): string {
  const known = is_system && description ? OF_EVERY_APP[description] : undefined;
  return known ? text(known) : (description ?? '–');
}

/** The app's roles; one is made with its permissions in one step. */
export function RoleList({ onChange }: { onChange: () => void }) {
  const platform = usePlatform();
  const path = ({ name }: { name: string }) => ({ path: { role_name: name } });
  /** A role without what was chosen would be in the way of the next attempt; who cannot take it back is told of it. */
  const takeBack = async (role: { name: string }, why: Error): Promise<never> => {
    try {
      await platform.call('delete', '/roles/{role_name}', path(role));
    } catch {
      onChange();
      throw new Error(text('roleHalfMade', role.name, why.message));
    }
    throw why;
  };
  return (
    <Listing<Role>
      title={text('roles')}
      empty={{ title: text('noRoles'), body: text('noRolesBody') }}
      load={(cursor) => platform.call('get', '/roles', { query: { cursor } })}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      columns={[
        { label: text('role'), value: ({ name }) => name },
        { label: text('description'), value: descriptionOf },
        {
          label: text('kind'),
          value: ({ is_system }) => <Label isCompact>{text(is_system ? 'ofEveryApp' : 'ofThisApp')}</Label>,
        },
      ]}
      create={{
        label: text('createRole'),
        done: () => text('roleCreated'),
        ask: async () => ({
          title: text('createRole'),
          submit: text('createRole'),
          fields: [
            { kind: 'text', name: 'name', label: text('name'), help: text('roleNameHelp'), required: true, most: 48 },
            { kind: 'text', name: 'description', label: text('description'), most: 255 },
            {
              kind: 'choices',
              name: 'permissions',
              label: text('permissions'),
              choices: await permissionChoices(platform),
            },
          ],
          run: async ({ permissions, ...role }: { name: string; description?: string; permissions: string[] }) => {
            await platform.call('post', '/roles', { body: role });
            if (permissions.length) {
              try {
                await platform.call('put', '/roles/{role_name}/permissions', { ...path(role), body: { permissions } });
              } catch (refusal) {
                await takeBack(role, refusal as Error);
              }
            }
            onChange();
          },
        }),
      }}
      acts={[
        {
          label: text('delete'),
          danger: true,
          when: ({ is_system }) => !is_system,
          done: ({ name }) => text('roleDeleted', name),
          ask: (role) => ({
            title: text('deleteRole', role.name),
            help: text('deleteRoleHelp'),
            submit: text('delete'),
            danger: true,
            run: async () => {
              await platform.call('delete', '/roles/{role_name}', path(role));
              onChange();
            },
          }),
        },
      ]}
    />
  );
}
