// SPDX-License-Identifier: Apache-2.0
// What toggles of a kind are set by, and what they may be.
import type { Control } from './toggle';

/** Seconds. */
export const MINUTE = 60;
export const DAY = 24 * 60 * MINUTE;
export const YEAR = 365 * DAY;
const RATE = 100_000;

/** As wide as the server's own forms, or wider. */
export const DOMAIN = /^[a-z0-9.-]+$/i;
export const RETURN = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.[\]:-]+$/i;

export const flag: Control = { kind: 'flag' };
export const rate: Control = { kind: 'number', min: 0, max: RATE };
export const duration = (min: number, max: number): Control => ({ kind: 'duration', min, max });
