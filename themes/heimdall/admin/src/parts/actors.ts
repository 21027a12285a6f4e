// SPDX-License-Identifier: Apache-2.0
// Who did something: a user of the app, a machine client, an admin of another realm or an API key. The API tells an id
// alone.
import type { Platform } from '../shell/platform';
import { Refusal } from '../shell/refusal';
import { text } from '../texts/texts';

interface Account {
  id: string;
  username: string;
  /** Of a client's own account. */
  serviceAccountClientId?: string;
}

type Found = Promise<string | null>;

/** In milliseconds. */
const MOMENT = 2000;

/** The answers that say that there is nobody, or nobody whom the admin may see; others are failures. */
const NOBODY = [403, 404];

const names = new WeakMap<Platform, Map<string, Found>>();
const keys = new WeakMap<Platform, Promise<Map<string, string>>>();

/**
 * The name of whoever has this id; null where nobody has it whom the admin may see. Each is asked for once. What cannot
 * be asked now is asked once more in a moment; where that fails too, the promise does, and the next call asks anew.
 */
export function nameOfActor(platform: Platform, id: string): Found {
  const known = names.get(platform) ?? new Map<string, Found>();
  names.set(platform, known);
  const name = known.get(id) ?? find(platform, id).catch(() => inAMoment().then(() => find(platform, id)));
  known.set(id, name);
  name.catch(() => known.delete(id));
  return name;
}

function inAMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, MOMENT));
}

/** The id of an admin of the realm that the admin logged in to, by name; null without one whom the admin may see. */
export async function idOfAdmin(platform: Platform, name: string): Found {
  const found = await orNull(platform.atHome<Account[]>(`/users?exact=true&username=${encodeURIComponent(name)}`));
  return found?.[0]?.id ?? null;
}

async function find(platform: Platform, id: string): Found {
  const user = await orNull(platform.call('get', '/end-users/{user_id}', { path: { user_id: id } }));
  if (user) {
    return user.username;
  }
  const path = `/users/${encodeURIComponent(id)}`;
  const admin = platform.home === platform.realm ? null : await orNull(platform.atHome<Account>(path));
  if (admin) {
    return text('ofRealm', admin.username, platform.home);
  }
  // Keycloak finds accounts of other realms here, too.
  const client = (await orNull(platform.keycloak<Account>('get', path, 'view-users')))?.serviceAccountClientId;
  if (client) {
    return text('clientNamed', client);
  }
  const key = (await keysOf(platform)).get(id);
  return key === undefined ? null : text('keyNamed', key);
}

function keysOf(platform: Platform): Promise<Map<string, string>> {
  const known =
    keys.get(platform) ??
    orNull(platform.call('get', '/api-keys')).then((list) => new Map(list?.data.map(({ id, name }) => [id, name])));
  keys.set(platform, known);
  known.catch(() => keys.delete(platform));
  return known;
}

function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (error instanceof Refusal && NOBODY.includes(error.status)) {
      return null;
    }
    throw error;
  });
}
