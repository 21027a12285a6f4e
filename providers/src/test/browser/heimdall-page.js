// SPDX-License-Identifier: Apache-2.0
// The pages behind "Heimdall" in the navigation, in the words of an admin.

/** The parts of the console that this project fills. */
export const OURS = ['#heimdall-nav', '#heimdall-page', '.pf-v5-c-modal-box'];

export class HeimdallPage {
  #page;

  constructor(admin) {
    this.#page = admin.page;
  }

  get entry() {
    return this.#page.locator('#heimdall-nav > a');
  }

  /** What the entry opens: the pages, by their names. */
  get pages() {
    return this.#page.locator('#heimdall-nav ul');
  }

  get content() {
    return this.#page.locator('#heimdall-page');
  }

  get dialog() {
    return this.#page.getByRole('dialog');
  }

  /** Opens a page by its name, from wherever the console is. */
  async open(name) {
    await this.entry.click();
    await this.pages.getByRole('link', { name, exact: true }).click();
    await this.content.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await this.loaded();
  }

  /** Opens a part of the page. */
  async tab(name) {
    await this.content.getByRole('tab', { name, exact: true }).click();
    await this.loaded();
  }

  /** Waits until nothing stands in for what is to come. */
  async loaded() {
    await this.content.locator('.pf-v5-c-skeleton').first().waitFor({ state: 'detached' });
  }

  row(name) {
    return this.content.getByRole('row').filter({ hasText: name });
  }

  /** Presses a button of the list, and waits for what it asks. */
  async press(button) {
    await this.content.getByRole('button', { name: button, exact: true }).click();
    await this.dialog.waitFor();
  }

  /** Answers what is asked, and waits until the page says that it is done. */
  async confirm(button, said) {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
    await this.content.getByRole('status').filter({ hasText: said }).waitFor();
  }

  /** Submits what is asked, gives back the secrets that are shown then by their labels, and closes. */
  async submitForSecrets(button, said) {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
    const secrets = await this.secrets();
    await this.confirm('Close', said);
    return secrets;
  }

  async secrets() {
    await this.dialog.locator('.heimdall-secret').first().waitFor();
    const labels = await this.dialog.locator('dt').allInnerTexts();
    const values = await this.dialog.locator('.heimdall-secret').allInnerTexts();
    return Object.fromEntries(labels.map((label, i) => [label, values[i]]));
  }
}
