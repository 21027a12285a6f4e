// SPDX-License-Identifier: Apache-2.0
import type { Answer, Platform } from '../shell/platform';
import { text } from '../texts/texts';
import type { TextKey } from '../texts/texts';
import type { Choice } from './field';

/** What only a key can be allowed, besides the app's own permissions. */
const OF_KEYS: [name: string, help: TextKey][] = [
  ['auth.signup.create', 'mayCreateSignup'],
  ['auth.user.verify.create', 'mayCreateVerify'],
  ['auth.user.verify.send-email', 'maySendVerify'],
  ['auth.user.password-reset.create', 'mayCreateReset'],
  ['auth.user.password-reset.send-email', 'maySendReset'],
  ['auth.tenant.create', 'mayCreateTenant'],
  ['auth.tenant.read', 'mayReadTenant'],
  ['auth.tenant.update', 'mayUpdateTenant'],
  ['auth.tenant.delete', 'mayDeleteTenant'],
  ['auth.tenant.members.add', 'mayAddMember'],
  ['auth.tenant.members.remove', 'mayRemoveMember'],
  ['auth.tenant.members.update-role', 'mayUpdateMember'],
];

/** What every app has; the API describes what was added to an app alone. */
const OF_EVERY_APP: Record<string, TextKey> = {
  'permission.create': 'mayCreatePermission',
  'permission.delete': 'mayDeletePermission',
  'permission.read': 'mayReadPermission',
  'role.assign': 'mayAssignRole',
  'role.create': 'mayCreateRole',
  'role.delete': 'mayDeleteRole',
  'role.read': 'mayReadRole',
  'role.revoke': 'mayRevokeRole',
  'role.update': 'mayUpdateRole',
  'session.revoke': 'mayRevokeSession',
  'token.create': 'mayCreateToken',
  'user.create': 'mayCreateUser',
  'user.delete': 'mayDeleteUser',
  'user.list': 'mayListUsers',
  'user.read': 'mayReadUser',
  'user.update': 'mayUpdateUser',
};

type Permission = Answer<'/permissions'>[number];

/** The API tells a permission in two parts, cut at its first dot. */
export function permissionName({ resource, action }: { resource: string; action: string }): string {
  return action ? `${resource}.${action}` : resource;
}

/** The app's permissions to choose from, the app's own first. */
export async function permissionChoices(platform: Platform): Promise<Choice[]> {
  const permissions = await platform.call('get', '/permissions');
  const own = permissions.filter((one) => !one.is_system);
  const system = permissions.filter((one) => one.is_system);
  return [...choices(own, text('ofTheApp')), ...choices(system, text('ofHeimdall'))];
}

/** The same, with what only keys can be allowed. */
export async function keyPermissionChoices(platform: Platform): Promise<Choice[]> {
  const ofKeys = OF_KEYS.map(([name, help]) => ({
    value: name,
    label: name,
    help: text(help),
    group: text('ofBackends'),
  }));
  return [...ofKeys, ...(await permissionChoices(platform))];
}

/** What a permission is for, where anything says it. */
export function permissionHelp(permission: Permission): string | undefined {
  const known = OF_EVERY_APP[permissionName(permission)];
  return permission.description ?? (permission.is_system && known ? text(known) : undefined);
}

function choices(permissions: Permission[], group: string): Choice[] {
  return permissions
    .map((one) => ({ value: permissionName(one), label: permissionName(one), help: permissionHelp(one), group }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
