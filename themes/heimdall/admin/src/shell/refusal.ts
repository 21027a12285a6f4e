// SPDX-License-Identifier: Apache-2.0
import type { components } from '../generated/api';
import { fault, text } from '../texts/texts';
import type { TextKey } from '../texts/texts';

const REASONS: Record<number, TextKey> = {
  401: 'loggedOut',
  403: 'forbidden',
  404: 'notThere',
  409: 'conflict',
  429: 'tooMany',
};

/** The API's words for a role that the reader's account lacks. */
const ROLE = /^Missing admin role: (\S+)$/;

/** The API's words for permissions that the reader does not have, and so cannot give to a key, a client or a role. */
const GIVEN = /^(?:A (?:key|client) may not do what you may not|Cannot grant permissions you do not hold): (.+)$/;

/** Of these the reason says all; what the server adds is a name of the status in English, if anything. */
const TOLD = [401, 404];

/** What a proxy, or a server that starts, answers in place of the API. */
const REASONS_OF_OTHERS: Record<number, TextKey> = {
  413: 'tooLarge',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** The answer of the API or of Keycloak to what cannot be done; its message can be shown. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What is wrong with which field, by the fields' names. */
    readonly faults: Record<string, string> = {},
    /** Whether the message tells the faults, by the names that the API has for the fields. */
    readonly namesFields = false,
  ) {
    super(message);
  }

  /** The same where these fields are shown with what is wrong with them, under names that the reader knows. */
  beside(fields: string[]): Refusal {
    const faults = Object.entries(this.faults);
    const others = faults.filter(([field]) => !fields.includes(field));
    if (!this.namesFields || others.length === faults.length) {
      return this;
    }
    return new Refusal(this.status, others.length ? `${text('failed')} ${listed(others)}` : text('seeMarked'));
  }

  /** The same once that field was changed; null where nothing else was wrong. */
  without(field: string): Refusal | null {
    const { [field]: mended, ...others } = this.faults;
    if (mended === undefined) {
      return this;
    }
    return Object.keys(others).length ? new Refusal(this.status, this.message, others, this.namesFields) : null;
  }
}

/** Whether the reader's account may not see or do it at all. */
export function isForbidden(error: unknown): boolean {
  return error instanceof Refusal && error.status === 403;
}

/** Whether it does not fit what is there by now. */
export function isConflict(error: unknown): boolean {
  return error instanceof Refusal && error.status === 409;
}

/** Whether nothing has the id that was asked for, or nothing can have it. */
export function isMissing(error: unknown): boolean {
  return error instanceof Refusal && [400, 404, 414].includes(error.status);
}

/** What the pages themselves refuse to send. */
export function faultOf(field: string, reason: string): Refusal {
  return new Refusal(400, reason, { [field]: reason });
}

/** What an answer that is no success says; `needed` is the role that the call needs, where the answer names none. */
export function refusalOf(status: number, content: string, needed?: string) {
  if (status === 403 && needed) {
    return new Refusal(status, text('lacksRole', needed));
  }
  const reason = text(REASONS[status] ?? 'failed');
  try {
    const { message, errors = [], errorMessage } = JSON.parse(content);
    const faults = (errors as components['schemas']['FieldError'][]).map(
      ({ field, code, reason }) => [field, fault(code, reason)] as const,
    );
    const role = status === 403 && ROLE.exec(message ?? '')?.[1];
    if (role) {
      return new Refusal(status, text('lacksRole', role));
    }
    const given = status === 403 && GIVEN.exec(message ?? '')?.[1];
    if (given) {
      return new Refusal(status, text('mayNotGive', given));
    }
    if (TOLD.includes(status)) {
      return new Refusal(status, reason);
    }
    const told = listed(faults) || (message ?? errorMessage ?? status);
    return new Refusal(status, `${reason} ${told}`, Object.fromEntries(faults), faults.length > 0);
  } catch {
    const known = REASONS_OF_OTHERS[status];
    return new Refusal(status, known ? text(known) : TOLD.includes(status) ? reason : `${reason} ${status}`);
  }
}

function listed(faults: (readonly [field: string, why: string])[]) {
  return faults.map(([field, why]) => `${field}: ${why}`).join(', ');
}
