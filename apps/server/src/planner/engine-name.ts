// Which engine and solver computed a result: part of its receipt, and of the question's identity.
import { readFileSync } from 'node:fs';
import { productVersion } from '../platform/product.ts';

const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

export const engineName = `zhenghe planner ${productVersion}, HiGHS ${manifest.dependencies.highs ?? '?'}`;
