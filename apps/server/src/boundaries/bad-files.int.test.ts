// Every faulty file an office may send or an attacker make: named and located, and nothing is stored but the original and the report.
import { faultyFiles, someFeatures } from '@zhenghe/exchange/boundaries/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clerk, closeBoundaries, on, openBoundaries, opened, readingIn, target } from './testing.ts';

beforeAll(openBoundaries);
afterAll(closeBoundaries);

async function counts() {
  const { rows } = await sql<{ drafts: number; sets: number; layers: number }>`
    select (select count(*) from boundary_drafts)::int as drafts, (select count(*) from boundary_sets)::int as sets,
      (select count(*) from boundary_layers)::int as layers`.execute(opened().db);
  return rows[0];
}

describe('a faulty file', () => {
  const files = faultyFiles(someFeatures()).map((file) => [file.what, file] as const);
  it.each(files)('%s: is refused by name, and leaves nothing behind but itself and the report', async (_what, file) => {
    const before = await counts();
    const bytes = new Uint8Array(await file.bytes());
    const { id } = await clerk().boundaries.upload({ target, dataset: 'training', file: new File([bytes], 'file'), on });
    const { stage, problems, file: kept } = await readingIn(id, ['failed', 'confirm']);
    expect(stage).toBe('failed');
    expect(problems.map(({ reason, value }) => `${reason.zh} ${value ?? ''}`).join(' ')).toContain(file.says);
    expect(await counts()).toEqual(before);
    const { rows } = await sql<{ size: number }>`select size from source_files where sha256 = ${kept.sha256}`.execute(opened().db);
    expect(rows[0]?.size).toBe(bytes.length);
  });
});
