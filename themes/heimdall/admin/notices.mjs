// SPDX-License-Identifier: Apache-2.0
// Whose code the build takes along: its licence texts, and its list for an SBOM.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MODULE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
/** What the bundlers write into a bundle themselves has no file. */
const HELPER = /^\0(vite|rolldown)\//;
const LICENCE = /^(licen[sc]e|copying|notice|copyrightnotice)(\.(md|txt))?$/i;

/** PatternFly's copies of other packages, of versions that it does not tell; its sources alone have their licences. */
const COPY = /\/dist\/esm(\/.+\/thirdparty\/([^/]+))\//;
const COPIES = { 'popper-core': '@popperjs/core', 'react-popper': 'react-popper' };

const read = (...path) => readFileSync(join(...path), 'utf8').replaceAll('\r\n', '\n').trim();
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}${version ? `@${version}` : ''}`;
const byName = (one, other) => (one.name < other.name ? -1 : 1);

function licenceText(folder) {
  const files = readdirSync(folder).filter((file) => LICENCE.test(file)).sort();
  if (files.length === 0) {
    throw new Error(`${folder} has no licence text, which has to go along.`);
  }
  // Vite's file goes on with what the bundler itself contains.
  return files.map((file) => read(folder, file).split('\n# Licenses of bundled dependencies')[0].trim()).join('\n\n');
}

/** What an SBOM says of the package in a folder. */
export function component(folder) {
  const { name, version, license } = JSON.parse(read(folder, 'package.json'));
  if (!/^[\w.-]+$/.test(license)) {
    throw new Error(`${name} has the licence ${JSON.stringify(license)}, and one SPDX identifier was expected.`);
  }
  return { type: 'library', name, version, licenses: [{ license: { id: license } }], purl: purl(name, version) };
}

function packageOf(folder) {
  return { ...component(folder), text: licenceText(folder) };
}

function copyOf(folder, path, copied) {
  const name = COPIES[copied];
  const from = component(folder);
  const text = licenceText(join(folder, 'src', path));
  if (!name || !/\bMIT License\b/.test(text)) {
    throw new Error(`${from.name} has a copy of ${copied}, of which nobody looked up the name and the licence.`);
  }
  const description = `A copy in ${from.name}, which does not tell the version.`;
  return { type: 'library', name, description, licenses: [{ license: { id: 'MIT' } }], purl: purl(name), text };
}

function packagesOf(ids, modules) {
  const found = new Map();
  ids.map((id) => id.replaceAll('\\', '/')).forEach((id) => {
    const helper = HELPER.exec(id)?.[1];
    const folder = helper ? join(modules, helper) : MODULE.exec(id)?.[1];
    const copy = COPY.exec(id);
    if (folder && !found.has(folder)) {
      found.set(folder, packageOf(folder));
    }
    if (folder && copy && !found.has(copy[1])) {
      found.set(copy[1], copyOf(folder, copy[1], copy[2]));
    }
  });
  return [...found.values()].sort(byName);
}

function notices(packages) {
  const parts = packages.map(({ name, version, description, licenses, text }) =>
    [[name, version, `(${licenses[0].license.id})`].filter(Boolean).join(' '), description, '', text, '']
      .filter((line) => line !== undefined)
      .join('\n'),
  );
  return ["The console's pages contain code of these packages.\n", ...parts].join(`\n${'-'.repeat(80)}\n`);
}

function sbom(packages) {
  const components = packages.map(({ text: _, ...about }) => ({ ...about, 'bom-ref': about.purl }));
  return `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }, null, 2)}\n`;
}

/** Writes both beside the theme, of the modules that got into its files. */
export function thirdParty(modules) {
  return {
    name: 'third-party',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
      const packages = packagesOf(ids, modules);
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: notices(packages) });
      this.emitFile({ type: 'asset', fileName: 'packages.cdx.json', source: sbom(packages) });
    },
  };
}
