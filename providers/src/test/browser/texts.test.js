// SPDX-License-Identifier: Apache-2.0
// The pages' texts: each that a page names is there, in both languages.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TEXTS } from '../../../../themes/heimdall/admin/resources/js/texts.js';

const SCRIPTS = new URL('../../../../themes/heimdall/admin/resources/js/', import.meta.url);
const NAMED = /(?:\btext\(|\b(?:label|title|intro|help|submit): )'(\w+)'/g;

test('given a text in English, then there is a German one', () => {
  assert.deepEqual(Object.keys(TEXTS.de).sort(), Object.keys(TEXTS.en).sort());
});

test('given a text that a page names, then it is there', () => {
  const named = readdirSync(SCRIPTS)
    .flatMap((file) => [...readFileSync(new URL(file, SCRIPTS), 'utf8').matchAll(NAMED)])
    .map(([, key]) => key);
  assert.ok(named.includes('createKey'));
  assert.deepEqual(named.filter((key) => !(key in TEXTS.en)), []);
});
