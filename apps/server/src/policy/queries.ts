// SQL of the policy packs: each content is kept once, by its hash.
import type { Pack } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

/** Answers how many contents were new; the same pack twice changes nothing. */
export async function savePacks(tx: Database, packs: readonly Pack[]): Promise<number> {
  const rows = packs.map(({ hash, ...content }) => ({ id: content.head.id, version: content.head.version, hash, content }));
  const { numAffectedRows } = await sql`
    insert into policy_packs (id, hash, version, content)
    select id, hash, version, content
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id text, hash text, version text, content jsonb)
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
