// SPDX-License-Identifier: Apache-2.0

/** What the part of the address is called that is ours. */
const SECTION = 'heimdall';

/**
 * What the address says: `#/<realm>/heimdall?page=<page>`. The console takes it for a tab of its start page, which
 * shows nothing of its own then; an address that it does not know would show an error.
 */
export function place() {
  const [path = '', query] = location.hash.slice(1).split('?');
  const [, realm, section] = path.split('/').map(decodeURIComponent);
  return { realm, open: section === SECTION, page: new URLSearchParams(query).get('page') };
}

/** The address of an app's first page. */
export function firstPageOf(realm: string): string {
  return `#/${encodeURIComponent(realm)}/${SECTION}`;
}
