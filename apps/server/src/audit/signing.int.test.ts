// Ed25519 and SM2 in one log: each head names its algorithm, user id and key, and the verifier knows both.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSigner } from '../platform/signing.ts';
import { defaultUserId } from '../platform/sm2.ts';
import { sealLog } from './actions.ts';
import { exportLog } from './export.ts';
import { aLog, findings, writeMany } from './testing.ts';

const { folder, signer, fresh, newFile } = aLog();
const national = openSigner(folder, 'sm2');

describe('a log signed with SM2', () => {
  it('has a key of its own, readable by its owner only, the same at the next start', () => {
    expect(statSync(join(folder, 'signing-key-sm2.pem')).mode & 0o777).toBe(0o600);
    expect(openSigner(folder, 'sm2').keyId).toBe(national.keyId);
    expect(openSigner(folder).keyId).toBe(signer.keyId);
    expect(national.keyId).not.toBe(signer.keyId);
  });

  it('goes on from heads of the other algorithm, and both verify', async () => {
    const { db } = await fresh();
    await writeMany(db, 2);
    expect(await sealLog(db, signer)).toMatchObject({ algorithm: 'ed25519', userId: null, size: 2 });
    await writeMany(db, 1, 'later');
    expect(await sealLog(db, national)).toMatchObject({ algorithm: 'sm2', userId: defaultUserId, size: 3 });
    const path = newFile();
    await exportLog(db, national, path);
    expect(await findings(path)).toEqual([]);
    // The asker's key counts alone: the heads of the other one prove nothing to them.
    expect(await findings(path, { key: national.publicKey })).toEqual(['head']);
  });

  it('is found out when an entry, a signature or its user id is touched', async () => {
    const { db } = await fresh();
    await writeMany(db, 4);
    const path = newFile();
    await exportLog(db, national, path);
    const text = readFileSync(path, 'utf8');
    const touched = async (from: string | RegExp, to: string) => {
      const bent = newFile();
      writeFileSync(bent, text.replace(from, to));
      return findings(bent);
    };
    expect(await touched('plans/p2', 'plans/q2')).toContain('changed 2');
    expect(await touched(`"userId":"${defaultUserId}","keyId"`, '"userId":"","keyId"')).toContain('head');
    expect(await touched(/("signature":"[^"]{30,60})[^A"]/, '$1A')).toContain('head');
  });
});
