// SPDX-License-Identifier: Apache-2.0
const PREVIOUS = 'previous_';

/** What an entry of the audit log tells, in one line: what was something else before with both values. */
export function changesOf(details: Record<string, string>): string {
  const names = new Set(
    Object.keys(details).map((name) => (name.startsWith(PREVIOUS) ? name.slice(PREVIOUS.length) : name)),
  );
  names.delete('path');
  return [...names]
    .map((name) => {
      const before = details[PREVIOUS + name];
      const value = details[name] ?? '–';
      return `${name}: ${before === undefined ? value : `${before} → ${value}`}`;
    })
    .join(', ');
}
