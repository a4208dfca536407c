// Keeping the text behind every receipt: the packs in use are stored when the product starts.
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { savePacks } from './queries.ts';

/** Stores the rulebook's packs; answers how many were not known yet. */
export async function storePacks(tx: Database, rulebook: Rulebook): Promise<number> {
  return savePacks(tx, rulebook.packs);
}
