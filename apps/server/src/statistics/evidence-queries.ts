// SQL of the papers beside cells; the bytes stand in source_files, by their hash.
import type { CellKey } from '@zhenghe/engine/statistics';
import { sql } from 'kysely';
import type { Actor } from '../accounts/index.ts';
import type { Database } from '../platform/database.ts';

export interface Paper {
  readonly key: CellKey;
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

/** In the order they were handed in. */
export async function listEvidence(db: Database, filing: string): Promise<readonly Paper[]> {
  const { rows } = await sql<Paper>`
    select key, sha256, name, size from statistics_evidence where filing = ${filing} order by recorded_at, sha256`.execute(db);
  return rows;
}

/** The same file beside the same cell stands once. */
export async function insertEvidence(tx: Database, filing: string, { key, sha256, name, size }: Paper, by: Actor): Promise<void> {
  await sql`
    insert into statistics_evidence (filing, key, sha256, name, size, recorded_by)
    values (${filing}, ${key}, ${sha256}, ${name}, ${size}, ${JSON.stringify(by)}::jsonb)
    on conflict (filing, key, sha256) do nothing`.execute(tx);
}
