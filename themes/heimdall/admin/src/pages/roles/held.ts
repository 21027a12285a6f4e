// SPDX-License-Identifier: Apache-2.0
import { permissionName } from '../../parts/permissions';
import type { Answer, Platform } from '../../shell/platform';
import { text } from '../../texts/texts';

/** What the API gives on one page; the list of roles has them all. */
export const MOST_ROLES = 200;

export interface Held {
  role: string;
  permissions: Set<string>;
}

export type Permission = Answer<'/permissions'>[number];

/** The first so many roles with their permissions, and all permissions that there are. */
export async function heldBy(platform: Platform, most: number) {
  const [roles, permissions] = await Promise.all([
    platform.call('get', '/roles', { query: { limit: Math.min(most, MOST_ROLES) } }),
    platform.call('get', '/permissions'),
  ]);
  const held = await Promise.all(
    roles.data.map(async ({ name }): Promise<Held> => {
      const role = await platform.call('get', '/roles/{role_name}', { path: { role_name: name } });
      return { role: name, permissions: new Set(role.permissions.map(permissionName)) };
    }),
  );
  return { held, groups: grouped(permissions), more: roles.pagination.has_more };
}

/** The app's own first, as where permissions are chosen. */
function grouped(permissions: Permission[]): [title: string, group: Permission[]][] {
  const sorted = permissions.toSorted((one, other) => permissionName(one).localeCompare(permissionName(other)));
  const groups: [string, Permission[]][] = [
    [text('ofTheApp'), sorted.filter((one) => !one.is_system)],
    [text('ofHeimdall'), sorted.filter((one) => one.is_system)],
  ];
  return groups.filter(([, group]) => group.length > 0);
}
