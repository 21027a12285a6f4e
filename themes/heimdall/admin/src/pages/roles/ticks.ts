// SPDX-License-Identifier: Apache-2.0
// What was ticked in the matrix and not saved yet: the difference alone, as another admin may change the rest.
import { permissionName } from '../../parts/permissions';
import type { Platform } from '../../shell/platform';
import { isConflict } from '../../shell/refusal';
import type { Held } from './held';

/** Nobody changes one role so often that more would help. */
const TURNS = 5;

/** Of roles, by name, whether they shall have permissions, by name. */
export type Ticks = Record<string, Record<string, boolean>>;

/** The same with one more, or one less where it says what is so already. */
export function ticked(ticks: Ticks, { role, permissions }: Held, name: string, on: boolean): Ticks {
  const { [name]: _, ...others } = ticks[role] ?? {};
  return { ...ticks, [role]: on === permissions.has(name) ? others : { ...others, [name]: on } };
}

/** The same without those of roles and permissions that are gone, and of roles without any. */
export function standing(ticks: Ticks, held: Held[], names: Set<string>): Ticks {
  const roles = new Set(held.map(({ role }) => role));
  const kept = Object.entries(ticks)
    .filter(([role]) => roles.has(role))
    .map(([role, ofRole]) => [role, Object.entries(ofRole).filter(([name]) => names.has(name))] as const)
    .filter(([, ofRole]) => ofRole.length > 0);
  return Object.fromEntries(kept.map(([role, ofRole]) => [role, Object.fromEntries(ofRole)]));
}

/** Adds and takes away what was ticked; what the role has besides, by now, stays. `saved` hears of each role. */
export async function save(platform: Platform, ticks: Ticks, saved: (role: string) => void): Promise<void> {
  const names = new Set((await platform.call('get', '/permissions')).map(permissionName));
  for (const [role, ofRole] of Object.entries(ticks)) {
    await saveRole(platform, role, ofRole, names);
    saved(role);
  }
}

/** Reads the role again where another admin changed it between the reading and the writing. */
async function saveRole(platform: Platform, role: string, ofRole: Ticks[string], names: Set<string>) {
  const path = { role_name: role };
  for (let turn = 1; ; turn++) {
    const now = (await platform.call('get', '/roles/{role_name}', { path })).permissions.map(permissionName);
    const added = Object.keys(ofRole).filter((name) => ofRole[name] && names.has(name) && !now.includes(name));
    const permissions = [...now.filter((name) => ofRole[name] !== false), ...added];
    try {
      await platform.call('put', '/roles/{role_name}/permissions', { path, body: { permissions, expected: now } });
      return;
    } catch (refusal) {
      if (!isConflict(refusal) || turn === TURNS) {
        throw refusal;
      }
    }
  }
}
