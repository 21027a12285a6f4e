// SPDX-License-Identifier: Apache-2.0
// The page "Webhooks": what is set up there is sent, and what became of it is shown.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { admin, heimdall } from './a-window.js';
import { atPlatform, signUp } from './api.js';
import { OURS } from './heimdall-page.js';
import { isSignedBy, Receiver } from './receiver.js';

/** Milliseconds. */
const ASK_AGAIN = 200;

let receiver;

before(async () => {
  receiver = await Receiver.start();
});

after(async () => {
  receiver.stop();
  await atPlatform('/webhook', { method: 'DELETE' });
  await atPlatform('/audit-sink', { method: 'DELETE' });
});

const of = (name) => ({ body }) => body.includes(`"${name}"`);

/** What waits, as soon as each of these users has a letter there. */
async function deadLetters(names) {
  for (;;) {
    const { data } = (await atPlatform('/webhook/dead-letters?unreplayed=true')).body;
    if (names.every((name) => data.some(({ payload }) => payload.data.username === name))) {
      return data;
    }
    await setTimeout(ASK_AGAIN);
  }
}

/** Waits until an attempt to send this event is in the list: the receiver hears of it first. */
async function attempted(event) {
  while (!(await atPlatform('/webhook/attempts')).body.some(({ event_type }) => event_type === event)) {
    await setTimeout(ASK_AGAIN);
  }
}

async function hookUp(events) {
  await atPlatform('/webhook', { method: 'PUT', body: { url: receiver.url, event_types: events } });
}

describe('given no webhook', () => {
  test('when setting one up, then it is sent what was chosen, signed by the secret that was shown', async () => {
    await atPlatform('/webhook', { method: 'DELETE' });
    await admin.logInAt('heimdall?page=webhooks');
    await heimdall.content.getByText('No webhook').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-webhooks-none', ...OURS), []);

    await heimdall.press('Set up webhook');
    await heimdall.dialog.getByLabel('URL').fill(receiver.url);
    await heimdall.dialog.getByRole('button', { name: 'Choose all: Users' }).click();
    await heimdall.dialog.getByLabel('user.signin', { exact: true }).uncheck();
    assert.deepEqual(await admin.lookAt('heimdall-webhook-form', ...OURS), []);
    const { 'Signing secret': secret } = await heimdall.submitForSecrets('Save', 'The webhook was saved.');
    const { url, event_types: events } = (await atPlatform('/webhook')).body;
    assert.equal(url, receiver.url);
    assert.ok(events.includes('user.signup') && !events.includes('user.signin') && !events.includes('tenant.created'));

    const name = `hooked${Date.now()}`;
    assert.equal(await signUp({ name }), 200);
    assert.ok(isSignedBy(secret, await receiver.next(of(name))));
    await attempted('user.signup');
    await heimdall.tab('Attempts');
    await heimdall.row('user.signup').first().getByText('204').waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-attempts', ...OURS), []);
    await heimdall.content.getByLabel('Outcome').selectOption('Not taken');
    await heimdall.content.getByText('Nothing matches the filters.').waitFor();

    await heimdall.tab('Webhook');
    await heimdall.press('New secret');
    const { 'Signing secret': second } = await heimdall.submitForSecrets('New secret', 'has a new signing secret');
    const other = `again${Date.now()}`;
    assert.equal(await signUp({ name: other }), 200);
    const request = await receiver.next(of(other));
    assert.equal(isSignedBy(secret, request), false);
    assert.equal(isSignedBy(second, request), true);
  });
});

describe('given a webhook that was disabled', () => {
  test('then it says why, and dead letters are sent again, one and all', async () => {
    const names = ['gone', 'first', 'second', 'third'].map((name) => `${name}${Date.now()}`);
    await hookUp(['user.signup']);
    receiver.status = 410;
    assert.equal(await signUp({ name: names[0] }), 200);
    await receiver.next(of(names[0]));
    await admin.logInAt('heimdall?page=webhooks');
    await heimdall.content.getByText('Off', { exact: true }).waitFor();
    assert.deepEqual(await admin.lookAt('heimdall-webhooks', ...OURS), []);
    for (const name of names.slice(1)) {
      assert.equal(await signUp({ name }), 200);
    }

    const letters = await deadLetters(names);

    receiver.status = 500;
    await heimdall.tab('Dead letters');
    await heimdall.content.getByLabel('Only waiting ones').focus();
    await admin.page.keyboard.press('Space');
    const { id } = letters.find(({ payload }) => payload.data.username === names[1]);
    await heimdall.press(`Show: ${id}`);
    await heimdall.dialog.getByText(names[1]).first().waitFor();
    await heimdall.dialog.getByRole('button', { name: 'Close' }).last().click();
    await heimdall.press(`Send again: ${id}`);
    await heimdall.dialog.getByRole('button', { name: 'Send again' }).click();
    assert.match(await heimdall.dialog.getByRole('alert').innerText(), /not taken: 500/);
    receiver.status = 204;
    await heimdall.confirm('Send again', '“user.signup” was delivered.');
    await receiver.next(of(names[1]));
    assert.equal(await heimdall.content.getByRole('button', { name: `Show: ${id}` }).count(), 0);
    assert.deepEqual(await admin.lookAt('heimdall-dead-letters', ...OURS), []);

    await heimdall.press('Send all again');
    await heimdall.confirm('Send all again', `${letters.length - 1} delivered, 0 still waiting.`);
    await receiver.next(of(names[3]));
    await heimdall.content.getByText('No dead letters').waitFor();

    await atPlatform('/webhook', { method: 'DELETE' });
    await heimdall.tab('Webhook');
    await heimdall.content.getByText('No webhook').waitFor();
  });
});

describe('given the audit log', () => {
  test('when setting up a sink, then it is sent there', async () => {
    await admin.logInAt('heimdall?page=webhooks');
    await heimdall.tab('Audit sink');
    await heimdall.press('Set up audit sink');
    await heimdall.dialog.getByLabel('URL').fill('nowhere');
    await heimdall.dialog.getByRole('button', { name: 'Save' }).click();
    await heimdall.dialog.getByRole('alert').filter({ hasText: 'The server refused what is marked.' }).waitFor();
    assert.equal(await heimdall.dialog.getByLabel('URL').getAttribute('aria-invalid'), 'true');
    await heimdall.dialog.getByLabel('URL').fill(receiver.url);
    const { 'Signing secret': secret } = await heimdall.submitForSecrets('Save', 'The audit sink was saved.');
    assert.equal(await signUp(), 200);
    assert.ok(isSignedBy(secret, await receiver.next(({ body }) => body.includes('"action":"user.signup"'))));
    assert.deepEqual(await admin.lookAt('heimdall-sink', ...OURS), []);

    await heimdall.press('Delete');
    await heimdall.confirm('Delete', 'The audit sink was deleted.');
    assert.equal((await atPlatform('/audit-sink')).status, 404);
  });
});
