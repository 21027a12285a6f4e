// SPDX-License-Identifier: Apache-2.0
// Quotes the days and times of a YAML document, which are texts in JSON: a parser of YAML 1.1 takes bare ones for
// times.
//   node quote-times.mjs <document>
import { readFileSync, writeFileSync } from 'node:fs';

const [, , document] = process.argv;
const bare = /((?:^|: |- ))(\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)$/gm;
writeFileSync(document, readFileSync(document, 'utf8').replace(bare, '$1"$2"'));
