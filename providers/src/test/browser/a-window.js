// SPDX-License-Identifier: Apache-2.0
// Whoever imports this has a browser, and a window with the console for each test.
import { after, afterEach, before, beforeEach } from 'node:test';
import { Console, startBrowser } from './console.js';
import { HeimdallPage } from './heimdall-page.js';

let browser;

/** The admin at the console. */
export let admin;

/** The pages behind "Heimdall" in the navigation. */
export let heimdall;

before(async () => {
  browser = await startBrowser();
});

after(() => browser.close());

beforeEach(async () => {
  admin = await Console.open(browser);
  heimdall = new HeimdallPage(admin);
});

afterEach(() => admin.close());
