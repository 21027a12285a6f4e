// SPDX-License-Identifier: Apache-2.0
// Makes one page of an OpenAPI document, with all that it needs inside: node build.mjs <openapi.yaml> <page.html>
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const REDOC = join(HERE, 'node_modules', 'redoc');
// The page is opened from a disk or an intranet, and asks no other host for anything.
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; " +
  'img-src data:; font-src data:; worker-src blob:';
const OPTIONS = { expandResponses: '200,201', nativeScrollbars: true };

const [document, page] = process.argv.slice(2).map((path) => resolve(path));
execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'], {
  cwd: HERE,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const { parse } = await import('yaml');

const text = (...path) => readFileSync(join(REDOC, ...path), 'utf8');
// Nothing in a script may end its element.
const script = (code) => `<script>${code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}</script>`;
const json = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

const api = parse(readFileSync(document, 'utf8'));
// Redoc takes a URL that begins with a variable for one below the page's own.
api.servers = api.servers.map(({ url, variables, description }) => ({
  url: url.replace(/\{(\w+)\}/g, (_, name) => variables[name].default),
  description,
}));
writeFileSync(
  page,
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${api.info.title}</title>
<!--
Made with Redoc.

${text('LICENSE').replaceAll('--', '- -')}
${text('bundles', 'redoc.standalone.js.LICENSE.txt').replaceAll('--', '- -')}
-->
</head>
<body style="margin: 0">
<div id="reference"></div>
${script(text('bundles', 'redoc.standalone.js'))}
${script(`Redoc.init(${json(api)}, ${json(OPTIONS)}, document.getElementById('reference'));`)}
</body>
</html>
`,
);
