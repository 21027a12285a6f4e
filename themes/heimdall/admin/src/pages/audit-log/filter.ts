// SPDX-License-Identifier: Apache-2.0
import { idOfAdmin } from '../../parts/actors';
import type { Platform, Query as Asked } from '../../shell/platform';
import { text } from '../../texts/texts';

/** What was entered; an empty text is for all. */
export interface Filter {
  /** Of a user: a name, an email or an id; of an admin: a name or an id; of an API key: its id. */
  actor: string;
  action: string;
  /** Times as the browser's fields write them. */
  since: string;
  until: string;
  outcome: string;
}

export const ALL: Filter = { actor: '', action: '', since: '', until: '', outcome: '' };

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** The same as the API takes it. Throws where there is no such user. */
export async function queryOf(platform: Platform, { actor, action, since, until, outcome }: Filter) {
  return {
    actor_id: actor && (await idOf(platform, actor)),
    action,
    since: since && new Date(since).toISOString(),
    until: until && new Date(until).toISOString(),
    outcome: (outcome || undefined) as NonNullable<Asked<'/audit-logs'>>['outcome'],
  };
}

export type Query = Awaited<ReturnType<typeof queryOf>>;

async function idOf(platform: Platform, actor: string) {
  if (ID.test(actor)) {
    return actor;
  }
  const wanted = actor.toLowerCase();
  const { data } = await platform.call('get', '/end-users', { query: { search: actor, limit: 200 } });
  const user = data.find(({ username, email }) => username.toLowerCase() === wanted || email?.toLowerCase() === wanted);
  const id = user?.id ?? (await idOfAdmin(platform, actor));
  if (!id) {
    throw new Error(text('noSuchActor', actor));
  }
  return id;
}
