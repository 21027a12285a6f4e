// SPDX-License-Identifier: Apache-2.0
// Which realms are apps.

const apps = new Map<string, boolean>();

/** Whether nobody asked yet whether the realm is an app. */
export function isUnknown(realm: string): boolean {
  return !apps.has(realm);
}

/** Whether the realm is known to be an app. */
export function isApp(realm: string): boolean {
  return apps.get(realm) ?? false;
}

/** Asks whether a realm is an app, which is public: only an app has these keys there. It is none until the answer. */
export async function ask(server: string, realm: string) {
  if (isUnknown(realm)) {
    apps.set(realm, false);
  }
  try {
    const answer = await fetch(`${server}/realms/${encodeURIComponent(realm)}/v1/.well-known/jwks.json`, {
      cache: 'no-store',
      credentials: 'omit',
    });
    apps.set(realm, answer.ok);
  } catch {
    apps.set(realm, false);
  }
}
