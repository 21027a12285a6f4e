// SPDX-License-Identifier: Apache-2.0
// What became of a call of the API or of Keycloak.
import { text } from '../texts/texts';
import { isImpatience } from './patience';
import { Refusal, refusalOf } from './refusal';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What Keycloak's own admin API asks for. */
export type AdminRole =
  | 'view-realm'
  | 'manage-realm'
  | 'query-users'
  | 'view-users'
  | 'manage-users'
  | 'view-identity-providers';

/** How an answer is read. */
export interface How<T> {
  /** The role that the call needs, where a refusal does not name it. */
  role?: AdminRole;
  read?: (json: string) => T;
}

/** What an answer says; throws a `Refusal` where it is no success. */
export function contentOf<T>(answer: Response, content: string, { role, read = JSON.parse }: How<T> = {}): T {
  if (!answer.ok) {
    throw refusalOf(answer.status, content, role);
  }
  try {
    return read(content || 'null');
  } catch {
    throw new Error(text('notOfTheApi'));
  }
}

/** The browser says in its own words, and in English, that it got no answer. What changes nothing is a `get`. */
export function reached<T>(answer: Promise<T>, method: Method = 'get'): Promise<T> {
  return answer.catch((error: unknown) => {
    if (error instanceof Refusal) {
      throw error;
    }
    console.warn('Heimdall: no answer', error);
    const late = method === 'get' ? 'slow' : 'slowAct';
    throw new Error(text(isImpatience(error) ? late : 'unreachable'));
  });
}
