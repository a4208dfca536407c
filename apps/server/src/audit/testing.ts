// A log of a test: databases of its own, a key, entries to write, exports to read, and what a verifier finds in them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { type Database, openDatabase } from '../platform/database.ts';
import { openSigner } from '../platform/signing.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { exportLog } from './export.ts';
import { recordAudit } from './record.ts';
import { verifyFile } from './verify-file.ts';

/** Once a test file; what it opens is closed and removed after the last test. */
export function aLog() {
  const folder = mkdtempSync(join(tmpdir(), 'zhenghe-audit-test-'));
  const signer = openSigner(folder);
  const open: (() => Promise<void>)[] = [];
  let files = 0;
  afterAll(async () => {
    for (const close of open) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const newFile = (): string => {
    files += 1;
    return join(folder, `${files}.jsonl`);
  };
  const exported = async (db: Database): Promise<string> => {
    const path = newFile();
    await exportLog(db, signer, path);
    return path;
  };
  const fresh = async (): Promise<{ test: TestDatabase; db: Database; admin: Database }> => {
    const test = await createTestDatabase();
    const [db, admin] = [openDatabase(test.servingUrl), openDatabase(test.adminUrl)];
    open.push(async () => {
      await db.destroy();
      await admin.destroy();
      await test.drop();
    });
    return { test, db, admin };
  };
  return { folder, signer, open, newFile, exported, fresh };
}

export function write(db: Database, object: string): Promise<void> {
  const card = {
    id: 'county',
    role: 'county' as const,
    name: { zh: '县', en: 'County' },
    unit: { zh: '浦江县专班', en: 'Pujiang' },
    question: { zh: '', en: '' },
    jurisdiction: '330726',
  };
  const caller = { profile: 'demo' as const, card };
  const content = { before: null, after: 'a'.repeat(64), clause: 'zj-2020-guidance:S2-(十四)' };
  return recordAudit(db, {
    caller,
    requestId: `r-${object}`,
    dataset: 'training',
    action: 'plans/save',
    object: `plans/${object}`,
    ...content,
  });
}

export async function writeMany(db: Database, count: number, name = 'p'): Promise<void> {
  for (let index = 0; index < count; index += 1) await write(db, `${name}${index}`);
}

export async function findings(path: string, options: Parameters<typeof verifyFile>[1] = {}) {
  const report = await verifyFile(path, options);
  expect(report.ok).toBe(report.findings.length === 0);
  return report.findings.map(({ kind, leaf, last }) => `${kind}${leaf === null ? '' : ` ${leaf === last ? leaf : `${leaf}-${last}`}`}`);
}
