// SPDX-License-Identifier: Apache-2.0
// The tab "Heimdall", from login to a saved toggle whose effect the API shows. Each test begins with a fresh window;
// the realm is shared, and each test leaves signup on.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { createRealm, setAttributes, signUp } from './api.js';
import { Console, startBrowser } from './console.js';

let browser;

before(async () => {
  browser = await startBrowser();
});

after(() => browser.close());

for (const look of ['light', 'dark']) {
  describe(`given the ${look} console`, () => {
    let admin;

    beforeEach(async () => {
      admin = await Console.open(browser, { look });
      await admin.logInTo('heimdall');
      await admin.onHeimdall();
    });

    afterEach(() => admin.close());

    test('when signup is turned off and saved by keyboard, then the API refuses it', async () => {
      assert.equal(await admin.isOn('enabled'), true);
      assert.equal(await admin.isOn('signup_enabled'), true);
      assert.equal(await signUp(), 200);

      await admin.flip('signup_enabled');
      assert.doesNotMatch(await admin.save(), /error|could not/i);
      assert.equal(await signUp(), 403);
      await admin.screenshot(`heimdall-tab-${look}`);

      await admin.goTo('heimdall');
      await admin.onHeimdall();
      assert.equal(await admin.isOn('signup_enabled'), false);

      await admin.flip('signup_enabled');
      await admin.save();
      assert.equal(await signUp(), 200);
    });

    test('then axe-core finds nothing serious', async () => {
      assert.deepEqual(await admin.seriousFindings('form'), []);
    });
  });
}

describe('given a keyboard only', () => {
  test('when signup is turned off, then the Tab key gets to the switch and to the button', async () => {
    const admin = await Console.open(browser);
    const turn = async () => {
      await admin.tabTo(admin.field('signup_enabled'));
      await admin.page.keyboard.press('Space');
      await admin.tabTo(admin.page.getByTestId('save'));
      await admin.page.keyboard.press('Enter');
      await admin.page.getByTestId('last-alert').waitFor();
    };
    try {
      await admin.logInTo('heimdall');
      await admin.onHeimdall();
      await turn();
      assert.equal(await signUp(), 403);

      await admin.goTo('heimdall');
      await admin.onHeimdall();
      await turn();
      assert.equal(await signUp(), 200);
    } finally {
      await admin.close();
    }
  });
});

describe('given a console in German', () => {
  test('then the tab speaks German', async () => {
    const admin = await Console.open(browser, { language: 'de' });
    try {
      await admin.logInTo('heimdall');
      await admin.onHeimdall();
      await admin.page.getByText('Registrierung: offen').waitFor();
      assert.match(await admin.help('max_sessions'), /1 bis 1000[^]*50/);
      await admin.screenshot('heimdall-tab-german');
    } finally {
      await admin.close();
    }
  });
});

describe('given a realm where nothing was ever saved', () => {
  const realm = `plain-${Date.now()}`;

  test('then the tab shows defaults, turning it on seeds it, and what a pipeline changes is shown', async () => {
    await createRealm(realm);
    const admin = await Console.open(browser);
    try {
      await admin.logInTo('heimdall', realm);
      await admin.onHeimdall();
      assert.equal(await admin.isOn('enabled'), false);
      assert.equal(await admin.isOn('signup_enabled'), true);
      assert.equal(await admin.isOn('enforce_app_permissions'), false);
      assert.equal(await admin.field('signup_default_role').inputValue(), 'member');
      assert.equal(await admin.field('max_sessions').inputValue(), '50');
      assert.match(await admin.help('max_sessions'), /1 to 1000[^]*50/);
      assert.match(await admin.help('health'), /"Heimdall" in the navigation/);
      assert.equal(await signUp({ realm }), 404);

      await admin.flip('enabled');
      await admin.save();
      assert.equal(await signUp({ realm }), 200);

      await setAttributes(realm, { 'heimdall.max_sessions': '3', 'heimdall.signup_enabled': 'false' });
      await admin.goTo('heimdall', realm);
      await admin.onHeimdall();
      assert.equal(await admin.isOn('enabled'), true);
      assert.equal(await admin.isOn('signup_enabled'), false);
      assert.equal(await admin.field('max_sessions').inputValue(), '3');
    } finally {
      await admin.close();
    }
  });
});

describe('given a value out of its range', () => {
  test('when saving, then the console says which and why, and nothing changes', async () => {
    const admin = await Console.open(browser);
    try {
      await admin.logInTo('heimdall');
      await admin.onHeimdall();
      await admin.type('max_sessions', '1001');

      assert.match(await admin.save(), /Sessions: maximum per user.*1 to 1000/s);
      await admin.screenshot('heimdall-tab-refused');

      await admin.goTo('heimdall');
      await admin.onHeimdall();
      assert.equal(await admin.field('max_sessions').inputValue(), '50');
    } finally {
      await admin.close();
    }
  });
});

describe('given another tab that was loaded before a toggle was saved', () => {
  test('when saving it, then the toggle stays', async () => {
    const early = await Console.open(browser);
    const later = await Console.open(browser);
    try {
      await early.logInTo('general');
      await early.field('displayName').waitFor();
      await later.logInTo('heimdall');
      await later.onHeimdall();
      await later.flip('signup_enabled');
      await later.save();

      await early.type('displayName', 'Renamed');
      await early.save('realmSettingsGeneralTab-save');

      assert.equal(await signUp(), 403);
      await later.goTo('heimdall');
      await later.onHeimdall();
      assert.equal(await later.isOn('signup_enabled'), false);
      await later.flip('signup_enabled');
      await later.save();
      assert.equal(await signUp(), 200);
    } finally {
      await early.close();
      await later.close();
    }
  });
});
