// SPDX-License-Identifier: Apache-2.0
// The page "Mail": each mail can be looked at, what is set holds for it, and a test mail arrives.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { admin, heimdall } from './a-window.js';
import { administer, atPlatform, giveAdminAnEmail } from './api.js';
import { settings } from './console.js';
import { OURS } from './heimdall-page.js';
import { MailServer } from './mail-server.js';

let mails;

before(async () => {
  mails = await MailServer.start();
});

after(async () => {
  mails.stop();
  await administer(`/${settings.realm}`, 'PUT', {
    smtpServer: {},
    internationalizationEnabled: false,
    displayName: '',
  });
});

const shown = () => heimdall.content.frameLocator('iframe');

describe('given mails', () => {
  test('when looking at them, then they are there in each language, with the look that is set', async () => {
    await administer(`/${settings.realm}`, 'PUT', {
      displayName: 'Acme <img src=x onerror="top.location=1">',
      internationalizationEnabled: true,
      supportedLocales: ['en', 'de'],
      defaultLocale: 'en',
    });
    await atPlatform('/notification-settings', { method: 'PATCH', body: { web_origin: 'https://app.example.com' } });
    await admin.logInAt('heimdall?page=mail');
    await heimdall.tab('Preview');
    await shown().getByRole('heading', { name: 'Confirm your email address' }).waitFor();
    await shown().getByText('123456', { exact: true }).waitFor();
    assert.equal(await shown().locator('img').count(), 0);
    assert.equal(await heimdall.content.locator('iframe').getAttribute('sandbox'), '');
    assert.deepEqual(await admin.lookAt('heimdall-mail-preview', ...OURS), []);
    await heimdall.content.getByLabel('Language').selectOption({ label: 'German' });
    await shown().getByRole('heading', { name: 'Confirm your email address' }).waitFor({ state: 'detached' });
    await heimdall.content.getByRole('combobox', { name: 'Mail' }).selectOption('Sign-in code');
    await shown().getByRole('heading', { name: 'Ihr Anmeldecode' }).waitFor();
    await heimdall.content.getByRole('combobox', { name: 'Mail' }).selectOption('Invitation');
    await heimdall.content.locator('pre').filter({ hasText: 'Ada Lovelace' }).waitFor();

    await heimdall.tab('Logo and colour');
    await heimdall.press('Edit');
    await heimdall.dialog.getByLabel('Colour of buttons').fill('red');
    await heimdall.dialog.getByRole('button', { name: 'Save' }).click();
    assert.match(await heimdall.dialog.getByRole('alert').innerText(), /#0f766e/);
    await heimdall.dialog.getByLabel('Colour of buttons').fill('#0f766e');
    await heimdall.confirm('Save', 'Logo and colour were saved.');
    assert.deepEqual(await admin.lookAt('heimdall-mail-look', ...OURS), []);
    const { html } = (await atPlatform('/notification-settings/preview?mail=heimdall-welcome&locale=en')).body;
    assert.ok(html.includes('background:#0f766e'));
    await heimdall.press('Edit');
    await heimdall.dialog.getByLabel('Colour of buttons').fill('');
    await heimdall.confirm('Save', 'Logo and colour were saved.');
    await heimdall.content.getByText('The standard one').waitFor();
  });

  test('when their logo is at another host, then the preview names it, and asks nothing of that host', async () => {
    const logo = 'https://pictures.example.com/logo.png';
    const english = `/${settings.realm}/localization/en`;
    await administer(english, 'POST', { heimdallLogo: logo });
    await atPlatform('/notification-settings', { method: 'PATCH', body: { web_origin: 'https://app.example.com' } });
    const elsewhere = [];
    admin.page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(settings.server).host) {
        elsewhere.push(request.url());
      }
    });
    await admin.logInAt('heimdall?page=mail');
    await heimdall.tab('Preview');
    await shown().getByText(logo).waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-mail-logo', ...OURS), []);
    await shown().getByRole('link', { name: 'Confirm my address' }).click();
    await heimdall.content.getByRole('combobox', { name: 'Mail' }).selectOption('Welcome');
    await shown().getByRole('heading', { name: 'Confirm your email address' }).waitFor({ state: 'detached' });
    await shown().getByText(logo).waitFor();
    assert.deepEqual(elsewhere, []);
    await administer(`${english}/heimdallLogo`, 'DELETE');
  });

  test('when setting up what is sent, then the API has it, and a test mail arrives', async () => {
    await giveAdminAnEmail();
    await administer(`/${settings.realm}`, 'PUT', { smtpServer: {} });
    await admin.logInAt('heimdall?page=mail');
    await heimdall.press('Send test mail');
    await heimdall.dialog.getByRole('button', { name: 'Send test mail' }).click();
    assert.match(await heimdall.dialog.getByRole('alert').innerText(), /no mail server/);
    await heimdall.dialog.getByRole('button', { name: 'Cancel' }).click();
    const smtpServer = { host: '127.0.0.1', port: String(mails.port), from: 'acme@example.com' };
    await administer(`/${settings.realm}`, 'PUT', { smtpServer });
    await heimdall.press('Edit');
    await heimdall.dialog.getByLabel('Send mail').selectOption('On');
    await heimdall.dialog.getByLabel('Buttons lead to').fill('https://shop.example.com');
    await heimdall.confirm('Save', 'The mail settings were saved.');
    const { notifications_via_envoi: on, web_origin: origin } = (await atPlatform('/notification-settings')).body;
    assert.deepEqual({ on, origin }, { on: true, origin: 'https://shop.example.com' });
    await heimdall.content.getByText('https://shop.example.com').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-mail', ...OURS), []);

    await heimdall.press('Send test mail');
    await heimdall.confirm('Send test mail', 'The test mail was sent.');
    assert.match(await mails.next(), /acme@example\.com/);

    await heimdall.open('Invites');
    await heimdall.press('Create invite');
    await heimdall.dialog.getByText('The code is sent by mail').waitFor();
    await heimdall.dialog.getByLabel('Email').fill('invited@example.com');
    await heimdall.submitForSecrets('Create invite', 'The invite was created. Its code is being sent by mail');
    assert.match(await mails.next(), /invited@example\.com/);
    await atPlatform('/notification-settings', {
      method: 'PATCH',
      body: { notifications_via_envoi: false, web_origin: null },
    });
  });
});
