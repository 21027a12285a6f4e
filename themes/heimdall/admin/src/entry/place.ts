// SPDX-License-Identifier: Apache-2.0

/** What the part of the address is called that is ours. */
const SECTION = 'heimdall';

/**
 * What the address says: `#/<realm>/heimdall?page=<page>&id=<id>`, the id where one of the page's things is shown. The
 * console takes it for a tab of its start page, which shows nothing of its own then; an address that it does not know
 * would show an error.
 */
export function place() {
  const [path = '', query] = location.hash.slice(1).split('?');
  const [, realm, section] = path.split('/').map(decoded);
  const named = new URLSearchParams(query);
  return { realm, open: section === SECTION, page: named.get('page'), id: named.get('id') || null };
}

/** What nobody can decode is the name of nothing of ours. */
function decoded(part: string) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of an app's first page. */
export function firstPageOf(realm: string): string {
  return `#/${encodeURIComponent(realm)}/${SECTION}`;
}
