// Files as they were handed in, kept by the hash of their bytes and never altered. Plans and boundaries are both read from them.
import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface SourceFile {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes that are known already stay as they are, under their first name. `by`: who handed them in, as other nouns write it down. */
export async function keepSourceFile(tx: Database, { sha256, name, bytes }: SourceFile, by: object): Promise<void> {
  await sql`
    insert into source_files (sha256, name, size, bytes, recorded_by)
    values (${sha256}, ${name}, ${bytes.length}, ${Buffer.from(bytes)}, ${JSON.stringify(by)}::jsonb)
    on conflict (sha256) do nothing`.execute(tx);
}

/** Null where it is gone, or not open to the caller. */
export async function findSourceFile(db: Database, sha256: string): Promise<SourceFile | null> {
  const { rows } = await sql<SourceFile>`select sha256, name, bytes from source_files where sha256 = ${sha256}`.execute(db);
  return rows[0] ?? null;
}
