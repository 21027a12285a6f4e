// SPDX-License-Identifier: Apache-2.0
import type { Act } from '../../parts/acts';
import { roleField } from '../../parts/role-field';
import type { Platform } from '../../shell/platform';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';
import { statusField } from './fields';
import type { User } from './status';

/** What can be done to several users; the API passes over those to whom it cannot. */
export function bulkActs(platform: Platform): Act<User[]>[] {
  const selection = (users: User[]) => ({ mode: 'ids', ids: users.map(({ id }) => id) });
  const act = (
    label: TextKey,
    help: TextKey,
    ask: (users: User[]) => Promise<Pick<Awaited<ReturnType<Act<User[]>['ask']>>, 'fields' | 'danger' | 'run'>>,
  ): Act<User[]> => ({
    label: text(label),
    done: (users) => text('usersDone', users.length),
    ask: async (users) => ({ title: text('usersAsked', text(label), users.length), help: text(help), submit: text(label), ...(await ask(users)) }),
  });
  return [
    act('changeRole', 'changeRoleHelp', async (users) => ({
      fields: [await roleField(platform)],
      run: async ({ role_name }: { role_name: string }) => {
        await platform.call('post', '/end-users/bulk-update-role', { body: { selection: selection(users), role_name } });
      },
    })),
    act('changeStatus', 'changeStatusHelp', async (users) => ({
      fields: [statusField()],
      run: async ({ status }: { status: string }) => {
        await platform.call('post', '/end-users/bulk-update-status', { body: { selection: selection(users), status } });
      },
    })),
    act('signOut', 'signOutHelp', async (users) => ({
      run: async () => {
        await platform.call('post', '/end-users/bulk-revoke-sessions', { body: { selection: selection(users) } });
      },
    })),
    act('delete', 'deleteUsersHelp', async (users) => ({
      danger: true,
      run: async () => {
        await platform.call('post', '/end-users/bulk-delete', { body: { selection: selection(users) } });
      },
    })),
  ];
}
