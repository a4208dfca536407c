// The log over real PostgreSQL: what the serving role cannot do, how leaves are numbered, and every kind of tampering by name.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHex, toHex, verifyInclusion } from '@zhenghe/engine/audit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../platform/backup/restore.ts';
import { writeBackup } from '../platform/backup/write.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { silent } from '../platform/say.ts';
import { servingUrl } from '../platform/serving-role.ts';
import { openSigner, type Signer } from '../platform/signing.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { BrokenLogFault, sealLog, sealWhenDue } from './actions.ts';
import { exportLog } from './export.ts';
import { leafHashesOf, sha256 } from './hashes.ts';
import { logTree } from './log-tree.ts';
import { findEntry, listHeads } from './queries.ts';
import { recordAudit } from './record.ts';
import { verifyFile } from './verify-file.ts';

let folder: string;
let signer: Signer;
let files = 0;
const open: (() => Promise<void>)[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-audit-test-'));
  signer = openSigner(folder);
});
afterAll(async () => {
  for (const close of open) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function fresh(): Promise<{ test: TestDatabase; db: Database; admin: Database }> {
  const test = await createTestDatabase();
  const [db, admin] = [openDatabase(test.servingUrl), openDatabase(test.adminUrl)];
  open.push(async () => {
    await db.destroy();
    await admin.destroy();
    await test.drop();
  });
  return { test, db, admin };
}

function write(db: Database, object: string): Promise<void> {
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

async function writeMany(db: Database, count: number, name = 'p'): Promise<void> {
  for (let index = 0; index < count; index += 1) await write(db, `${name}${index}`);
}

const newFile = () => {
  files += 1;
  return join(folder, `${files}.jsonl`);
};

async function exported(db: Database): Promise<string> {
  const path = newFile();
  await exportLog(db, signer, path);
  return path;
}

type Line = Record<string, unknown> & { kind: string };

/** A copy of an export with its lines changed, as somebody with an editor would. */
function forged(path: string, change: (lines: Line[]) => Line[]): string {
  const lines: Line[] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const to = newFile();
  writeFileSync(
    to,
    change(lines)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
  return to;
}

async function findings(path: string, options: Parameters<typeof verifyFile>[1] = {}) {
  const report = await verifyFile(path, options);
  expect(report.ok).toBe(report.findings.length === 0);
  return report.findings.map(({ kind, leaf, last }) => `${kind}${leaf === null ? '' : ` ${leaf === last ? leaf : `${leaf}-${last}`}`}`);
}

describe('the serving role', () => {
  it.each(['audit_entries', 'audit_leaves', 'audit_heads'])('cannot change %s', async (table) => {
    const { db } = await fresh();
    await write(db, 'x');
    await sealLog(db, signer);
    const attempts = [
      `update ${table} set ${table === 'audit_entries' ? "unit = 'x'" : 'sha256 = sha256'}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `alter table ${table} disable trigger all`,
      `drop table ${table} cascade`,
      `drop trigger ${table}_append_only on ${table}`,
      `grant delete on ${table} to zhenghe_app`,
      `set session_replication_role = replica`,
      `set role zhenghe`,
    ];
    for (const attempt of attempts) {
      // A grant without the right to it only warns; everything else is refused.
      await sql
        .raw(attempt)
        .execute(db)
        .catch((fault: Error) => expect(fault.message).toMatch(/permission denied|must be owner/));
    }
    await expect(sql.raw(`delete from ${table}`).execute(db)).rejects.toThrow('permission denied');
    await expect(sql.raw(attempts[0] ?? '').execute(db)).rejects.toThrow('permission denied');
    await expect(sql.raw(attempts[2] ?? '').execute(db)).rejects.toThrow('permission denied');
    await expect(sql.raw(attempts[3] ?? '').execute(db)).rejects.toThrow('must be owner');
  });

  it('is taken up in sessions of a database of the operator, and said', async () => {
    const { test } = await fresh();
    const said: string[] = [];
    const asSuperuser = openDatabase(test.adminUrl);
    const url = await servingUrl(asSuperuser, test.adminUrl, (line) => said.push(line));
    await asSuperuser.destroy();
    const db = openDatabase(url);
    const { rows } = await sql<{ who: string; zone: string }>`select current_user as who, current_setting('timezone') as zone`.execute(db);
    await expect(sql`delete from audit_entries`.execute(db)).rejects.toThrow('permission denied');
    await db.destroy();
    expect(rows).toEqual([{ who: 'zhenghe_app', zone: 'UTC' }]);
    expect(said.join()).toContain('zhenghe_app');
  });

  it('is not needed where it cannot be made, and that is said', async () => {
    const { test } = await fresh();
    const admin = openDatabase(test.adminUrl);
    await sql`revoke zhenghe_app from zhenghe`.execute(admin);
    await admin.destroy();
    const said: string[] = [];
    expect(await servingUrl(test.db, test.url, (line) => said.push(line))).toBe(test.url);
    expect(said.join()).toContain('served as the owner');
  });
});

describe('the signing key', () => {
  it('is readable by its owner only, and the same at the next start', () => {
    expect(statSync(join(folder, 'signing-key.pem')).mode & 0o777).toBe(0o600);
    expect(openSigner(folder).keyId).toBe(signer.keyId);
  });
});

describe('leaves', () => {
  it('are numbered without gaps though ids have them and are committed out of order', async () => {
    const { test, db } = await fresh();
    const late = openDatabase(test.servingUrl);
    let release: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    let drawn: () => void = () => undefined;
    const hasDrawn = new Promise<void>((resolve) => {
      drawn = resolve;
    });
    const slow = late.transaction().execute(async (tx) => {
      await write(tx, 'late');
      drawn();
      await waiting;
    });
    await hasDrawn;
    await db
      .transaction()
      .execute((tx) => write(tx, 'undone').then(() => Promise.reject(new Error('undone'))))
      .catch(() => undefined);
    await writeMany(db, 3);
    expect((await sealLog(db, signer)).size).toBe(3);
    release();
    await slow;
    await late.destroy();
    await writeMany(db, 2, 'q');
    expect((await sealLog(db, signer)).size).toBe(6);
    const { rows } = await sql<{ object: string }>`
      select e.object from audit_leaves l join audit_entries e on e.id = l.entry_id order by leaf`.execute(db);
    expect(rows.map((row) => row.object)).toEqual(['plans/p0', 'plans/p1', 'plans/p2', 'plans/late', 'plans/q0', 'plans/q1']);
    expect(await findings(await exported(db))).toEqual([]);
  });

  it('are numbered once when many write and several sign at the same time, also in other processes', async () => {
    const { test, db } = await fresh();
    const other = openDatabase(test.servingUrl);
    const writers = Array.from({ length: 10 }, (_, index) => writeMany(index % 2 ? db : other, 10, `w${index}-`));
    const makers = Array.from({ length: 8 }, (_, index) => sealLog(index % 2 ? db : other, signer));
    await Promise.all([...writers, ...makers]);
    expect((await sealLog(db, signer)).size).toBe(100);
    expect((await sealLog(other, signer)).size).toBe(100);
    await other.destroy();
    const path = await exported(db);
    expect(await verifyFile(path, { key: signer.publicKey })).toMatchObject({ ok: true, size: 100, key: { pinned: true } });
  });
});

describe('heads', () => {
  it('are signed at most once an hour by the clock, and only when something was written', async () => {
    const { db } = await fresh();
    const at = (time: string) => () => new Date(`2026-11-22T${time}:00.000Z`);
    expect(await sealWhenDue(db, signer, at('08:00'))).toBeNull();
    await write(db, 'a');
    expect(await sealWhenDue(db, signer, at('08:01'))).toMatchObject({ size: 1 });
    await write(db, 'b');
    expect(await sealWhenDue(db, signer, at('09:00'))).toBeNull();
    expect(await sealWhenDue(db, signer, at('09:01'))).toMatchObject({ size: 2, at: '2026-11-22T09:01:00.000Z' });
    expect(await sealWhenDue(db, signer, at('12:00'))).toBeNull();
  });

  it('prove each entry', async () => {
    const { db } = await fresh();
    await writeMany(db, 11);
    const head = await sealLog(db, signer);
    await writeMany(db, 3, 'later');
    const root = fromHex(head.sha256);
    const tree = await logTree(db);
    const { rows } = await sql<{ id: string }>`select e.id::text as id from audit_entries e order by e.id limit 11`.execute(db);
    for (const { id } of rows) {
      const found = await findEntry(db, id, '33');
      if (!found || found.leaf === null || !root) throw new Error('no such entry');
      const { leaf } = found;
      const path = tree.sha256.inclusion(leaf, head.size);
      const leafHash = leafHashesOf(found.entry).sha256;
      expect(await verifyInclusion(sha256, { leafHash, leaf, size: head.size, path, root })).toBe(true);
    }
    expect(await findEntry(db, rows[0]?.id ?? '', '3308')).toBeNull();
  });
});

describe('an export', () => {
  let whole: string;
  let key: string;
  beforeAll(async () => {
    const { db } = await fresh();
    await writeMany(db, 6);
    await sealLog(db, signer);
    await writeMany(db, 4, 'q');
    whole = await exported(db);
    key = signer.publicKey;
  });

  const entry = (leaf: number) => (line: Line) => line.kind === 'entry' && line.leaf === leaf;
  const edit = (lines: Line[], which: (line: Line) => boolean, change: (line: Line) => Line[]) =>
    lines.flatMap((line) => (which(line) ? change(line) : [line]));
  const withField = (line: Line, fields: Record<string, unknown>): Line => ({ ...line, entry: { ...(line.entry as object), ...fields } });

  it('verifies offline, with the key brought along or not', async () => {
    expect(await verifyFile(whole)).toMatchObject({ ok: true, size: 10, heads: 2, key: { id: signer.keyId, pinned: false } });
    expect(await findings(whole, { key })).toEqual([]);
    expect(await findings(whole, { against: whole })).toEqual([]);
  });

  it.each<[string, (lines: Line[]) => Line[], string[]]>([
    ['a changed entry', (l) => edit(l, entry(4), (line) => [withField(line, { unit: 'another' })]), ['changed 4', 'seal']],
    ['a field added to an entry', (l) => edit(l, entry(4), (line) => [withField(line, { note: 'x' })]), ['changed 4', 'seal']],
    ['a removed entry', (l) => edit(l, entry(3), () => []), ['removed 3', 'seal']],
    [
      'a removed entry, the rest numbered anew',
      (l) =>
        edit(l, entry(3), () => []).map((line) =>
          line.kind === 'entry' && Number(line.leaf) > 3 ? { ...line, leaf: Number(line.leaf) - 1 } : line,
        ),
      ['removed 3', 'seal'],
    ],
    ['an inserted entry', (l) => edit(l, entry(3), (line) => [line, withField(line, { id: '99' })]), ['inserted', 'seal']],
    ['an entry told twice', (l) => edit(l, entry(3), (line) => [line, line]), ['inserted', 'seal']],
    [
      'two entries changed about',
      (l) => {
        const [two, seven] = [l.find(entry(2)), l.find(entry(7))];
        return l.flatMap((line) => (line === two && seven ? [seven] : line === seven && two ? [two] : [line]));
      },
      ['reordered 2', 'reordered 7', 'seal'],
    ],
    ['the last entries cut off', (l) => l.filter((line) => !(line.kind === 'entry' && Number(line.leaf) >= 8)), ['cut-off 8-9', 'seal']],
    ['the file cut off', (l) => l.slice(0, l.findIndex(entry(7))), ['cut-off 7-9', 'seal']],
    ['only the seal cut off', (l) => l.slice(0, -1), ['seal']],
    ['something behind the seal', (l) => [...l, { kind: 'x' }], ['unreadable', 'seal']],
    [
      'a head of another root',
      (l) =>
        edit(
          l,
          (line) => line.kind === 'head' && line.size === 6,
          (line) => [{ ...line, sha256: 'b'.repeat(64) }],
        ),
      ['head', 'seal'],
    ],
    [
      'the last head replaced by the first',
      (l) => l.filter((line) => !(line.kind === 'head' && line.size === 10)),
      ['proof', 'inserted', 'inserted', 'inserted', 'inserted', 'seal'],
    ],
    [
      'the leaf hashes changed',
      (l) =>
        edit(
          l,
          (line) => line.kind === 'hashes',
          (line) => [{ ...line, sha256: `${'0'.repeat(64)}${String(line.sha256).slice(64)}` }],
        ),
      ['proof', 'seal'],
    ],
    [
      'a proof changed',
      (l) =>
        edit(
          l,
          (line) => line.kind === 'consistency',
          (line) => [{ ...line, path: [] }],
        ),
      ['proof', 'seal'],
    ],
  ])('with %s is caught and named', async (_what, change, expected) => {
    expect(await findings(forged(whole, change))).toEqual(expected);
  });

  it('with an entry and its leaf hash changed is narrowed to what lies between two heads, and named against an older export', async () => {
    const bad = forged(whole, (lines) => {
      let hash = '';
      const changed = edit(lines, entry(7), (line) => {
        const next = withField(line, { unit: 'another' });
        hash = toHex(leafHashesOf(next.entry as Record<string, unknown>).sha256);
        return [next];
      });
      const swap = (text: string) => `${text.slice(0, 7 * 64)}${hash}${text.slice(8 * 64)}`;
      return edit(
        changed,
        (line) => line.kind === 'hashes',
        (line) => [{ ...line, sha256: swap(String(line.sha256)) }],
      );
    });
    expect(await findings(bad)).toEqual(['changed 6-9', 'seal']);
    expect(await findings(bad, { against: whole })).toContain('changed 7');
  });

  it('made anew by another key is caught by the key brought along', async () => {
    const { db } = await fresh();
    await writeMany(db, 3);
    const path = newFile();
    const stranger = mkdtempSync(join(tmpdir(), 'zhenghe-stranger-'));
    await exportLog(db, openSigner(stranger), path);
    rmSync(stranger, { recursive: true });
    expect(await findings(path)).toEqual([]);
    expect(await findings(path, { key })).toEqual(['head', 'head', 'seal']);
  });

  it('is told in words with who did what', async () => {
    const { findings: found } = await verifyFile(
      forged(whole, (lines) => edit(lines, entry(4), (line) => [withField(line, { unit: '某单位' })])),
    );
    expect(found[0]).toMatchObject({ leaf: 4, entry: { object: 'plans/p4', unit: '某单位' } });
    expect(found[0]?.message.en).toContain('plans/p4');
  });

  it('that is none is refused', async () => {
    const path = newFile();
    writeFileSync(path, '{"kind":"other"}\n');
    await expect(verifyFile(path)).rejects.toThrow(path);
  });
});

describe('a database changed by its superuser', () => {
  async function tampered(change: string): Promise<{ found: string[]; against: string[]; db: Database }> {
    const { db, admin, test } = await fresh();
    await writeMany(db, 5);
    await sealLog(db, signer);
    await writeMany(db, 5, 'q');
    const old = await exported(db);
    await admin.connection().execute(async (session) => {
      await sql`set session_replication_role = replica`.execute(session);
      for (const statement of change.split(';')) await sql.raw(statement).execute(session);
    });
    // As after a restart: nothing is remembered of the tree.
    const again = openDatabase(test.servingUrl);
    open.unshift(() => again.destroy());
    const path = await exported(again);
    return { found: await findings(path), against: await findings(path, { against: old }), db: again };
  }
  it('in one entry', async () => {
    const { found, against } = await tampered("update audit_entries set actor = 'nobody' where object = 'plans/p3'");
    expect(found).toEqual(['changed 3']);
    expect(against).toEqual(['changed 3']);
  });

  it('by removing an entry', async () => {
    const { found } = await tampered("delete from audit_entries where object = 'plans/p3'");
    expect(found).toEqual(['removed 3']);
  });

  it('by removing the last entries with their leaves and heads: only an older export tells', async () => {
    const { found, against } = await tampered(
      'delete from audit_heads where size = 10; delete from audit_entries where id in (select entry_id from audit_leaves where leaf >= 5); delete from audit_leaves where leaf >= 5',
    );
    expect(found).toEqual([]);
    expect(against).toEqual(['cut-off 5-9']);
  });

  it('in the leaves: nothing more is signed over them', async () => {
    const { found, against, db } = await tampered(
      'update audit_leaves set leaf = 100 where leaf = 2; update audit_leaves set leaf = 2 where leaf = 3; update audit_leaves set leaf = 3 where leaf = 100',
    );
    expect(found).toContain('changed 0-4');
    expect(against.join()).toMatch(/reordered [23]/);
    await expect(sealLog(db, signer)).rejects.toThrow(BrokenLogFault);
  });
});

describe('a backup', () => {
  it('brings leaves and heads back, and the restored log verifies with the same key', async () => {
    const { test, db } = await fresh();
    await writeMany(db, 5);
    await sealLog(db, signer);
    const file = join(folder, 'log.backup');
    await writeBackup(test.db, file);
    const to = await fresh();
    await restoreBackup(to.test.db, file, { replace: false, say: silent });
    expect(await listHeads(to.test.db)).toEqual(await listHeads(db));
    await write(to.test.db, 'after');
    const path = newFile();
    expect(await exportLog(to.test.db, signer, path)).toMatchObject({ size: 6, heads: 2 });
    expect(await findings(path, { key: signer.publicKey })).toEqual([]);
  });
});
