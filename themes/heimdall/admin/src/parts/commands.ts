// SPDX-License-Identifier: Apache-2.0
// Commands that are copied into a shell.

/** One argument, whatever it holds, for a POSIX shell. */
export function quoted(argument: string): string {
  return /^[A-Za-z0-9._/:-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

/** The realm as kcadm.sh takes it: a part of an address, which a realm's name may break too. */
export function realmForKcadm(realm: string): string {
  return quoted(`realms/${encodeURIComponent(realm)}`);
}
