// An exported log in the hands of somebody with an editor: every kind of tampering is caught, and the entry named.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHex } from '@zhenghe/engine/audit';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSigner } from '../platform/signing.ts';
import { sealLog } from './actions.ts';
import { exportLog } from './export.ts';
import { leafHashesOf } from './hashes.ts';
import { aLog, findings, writeMany } from './testing.ts';
import { verifyFile } from './verify-file.ts';

const { signer, newFile, exported, fresh } = aLog();

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
