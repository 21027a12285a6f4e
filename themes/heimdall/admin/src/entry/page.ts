// SPDX-License-Identifier: Apache-2.0
// The open page, in the console's main region.
import { shownEntry } from './navigation';
import { showStale } from './stale';
import type { Where } from './where';

const ID = 'heimdall-page';

let shown: string | undefined;
let leave: (() => void) | undefined;

/**
 * Shows a page, in place of the one before, or that it cannot be loaded. `fail` hears of what else keeps it from being
 * shown.
 */
export function showPage(where: Where, fail: (error: unknown) => void) {
  const main = document.querySelector('#kc-main-content-page-container');
  // An admin who may manage nothing that the console lists has no entry: the page says itself which role is missing.
  const entry = shownEntry();
  const key = JSON.stringify([where.realm, where.page, where.id, entry !== undefined]);
  const open = document.getElementById(ID);
  if (!main || (shown === key && open?.parentNode === main)) {
    return;
  }
  if (open?.parentNode !== main) {
    hidePage();
    const made = document.createElement('div');
    made.id = ID;
    main.append(made);
    main.setAttribute('data-heimdall-open', '');
  }
  shown = key;
  const container = document.getElementById(ID)!;
  const isWanted = () => container.isConnected && shown === key;
  load()
    .then(
      (shell) => {
        if (isWanted()) {
          leave = shell.show(container, entry, where, fail);
        }
      },
      (error) => {
        console.warn('Heimdall: no pages', error);
        if (isWanted()) {
          showStale(container);
        }
      },
    )
    .catch(fail);
}

/** By itself, as the build takes what is chained to an import into it, where no style that is gone is heard of. */
function load() {
  return import('../shell/open');
}

/** Leaves the main region to the console. */
export function hidePage() {
  shown = undefined;
  const gone = leave;
  leave = undefined;
  document.querySelector('[data-heimdall-open]')?.removeAttribute('data-heimdall-open');
  try {
    gone?.();
  } finally {
    document.getElementById(ID)?.remove();
  }
}
