// SPDX-License-Identifier: Apache-2.0

/** The names of the app's permissions. */
export async function permissionsOf(platform) {
  const catalogue = await platform.call('GET', '/permissions');
  return catalogue.map(nameOf).sort();
}

/** The API tells a permission in two parts, cut at its first dot. */
export function nameOf({ resource, action }) {
  return action ? `${resource}.${action}` : resource;
}
