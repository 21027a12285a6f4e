// SPDX-License-Identifier: Apache-2.0
import type { Act } from '../../parts/acts';
import { roleField } from '../../parts/role-field';
import type { Platform } from '../../shell/platform';
import { faultOf } from '../../shell/refusal';
import { text } from '../../texts/texts';
import { statusField } from './fields';
import type { User } from './status';

/** What can be done to one user. `leave` hears of a deletion, in words. */
export function userActs(platform: Platform, leave: (said: string) => void): Act<User>[] {
  const path = ({ id }: User) => ({ path: { user_id: id } });
  return [
    {
      label: text('edit'),
      done: ({ username }) => text('userSaved', username),
      ask: (user) => ({
        title: text('editUser', user.username),
        submit: text('save'),
        fields: [
          { kind: 'text', name: 'display_name', label: text('name'), most: 120, value: user.display_name ?? '' },
          { kind: 'email', name: 'email', label: text('email'), most: 254, value: user.email ?? '' },
        ],
        run: async ({ display_name = '', email = '' }: { display_name?: string; email?: string }) => {
          if (user.email && !email) {
            throw faultOf('email', text('emailStays'));
          }
          const body = {
            ...(display_name !== (user.display_name ?? '') && { display_name }),
            ...(email !== (user.email ?? '') && { email }),
          };
          const saved = await platform.call('patch', '/end-users/{user_id}', { ...path(user), body });
          return !display_name && saved.display_name
            ? text('nameOfKeycloak', user.username, saved.display_name)
            : undefined;
        },
      }),
    },
    {
      label: text('changeRole'),
      done: ({ username }) => text('userSaved', username),
      ask: async (user) => ({
        title: text('changeRoleOf', user.username),
        submit: text('save'),
        fields: [await roleField(platform, user.role ?? 'member')],
        run: async (body: { role_name: string }) => {
          await platform.call('patch', '/end-users/{user_id}/role', { ...path(user), body });
        },
      }),
    },
    {
      label: text('changeStatus'),
      done: ({ username }) => text('userSaved', username),
      ask: (user) => ({
        title: text('changeStatusOf', user.username),
        help: text('changeStatusHelp'),
        submit: text('save'),
        fields: [statusField(user.status)],
        run: async (body: { status: 'active' | 'suspended' | 'deactivated' }) => {
          await platform.call('patch', '/end-users/{user_id}/status', { ...path(user), body });
        },
      }),
    },
    {
      label: text('signOut'),
      done: ({ username }) => text('userSignedOut', username),
      ask: (user) => ({
        title: text('signOutUser', user.username),
        help: text('signOutHelp'),
        submit: text('signOut'),
        run: async () => {
          await platform.call('post', '/end-users/{user_id}/sessions/revoke-all', path(user));
        },
      }),
    },
    {
      label: text('delete'),
      danger: true,
      leave,
      done: ({ username }) => text('userDeleted', username),
      ask: (user) => ({
        title: text('deleteUser', user.username),
        help: text('deleteUsersHelp'),
        submit: text('delete'),
        danger: true,
        run: async () => {
          await platform.call('delete', '/end-users/{user_id}', path(user));
        },
      }),
    },
  ];
}
