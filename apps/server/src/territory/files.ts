// Files of `data/` that ship with the product.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Jurisdiction } from '@zhenghe/contract/territory';
import { z } from 'zod';
import { productRoot } from '../platform/product.ts';

export const territoryFiles = ['territory/territory.json'] as const;

/** The text of a file under `data/`. */
export function dataText(path: string): string {
  return readFileSync(join(productRoot, 'data', path), 'utf8');
}

export function readJurisdictions(): readonly Jurisdiction[] {
  return z.array(Jurisdiction).parse(JSON.parse(dataText('territory/territory.json')));
}
