// SPDX-License-Identifier: Apache-2.0

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 60_000;

/** Ends a call that gets no answer: who waits for one can do nothing else. */
export function patience(): AbortSignal {
  return AbortSignal.timeout(PATIENCE);
}

/** Whether a call ended so. */
export function isImpatience(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
