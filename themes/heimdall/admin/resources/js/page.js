// SPDX-License-Identifier: Apache-2.0
// The frame of the pages: a tab for each, and below it a list with what can be done to it.
import { AdminToken } from './admin-token.js';
import { apiKeys } from './api-keys.js';
import { ask } from './dialog.js';
import { alert, button, element, table } from './elements.js';
import { invites } from './invites.js';
import { machineClients } from './machine-clients.js';
import { Platform } from './platform.js';
import { speak, text } from './texts.js';

const PAGES = [apiKeys, invites, machineClients];

let token;

/** Fills the container with the page of the address, or with the first. */
export async function open(container, { environment, server, realm, page: path }) {
  token ??= new AdminToken(environment);
  container.lang = speak(await localeOf(environment, server, realm));
  const page = PAGES.find((candidate) => candidate.path === path) ?? PAGES[0];
  const list = element('div', { class: 'heimdall-list' });
  const view = new View(container, list, page, new Platform(server, realm, token));
  container.replaceChildren(
    element(
      'section',
      { class: 'pf-v5-c-page__main-section pf-m-light' },
      element('h1', { class: 'pf-v5-c-title pf-m-xl' }, text('heimdall')),
      tabs(realm, page),
    ),
    element(
      'section',
      { class: 'pf-v5-c-page__main-section pf-m-light' },
      element('h2', { class: 'pf-v5-c-title pf-m-lg' }, text(page.title)),
      element('p', {}, text(page.intro)),
      list,
    ),
  );
  return view.load();
}

/** The language that the console shows; it asks Keycloak the same. Null if that fails, which the list then tells. */
async function localeOf(environment, server, realm) {
  const address = `${server}/admin/${encodeURIComponent(environment.realm)}/console/whoami`;
  try {
    const answer = await fetch(`${address}?currentRealm=${encodeURIComponent(realm)}`, {
      headers: { authorization: `Bearer ${await token.get()}` },
    });
    return (await answer.json()).locale;
  } catch {
    return null;
  }
}

function tabs(realm, current) {
  return element(
    'nav',
    { 'aria-label': text('heimdall') },
    element(
      'ul',
      { class: 'heimdall-tabs' },
      ...PAGES.map((page) => {
        const href = `#/${encodeURIComponent(realm)}/heimdall?page=${page.path}`;
        return element('li', {}, element('a', { href, 'aria-current': page === current ? 'page' : null }, text(page.title)));
      }),
    ),
  );
}

/** One list: loads it a page at a time, and again after each change. */
class View {
  #container;
  #place;
  #page;
  #platform;

  constructor(container, place, page, platform) {
    this.#container = container;
    this.#place = place;
    this.#page = page;
    this.#platform = platform;
  }

  async load(notice) {
    this.#place.replaceChildren(element('p', {}, text('loading')));
    const create = button(text(this.#page.create.label), 'primary', () => this.#start(this.#page.create));
    try {
      const { rows, next } = await this.#rows();
      this.#place.replaceChildren(
        ...(notice ? [alert('success', notice)] : []),
        create,
        ...(rows.length ? [this.#table(rows)] : [element('p', {}, text('none'))]),
        ...(next ? [this.#more(rows, next)] : []),
      );
      if (notice) {
        create.focus();
      }
    } catch (error) {
      this.#place.replaceChildren(alert('danger', error.message));
    }
  }

  async #rows(cursor) {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const { data, pagination } = await this.#platform.call('GET', this.#page.resource + query);
    return { rows: data, next: pagination?.next_cursor };
  }

  #more(rows, next) {
    const more = button(text('more'), 'link', async () => {
      more.disabled = true;
      try {
        const following = await this.#rows(next);
        const all = [...rows, ...following.rows];
        more.previousSibling.replaceWith(this.#table(all));
        more.replaceWith(...(following.next ? [this.#more(all, following.next)] : []));
      } catch (error) {
        more.replaceWith(alert('danger', error.message));
      }
    });
    return more;
  }

  #table(rows) {
    const { title, columns, actions } = this.#page;
    return table(
      text(title),
      [...columns.map(({ label }) => text(label)), text('actions')],
      rows.map((row) => [
        ...columns.map(({ value }) => value(row)),
        actions
          .filter(({ when }) => !when || when(row))
          .map((action) =>
            button(text(action.label), 'link', () => this.#start(action, row), {
              'aria-label': `${text(action.label)}: ${this.#page.nameOf(row)}`,
            }),
          ),
      ]),
    );
  }

  /** Asks for what the action needs, does it, and shows the list as it is then. */
  async #start(action, row) {
    try {
      const fields = (await action.fields?.(this.#platform, row)) ?? [];
      const name = row && this.#page.nameOf(row);
      const done = await ask(this.#container, {
        title: text(action.title ?? action.label, name),
        help: action.help && text(action.help),
        fields,
        submit: text(action.submit ?? action.label),
        danger: action.danger,
        run: (values) => action.run(this.#platform, values, row),
      });
      if (done) {
        await this.load(text('done'));
      }
    } catch (error) {
      this.#place.prepend(alert('danger', error.message));
    }
  }
}
