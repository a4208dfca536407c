// `npm run docs`: writes the generated documents from their sources; with --check it writes nothing and names the stale ones.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '@zhenghe/contract';
import { describeRulebook, loadPacks } from '@zhenghe/rulebook';
import { databaseDocs } from './db-docs.ts';

async function openapi(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: 'Zhenghe 整合', version: '0.1.0', description: 'Generated from packages/contract.' },
    servers: [{ url: '/api' }],
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

function rulebook(): string {
  return describeRulebook(loadPacks());
}

const check = process.argv.includes('--check');
const { dataModel, rowTypes } = await databaseDocs();
const documents: readonly (readonly [string, string])[] = [
  ['docs/openapi.json', await openapi()],
  ['docs/rulebook.md', rulebook()],
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
