// SPDX-License-Identifier: Apache-2.0
// Builds the theme into a folder, unless a file tells that it is there already, built of the same sources:
// node build.mjs <folder> <file>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const API = resolve(HERE, '../../../docs/openapi.yaml');
const GENERATED = join(HERE, 'src', 'generated');
const IN_ROOT = [
  'build.mjs', 'notices.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.mjs',
];

const [folder, built] = process.argv.slice(2).map((path) => resolve(path));
const installed = join(HERE, 'node_modules', '.installed');

function hashOf(files) {
  const hash = createHash('sha256');
  files.forEach((file) => hash.update(file).update('\0').update(readFileSync(file)).update('\0'));
  return hash.digest('hex');
}

function sources() {
  return readdirSync(join(HERE, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== GENERATED)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isAsOf(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function npm(...words) {
  try {
    execFileSync('npm', words, { cwd: HERE, stdio: 'inherit', shell: process.platform === 'win32' });
  } catch (error) {
    console.error(`npm ${words.join(' ')} in ${HERE} failed: ${error.message}`);
    process.exit(1);
  }
}

const lock = hashOf([join(HERE, 'package-lock.json')]);
if (!isAsOf(installed, lock)) {
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts');
  writeFileSync(installed, lock);
}

const all = hashOf([...IN_ROOT.map((file) => join(HERE, file)), API, ...sources()]);
if (!isAsOf(built, all) || !existsSync(join(folder, 'theme.properties'))) {
  npm('run', '--silent', 'build', '--', '--outDir', folder, '--logLevel', 'warn');
  writeFileSync(built, all);
}
