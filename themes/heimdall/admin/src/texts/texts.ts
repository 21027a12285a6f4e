// SPDX-License-Identifier: Apache-2.0
import { en } from './en';

export type TextKey = keyof typeof en;
export type Texts = Record<TextKey, string>;

/** Letters of scripts that are written from right to left, and characters that say so of what follows. */
const TURNING = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** With these a value would end what keeps it apart. */
const ISOLATES = /[\u2066-\u2069]/g;

let texts: Texts = en;
let language = 'en';
let findings: Record<string, [message: string, cure: string]> = {};
let faults: Record<string, string> = {};

/** Has all texts in this language from now on, or in English if there are none; gives back which it is. */
export async function speak(locale: string | null): Promise<string> {
  if (locale?.startsWith('de')) {
    texts = (await import('./de')).de;
    findings = (await import('./findings.de')).findings;
    faults = (await import('./faults.de')).faults;
    language = 'de';
  } else {
    findings = (await import('./findings.en')).findings;
  }
  return language;
}

/** A text; `{0}`, `{1}` stand for the values. */
export function text(key: TextKey, ...values: (string | number)[]): string {
  return texts[key].replace(/\{(\d)\}/g, (_, index: string) => alone(String(values[Number(index)] ?? '')));
}

/** What is written from right to left, or turns the direction, as it is, without turning the words around it. */
function alone(value: string): string {
  return TURNING.test(value) ? `\u2068${value.replace(ISOLATES, '')}\u2069` : value;
}

/** What an app lacks and what cures it, in the console's words, where they know the code. */
export function finding(code: string): { message: string; cure: string } | undefined {
  const known = findings[code];
  return known && { message: known[0], cure: known[1] };
}

/**
 * What is wrong with a field, in the API's own words where the reader's language is its, or does not know the code. A
 * regular expression is no word for anyone.
 */
export function fault(code: string, reason: string): string {
  if (/^must match /.test(reason)) {
    return text('wrongForm');
  }
  return faults[code]?.replace('{0}', () => reason) ?? reason;
}

/** A time of the API as the reader writes it. */
export function time(value: string | null): string {
  return value ? new Date(value).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }) : '–';
}

/** A day of the API, such as 2026-11-26, as the reader writes it. */
export function day(value: string): string {
  return new Date(`${value}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** A part of one as the reader writes it. */
export function percent(value: number): string {
  return value.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });
}

/** A number as the reader writes it. */
export function number(value: number): string {
  return value.toLocaleString(language);
}

/** The reader's language. */
export function readersLanguage(): string {
  return language;
}

/** What a language is called, in the reader's own; one that is none, which Keycloak takes too, as it is written. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    return tag;
  }
}

/** A number of units, such as `day`, as the reader writes it. */
export function measure(value: number, unit: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
