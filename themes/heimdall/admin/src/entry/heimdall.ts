// SPDX-License-Identifier: Apache-2.0
// Adds "Heimdall" to the console's navigation in realms that are apps. Every page of the console loads this, so it is
// small, touches nothing of the console but one list and one attribute, and whatever goes wrong here takes the entry away
// again and leaves the console as it is.
import './heimdall.css';
import type { Environment, Where } from './where';

const ENTRY = 'heimdall-nav';
const PAGE = 'heimdall-page';
const SECTION = 'heimdall';

let observer: MutationObserver | undefined;
let shown: string | undefined;
let leave: (() => void) | undefined;
const apps = new Map<string, boolean>();

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
    if (realm && !apps.get(realm)) {
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
    document.getElementById(ENTRY)?.remove();
  }
}

/**
 * What the address says: `#/<realm>/heimdall?page=<page>`. The console takes it for a tab of its start page, which shows
 * nothing of its own then; an address that it does not know would show an error.
 */
function place() {
  const [path = '', query] = location.hash.slice(1).split('?');
  const [, realm, section] = path.split('/').map(decodeURIComponent);
  return { realm, open: section === SECTION, page: new URLSearchParams(query).get('page') };
}

function update(environment: Environment, server: string) {
  const { realm, open, page } = place();
  if (!realm) {
    return;
  }
  if (!apps.has(realm)) {
    apps.set(realm, false);
    ask(server, realm).then(() => attempt(() => update(environment, server)));
  }
  const isApp = apps.get(realm);
  showEntry(isApp ? realm : null, open);
  if (isApp && open) {
    showPage({ environment, server, realm, page });
  } else {
    hidePage();
  }
}

/** Whether a realm is an app, which is public: only an app has these keys there. */
async function ask(server: string, realm: string) {
  try {
    const answer = await fetch(`${server}/realms/${encodeURIComponent(realm)}/v1/.well-known/jwks.json`, {
      cache: 'no-store',
      credentials: 'omit',
    });
    apps.set(realm, answer.ok);
  } catch {
    apps.set(realm, false);
  }
}

let entry: HTMLLIElement | undefined;

/** Our part of the navigation; the pages add the list of them to it. */
function showEntry(realm: string | null, current: boolean) {
  // The first list that has a heading is the one of what is managed.
  const list = document.querySelector('#page-sidebar nav section > h2 + ul');
  if (!realm || !list) {
    entry?.remove();
    return;
  }
  entry ??= makeEntry();
  if (entry.parentNode !== list) {
    list.prepend(entry);
  }
  const link = entry.firstElementChild!;
  setOnce(link, 'href', `#/${encodeURIComponent(realm)}/${SECTION}`);
  setOnce(link, 'aria-expanded', String(current));
  entry.classList.toggle('pf-m-expanded', current);
  entry.classList.toggle('pf-m-current', current);
}

function makeEntry() {
  const link = document.createElement('a');
  link.className = 'pf-v5-c-nav__link';
  link.textContent = 'Heimdall';
  const item = document.createElement('li');
  item.id = ENTRY;
  item.className = 'pf-v5-c-nav__item';
  item.append(link);
  return item;
}

/** Sets what differs only, so that the observer comes to rest. */
function setOnce(node: Element, name: string, value: string) {
  if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}

function showPage(where: Where) {
  const main = document.querySelector('#kc-main-content-page-container');
  const key = `${where.realm} ${where.page}`;
  const open = document.getElementById(PAGE);
  if (!main || (shown === key && open?.parentNode === main)) {
    return;
  }
  if (open?.parentNode !== main) {
    hidePage();
    const made = document.createElement('div');
    made.id = PAGE;
    main.append(made);
    main.setAttribute('data-heimdall-open', '');
  }
  shown = key;
  const container = document.getElementById(PAGE)!;
  import('../shell/open')
    .then((shell) => {
      if (container.isConnected && shown === key) {
        leave = shell.show(container, entry!, where, giveUp);
      }
    })
    .catch(giveUp);
}

function hidePage() {
  shown = undefined;
  const gone = leave;
  leave = undefined;
  document.querySelector('[data-heimdall-open]')?.removeAttribute('data-heimdall-open');
  try {
    gone?.();
  } finally {
    document.getElementById(PAGE)?.remove();
  }
}
