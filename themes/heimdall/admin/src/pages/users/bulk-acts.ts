// SPDX-License-Identifier: Apache-2.0
import type { Act } from '../../parts/acts';
import type { Question } from '../../parts/question';
import { roleField } from '../../parts/role-field';
import type { Platform } from '../../shell/platform';
import { number, text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';
import { statusField } from './fields';
import type { User } from './status';

type Values = { role_name: string; status: 'active' | 'suspended' | 'deactivated' };

/** Does it to the users of these ids. */
type Doing = (selection: { mode: 'ids'; ids: string[] }, values: Values) => Promise<{ affected_users: number }>;

interface Texts {
  label: TextKey;
  help: TextKey;
  /** What is said when it is done, of how many and out of how many. */
  done: TextKey;
}

/** Names that a question tells; whoever chose more has seen them in the list. */
const NAMES = 5;

function named(users: User[]): string {
  const names = users
    .slice(0, NAMES)
    .map(({ username }) => username)
    .join(', ');
  const others = users.length - NAMES;
  return others > 0 ? text('namedAndOthers', names, number(others)) : `${names}.`;
}

/** What can be done to several users; the API passes over those to whom it cannot. */
export function bulkActs(platform: Platform): Act<User[]>[] {
  const act = (
    { label, help, done }: Texts,
    doing: Doing,
    more: () => Promise<Pick<Question, 'fields' | 'danger'>>,
  ): Act<User[]> => ({
    label: text(label),
    danger: label === 'delete',
    ask: async (users) => ({
      title: text('usersAsked', text(label), users.length),
      help: `${named(users)} ${text(help)}`,
      submit: text(label),
      ...(await more()),
      run: async (values: Values) => {
        const { affected_users } = await doing({ mode: 'ids', ids: users.map(({ id }) => id) }, values);
        const said = text(done, number(affected_users), number(users.length));
        return affected_users === users.length ? said : `${said} ${text('usersPassedOver')}`;
      },
    }),
  });
  return [
    act(
      { label: 'changeRole', help: 'changeRoleHelp', done: 'usersHaveRole' },
      (selection, { role_name }) =>
        platform.call('post', '/end-users/bulk-update-role', { body: { selection, role_name } }),
      async () => ({ fields: [await roleField(platform)] }),
    ),
    act(
      { label: 'changeStatus', help: 'changeStatusHelp', done: 'usersHaveStatus' },
      (selection, { status }) =>
        platform.call('post', '/end-users/bulk-update-status', { body: { selection, status } }),
      async () => ({ fields: [statusField()] }),
    ),
    act(
      { label: 'signOut', help: 'signOutHelp', done: 'usersSignedOut' },
      (selection) => platform.call('post', '/end-users/bulk-revoke-sessions', { body: { selection } }),
      async () => ({}),
    ),
    act(
      { label: 'delete', help: 'deleteUsersHelp', done: 'usersDeleted' },
      (selection) => platform.call('post', '/end-users/bulk-delete', { body: { selection } }),
      async () => ({ danger: true }),
    ),
  ];
}
