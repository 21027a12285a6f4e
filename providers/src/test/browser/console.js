// SPDX-License-Identifier: Apache-2.0
// What the tests do in Keycloak's admin console, in the words of an admin.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const WINDOW = { width: 1440, height: 1000 };
const WIDTHS = { light: 1280, dark: 1280, narrow: 600 };
const MOST_TABS = 100;
const WHOLE_TAB = 2300;

const SERIOUS = ['serious', 'critical'];

/** Where and as whom the tests work; set by whoever starts them. */
export const settings = {
  server: required('HEIMDALL_SERVER'),
  realm: required('HEIMDALL_REALM'),
  username: process.env.HEIMDALL_ADMIN_USERNAME ?? 'admin',
  password: process.env.HEIMDALL_ADMIN_PASSWORD ?? 'admin',
  viewerPassword: process.env.HEIMDALL_VIEWER_PASSWORD ?? 'viewer',
  screenshots: process.env.HEIMDALL_SCREENSHOTS ?? 'screenshots',
  executable: process.env.HEIMDALL_CHROMIUM ?? '/usr/bin/chromium',
};

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

export function startBrowser() {
  return chromium.launch({ executablePath: settings.executable, args: ARGUMENTS });
}

/** An admin at the console, in a browser window of their own. */
export class Console {
  #context;

  constructor(context, page) {
    this.#context = context;
    this.page = page;
  }

  /** Opens a window; `look` is `light` or `dark`, `language` what the browser asks for. */
  static async open(browser, { look = 'light', language = 'en' } = {}) {
    const context = await browser.newContext({
      colorScheme: look,
      locale: language,
      viewport: WINDOW,
    });
    return new Console(context, await context.newPage());
  }

  async close() {
    await this.#context.close();
  }

  /** Logs in with the keyboard and opens a tab of the realm's settings. */
  async logInTo(tab, realm = settings.realm) {
    await this.logInAt(`realm-settings/${tab}`, { realm });
    await this.page.getByRole('tab').first().waitFor();
  }

  /** Logs in with the keyboard and opens an address of the console; by itself as the server's admin. */
  async logInAt(path, login = {}) {
    const { realm = settings.realm, home = 'master' } = login;
    const { username = settings.username, password = settings.password } = login;
    await this.page.goto(this.#url(path, realm, home));
    await this.page.locator('#username').focus();
    await this.page.keyboard.type(username);
    if (await this.page.locator('#password').count()) {
      await this.page.keyboard.press('Tab');
    } else {
      // A realm that has organizations asks for the password on a second page.
      await this.page.keyboard.press('Enter');
    }
    await this.page.locator('#password').focus();
    await this.page.keyboard.type(password);
    await this.page.keyboard.press('Enter');
    await this.page.locator('#page-sidebar').waitFor();
  }

  /** Opens a tab by its address, with everything loaded anew: a changed hash alone keeps the realm of before. */
  async goTo(tab, realm = settings.realm) {
    await this.page.goto('about:blank');
    await this.page.goto(this.#url(`realm-settings/${tab}`, realm));
    await this.page.getByRole('tab').first().waitFor();
  }

  /** A field by its name; the console gives switches this id, and text fields one with a prefix. */
  field(name) {
    return this.page.locator(`[id="${name}"], [id="config.${name}"]`);
  }

  async onHeimdall() {
    await this.field('signup_enabled').waitFor({ state: 'attached' });
  }

  isOn(toggle) {
    return this.field(toggle).isChecked();
  }

  /** Presses Tab until the target has the focus. */
  async tabTo(target) {
    for (let presses = 0; presses < MOST_TABS; presses++) {
      if (await target.evaluate((node) => node === document.activeElement)) {
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not get to ${target}`);
  }

  /** Opens a toggle's help with the keyboard; gives back what it says. */
  async help(toggle) {
    const named = (name) => `[data-testid="help-label-${name}"]`;
    await this.page.locator(`${named(`heimdall_${toggle}`)}, ${named(`config.${toggle}`)}`).focus();
    await this.page.keyboard.press('Enter');
    const popover = this.page.locator('.pf-v5-c-popover');
    await popover.waitFor();
    const text = await popover.innerText();
    await this.page.keyboard.press('Escape');
    await popover.waitFor({ state: 'detached' });
    return text;
  }

  /** Turns a switch with the keyboard. */
  async flip(toggle) {
    await this.field(toggle).focus();
    await this.page.keyboard.press('Space');
  }

  /** Replaces what a text field holds, with the keyboard. */
  async type(toggle, value) {
    await this.field(toggle).focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(value);
  }

  /** Saves with the keyboard; gives back what the console says to it. */
  async save(button = 'save') {
    await this.page.getByTestId(button).focus();
    await this.page.keyboard.press('Enter');
    const alert = this.page.getByTestId('last-alert');
    await alert.waitFor();
    return alert.innerText();
  }

  /** What axe-core finds serious or worse in the part of the page that this project fills. */
  async seriousFindings(...parts) {
    // A mail in its frame is shut off from the page, axe-core too.
    const builder = new AxeBuilder({ page: this.page }).exclude('iframe[sandbox]');
    for (const part of parts) {
      if (await this.page.locator(part).count()) {
        builder.include(part);
      }
    }
    const { violations } = await builder.analyze();
    return violations
      .filter(({ impact }) => SERIOUS.includes(impact))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  /** Keeps a picture of what the window shows. */
  async snapshot(name) {
    mkdirSync(settings.screenshots, { recursive: true });
    await this.page.screenshot({ path: join(settings.screenshots, `${name}.png`) });
  }

  /**
   * Keeps pictures of the window, light, dark and narrow, and gives back what axe-core finds in the parts, and what
   * does not fit.
   */
  async lookAt(name, ...parts) {
    const findings = [];
    for (const [look, width] of Object.entries(WIDTHS)) {
      await this.page.setViewportSize({ ...WINDOW, width });
      await this.page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light' });
      // Keycloak folds and unfolds its sidebar a moment after the window has its width.
      const sidebar = `#page-sidebar.pf-m-${look === 'narrow' ? 'collapsed' : 'expanded'}`;
      await this.page.locator(sidebar).waitFor({ state: 'attached' });
      await this.snapshot(`${name}-${look}`);
      const serious = parts.length ? await this.seriousFindings(...parts) : [];
      findings.push(...serious, ...(await this.#tooWide()));
    }
    await this.page.setViewportSize(WINDOW);
    await this.page.emulateMedia({ colorScheme: 'light' });
    return findings;
  }

  /** What does not fit into the window. */
  #tooWide() {
    return this.page
      .locator('#heimdall-page, .pf-v5-c-modal-box')
      .evaluateAll((nodes) =>
        nodes.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ id }) => `too wide: ${id}`),
      );
  }

  /** Keeps a picture of the whole tab; the console scrolls inside the page, so the window is made to hold it. */
  async screenshot(name) {
    mkdirSync(settings.screenshots, { recursive: true });
    await this.page.setViewportSize({ width: WINDOW.width, height: WHOLE_TAB });
    await this.page.screenshot({ path: join(settings.screenshots, `${name}.png`) });
    await this.page.setViewportSize(WINDOW);
  }

  #url(path, realm = settings.realm, home = 'master') {
    return `${settings.server}/admin/${home}/console/#/${realm}/${path}`;
  }
}
