// SPDX-License-Identifier: Apache-2.0
// Adds "Heimdall" to the console's navigation in realms that are apps. Every page of the console loads this, so it is
// small, touches nothing of the console but one list and one attribute, and whatever goes wrong here takes the entry
// away again and leaves the console as it is.
import { ask, isApp, isUnknown } from './apps';
import './heimdall.css';
import { removeEntry, showEntry } from './navigation';
import { hidePage, showPage } from './page';
import { place } from './place';
import type { Environment } from './where';

let observer: MutationObserver | undefined;

try {
  start(JSON.parse(document.getElementById('environment')!.textContent));
} catch (error) {
  giveUp(error);
}

function start(environment: Environment) {
  const server = environment.adminBaseUrl ?? environment.serverBaseUrl;
  const login = environment.authServerUrl ?? environment.serverBaseUrl;
  if ([server, login].some((address) => new URL(address, location.href).origin !== location.origin)) {
    return;
  }
  const follow = () => attempt(() => update(environment, server));
  observer = new MutationObserver(follow);
  observer.observe(document.getElementById('app')!, { childList: true, subtree: true });
  addEventListener('hashchange', () => {
    const { realm } = place();
    if (realm && !isApp(realm)) {
      ask(server, realm).then(follow);
    }
    follow();
  });
  follow();
}

function attempt(work: () => void) {
  try {
    work();
  } catch (error) {
    giveUp(error);
  }
}

function giveUp(error: unknown) {
  console.warn('Heimdall: no entry in the navigation', error);
  observer?.disconnect();
  try {
    hidePage();
  } finally {
    removeEntry();
  }
}

function update(environment: Environment, server: string) {
  const { realm, open, page, id } = place();
  if (!realm) {
    return;
  }
  if (isUnknown(realm)) {
    ask(server, realm).then(() => attempt(() => update(environment, server)));
  }
  const served = isApp(realm);
  showEntry(served ? realm : null, open);
  if (served && open) {
    showPage({ environment, server, realm, page, id }, giveUp);
  } else {
    hidePage();
  }
}
