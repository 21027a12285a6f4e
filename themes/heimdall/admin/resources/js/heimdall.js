// SPDX-License-Identifier: Apache-2.0
// Adds "Heimdall" to the console's navigation in realms that are apps. It touches nothing of the console but one list
// and one attribute, and whatever goes wrong here takes the entry away again and leaves the console as it is.
const ENTRY = 'heimdall-nav';
const PAGE = 'heimdall-page';
const SECTION = 'heimdall';

let observer;
let shown;
const apps = new Map();

try {
  start(JSON.parse(document.getElementById('environment').textContent));
} catch (error) {
  giveUp(error);
}

function start(environment) {
  const server = environment.adminBaseUrl ?? environment.serverBaseUrl;
  const login = environment.authServerUrl ?? environment.serverBaseUrl;
  if ([server, login].some((address) => new URL(address, location).origin !== location.origin)) {
    return;
  }
  const follow = () => attempt(() => update(environment, server));
  observer = new MutationObserver(follow);
  observer.observe(document.getElementById('app'), { childList: true, subtree: true });
  addEventListener('hashchange', () => {
    const realm = place().realm;
    if (realm && !apps.get(realm)) {
      ask(server, realm).then(follow);
    }
    follow();
  });
  follow();
}

function attempt(work) {
  try {
    work();
  } catch (error) {
    giveUp(error);
  }
}

function giveUp(error) {
  console.warn('Heimdall: no entry in the navigation', error);
  observer?.disconnect();
  document.getElementById(ENTRY)?.remove();
  hidePage();
}

/**
 * What the address says: `#/<realm>/heimdall?page=<page>`. The console takes it for a tab of its start page, which shows
 * nothing of its own then; an address that it does not know would show an error.
 */
function place() {
  const [path, query] = location.hash.slice(1).split('?');
  const [, realm, section] = path.split('/').map(decodeURIComponent);
  return { realm, open: section === SECTION, page: new URLSearchParams(query).get('page') };
}

function update(environment, server) {
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
async function ask(server, realm) {
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

function showEntry(realm, current) {
  const list = document.querySelector('#page-sidebar nav section:last-of-type ul');
  let entry = document.getElementById(ENTRY);
  if (!realm || !list) {
    entry?.remove();
    return;
  }
  if (!entry) {
    const link = document.createElement('a');
    link.className = 'pf-v5-c-nav__link';
    link.textContent = 'Heimdall';
    entry = document.createElement('li');
    entry.id = ENTRY;
    entry.append(link);
  }
  if (entry.parentNode !== list) {
    list.append(entry);
  }
  const link = entry.firstChild;
  setOnce(link, 'href', `#/${encodeURIComponent(realm)}/${SECTION}`);
  setOnce(link, 'aria-current', current ? 'page' : null);
  link.classList.toggle('pf-m-current', current);
}

/** Sets what differs only, so that the observer comes to rest. */
function setOnce(node, name, value) {
  if (value === null) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}

function showPage(where) {
  const main = document.querySelector('#kc-main-content-page-container');
  const key = `${where.realm} ${where.page}`;
  if (!main || (shown === key && document.getElementById(PAGE)?.parentNode === main)) {
    return;
  }
  hidePage();
  shown = key;
  const container = document.createElement('div');
  container.id = PAGE;
  main.append(container);
  main.setAttribute('data-heimdall-open', '');
  import('./page.js').then(({ open }) => open(container, where)).catch(giveUp);
}

function hidePage() {
  shown = undefined;
  document.getElementById(PAGE)?.remove();
  document.querySelector('[data-heimdall-open]')?.removeAttribute('data-heimdall-open');
}
