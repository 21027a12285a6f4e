// SPDX-License-Identifier: Apache-2.0
// Adds to a release's SBOM what Maven does not know of, the npm packages in the console's pages and Redoc in the page
// of the API: node sbom.mjs <sbom.json> <list of the pages' packages>
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { component } from '../../../../themes/heimdall/admin/notices.mjs';

const REDOC = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', 'redoc');
const [file, list] = process.argv.slice(2);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

if (!existsSync(file)) {
  console.error(`${file} is missing: Maven makes it online alone.`);
  process.exit(1);
}
const sbom = json(file);
const { components } = json(list);
const redoc = component(REDOC);
const refs = components.map((one) => one['bom-ref']);
const jar = sbom.dependencies.find(({ ref }) => ref === sbom.metadata.component['bom-ref']);

sbom.components = [
  ...(sbom.components ?? []),
  ...components,
  { ...redoc, 'bom-ref': redoc.purl, description: 'In the page of the API, which is not in the JAR.' },
];
jar.dependsOn = [...(jar.dependsOn ?? []), ...refs];
sbom.dependencies.push(...[...refs, redoc.purl].map((ref) => ({ ref })));
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
