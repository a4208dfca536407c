// The log over real PostgreSQL: what the serving role cannot do, how leaves are numbered, and every kind of tampering by name.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex, verifyInclusion } from '@zhenghe/engine/audit';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '../platform/backup/restore.ts';
import { writeBackup } from '../platform/backup/write.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { silent } from '../platform/say.ts';
import { servingUrl } from '../platform/serving-role.ts';
import { openSigner } from '../platform/signing.ts';
import { BrokenLogFault, sealLog, sealWhenDue } from './actions.ts';
import { exportLog } from './export.ts';
import { leafHashesOf, sha256 } from './hashes.ts';
import { logTree } from './log-tree.ts';
import { findEntry, listHeads } from './queries.ts';
import { aLog, findings, write, writeMany } from './testing.ts';
import { verifyFile } from './verify-file.ts';

const { folder, signer, open, newFile, exported, fresh } = aLog();

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
