// `npm run docs`: writes the generated documents from their sources; with --check it writes nothing and names the stale ones.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describeRulebook, loadPacks } from '@zhenghe/rulebook';
import { openApiDocument } from '../apps/server/src/platform/http/openapi.ts';
import { databaseDocs } from './db-docs.ts';

const check = process.argv.includes('--check');
const { dataModel, rowTypes } = await databaseDocs();
const documents: readonly (readonly [string, string])[] = [
  ['docs/openapi.json', `${JSON.stringify(await openApiDocument(), null, 2)}\n`],
  ['docs/rulebook.md', describeRulebook(loadPacks())],
  ['docs/data-model.md', dataModel],
  ['apps/server/src/platform/rows.ts', rowTypes],
];
const stale = documents.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
for (const [path, text] of stale) {
  if (!check) writeFileSync(path, text);
  console.log(`${check ? 'stale' : 'written'}: ${path}`);
}
if (check && stale.length > 0) {
  console.log('Run `npm run docs` and commit what it writes.');
  process.exitCode = 1;
}
