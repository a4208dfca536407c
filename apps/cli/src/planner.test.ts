// The planner from the command line, spawned as a user would: the documented example, faulty files, no plan, Ctrl-C.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Solved } from '@zhenghe/contract/planner';
import { anInstance, aProvince } from '@zhenghe/engine/planner/testing';
import { hashOf } from '@zhenghe/rulebook';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type Ran, zhengheIn } from './testing.ts';

// Each case starts Node and its threads anew; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'zhenghe-cli-planner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zhenghe = (...args: readonly string[]) => zhengheIn(folder, 'planner', ...args);

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

/** With something on its standard input, and a signal once it has said so much. */
function fed(input: string, args: readonly string[], interruptAt?: RegExp): Promise<Ran> {
  const bin = fileURLToPath(new URL('../bin/zhenghe.mjs', import.meta.url));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, 'planner', ...args], { cwd: folder });
    const said = { out: '', err: '' };
    let sent = false;
    child.stdout.on('data', (chunk) => {
      said.out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      said.err += String(chunk);
      if (sent || !interruptAt?.test(said.err)) return;
      sent = true;
      child.kill('SIGINT');
    });
    child.on('close', (code) => resolve({ code: code ?? -1, ...said }));
    child.stdin.end(input);
  });
}

describe('docs/planner-file.md', () => {
  const text = readFileSync(new URL('../../../docs/planner-file.md', import.meta.url), 'utf8');
  const [example, answer] = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json ?? ''));

  test('its example is solved as it says, from a file and from standard input', async () => {
    const [fromFile, piped] = await Promise.all([
      zhenghe('solve', file('example.json', example), '--format', 'json'),
      fed(JSON.stringify(example), ['solve', '-', '--format', 'json']),
    ]);
    expect([fromFile.code, piped.code]).toEqual([0, 0]);
    const { cost, lowerBound, ...solved } = JSON.parse(fromFile.out);
    const { cost: saidCost, lowerBound: saidBound, ...said } = answer;
    expect(solved).toMatchObject(said);
    expect([cost, lowerBound]).toEqual([expect.closeTo(saidCost, 9), expect.closeTo(saidBound, 9)]);
    expect(Object.keys(JSON.parse(fromFile.out)).slice(0, 7)).toEqual([...Object.keys(answer), 'instanceHash']);
    expect(Solved.safeParse(JSON.parse(fromFile.out)).error).toBeUndefined();
    const { about: _, ...instance } = example;
    expect(solved.instanceHash).toBe(hashOf(instance));
    expect(piped.out).toBe(fromFile.out);
  });

  test('and explained, in both languages', async () => {
    const path = file('example.json', example);
    const [zh, en, json] = await Promise.all([
      zhenghe('explain', path),
      zhenghe('explain', path, '--lang', 'en', '--jurisdiction', 'j1'),
      zhenghe('explain', path, '--format', 'json'),
    ]);
    expect([zh.code, en.code, json.code]).toEqual([0, 0, 0]);
    expect(zh.out).toContain('【训练数据】');
    expect(zh.out).toMatch(/乙一\s+转型提升\s+→ 淘汰撤销\s+\+1\.50/);
    expect(en.out).toMatch(/甲一\s+leads\s+→ a zone of its own\s+\+/);
    expect(en.out).not.toContain('乙一');
    const { jurisdictions } = JSON.parse(json.out);
    expect(jurisdictions.map(({ jurisdiction }: { jurisdiction: string }) => jurisdiction)).toEqual(['j1', 'j2']);
    expect(jurisdictions[1].nextBest[0]).toMatchObject({
      park: 'C',
      outcome: 'abolish',
      lead: null,
      extraCost: expect.closeTo(1.5, 9),
      proven: true,
    });
  });
});

describe('zhenghe planner solve', () => {
  test('text: result, both bounds, terms with units, zones and what ends', async () => {
    const path = file('sound.json', anInstance());
    const [zh, en] = await Promise.all([zhenghe('solve', path), zhenghe('solve', path, '--lang', 'en')]);
    expect(zh.code).toBe(0);
    expect(zh.out).toMatch(/已证明最优[\s\S]*成本\s+62\.00[\s\S]*9\.00\s+9 公里[\s\S]*甲县\s+p2\s+p1、p3/);
    expect(en.out).toMatch(/proven optimal[\s\S]*Lower bound\s+62\.00[\s\S]*not all known/);
    expect(en.err).toContain('the province 1/1');
  });

  test('rules and locks that cannot hold together are named with their clauses, and 1', async () => {
    const locks = [
      { outcome: 'merge', park: 'p1' },
      { together: ['p2', 'p3'] },
      { apart: ['p2', 'p3'] },
      { outcome: 'convert', park: 'p1' },
    ];
    const barred = anInstance().parks.map((park) => ({ ...park, forbidden: park.code === 'p1' }));
    const instance = { ...anInstance(), parks: barred };
    const [clash, protectedPark, text] = await Promise.all([
      zhenghe('solve', file('clash.json', { ...instance, locks: locks.slice(1, 3) }), '--format', 'json'),
      zhenghe('solve', file('barred.json', { ...instance, locks: locks.slice(0, 1) }), '--format', 'json'),
      zhenghe('solve', file('barred.json', { ...instance, locks: locks.slice(0, 1) }), '--lang', 'en'),
    ]);
    expect([clash.code, protectedPark.code, text.code]).toEqual([1, 1, 1]);
    expect(JSON.parse(clash.out)).toMatchObject({
      status: 'infeasible',
      conflict: [
        { rule: 'lock', subject: '0', clause: null },
        { rule: 'lock', subject: '1', lock: { apart: ['p2', 'p3'] } },
      ],
    });
    const [rule, lock] = JSON.parse(protectedPark.out).conflict;
    expect(rule).toMatchObject({ rule: 'forbidden', subject: 'p1', clause: { pack: 'zj-2020-guidance', clause: 'S2-(十三)' } });
    expect(lock).toMatchObject({ rule: 'lock', subject: '0' });
    expect(text.out).toMatch(/S2-\(十三\) zj-2020-guidance[\s\S]*p1 must merge/);
  });

  test('a faulty file is refused with every problem and its place, and 2', async () => {
    const [first, ...others] = anInstance().parks;
    const faulty = { ...anInstance(), parks: [{ ...first, staff: -1, plattform: true }, ...others], adjacency: [['p1', 'p9']] };
    const path = file('faulty.json', faulty);
    const [json, text, nowhere] = await Promise.all([
      zhenghe('solve', path, '--format', 'json'),
      zhenghe('explain', path, '--lang', 'en'),
      zhenghe('solve', 'nowhere.json'),
    ]);
    expect([json.code, text.code, nowhere.code]).toEqual([2, 2, 2]);
    expect(JSON.parse(json.out).problems.map(({ where }: { where: string }) => where)).toEqual(['parks[0]', 'adjacency[0][1]']);
    expect([text.out, text.err]).toEqual(['', expect.stringMatching(/plattform[\s\S]*adjacency\[0\]\[1\] = p9/)]);
    expect(nowhere.err).toContain('没有这个文件');
  });

  test('an unknown jurisdiction is refused', async () => {
    const { code, err } = await zhenghe('explain', file('sound.json', anInstance()), '--jurisdiction', 'c9', '--lang', 'en');
    expect([code, err]).toEqual([2, expect.stringContaining('no jurisdiction c9')]);
  });

  test('Ctrl-C ends with the best so far, its bound, and 4', async () => {
    // Two provincial sums that bind: the bound is raised for many rounds after the first plan is known.
    const province = aProvince({ parks: 200, jurisdictions: 30, seed: 2, most: 10 });
    const instance = { ...province, caps: { ...province.caps, staffShare: 0.5, platforms: 12 } };
    const { code, out, err } = await fed(JSON.stringify(instance), ['solve', '-', '--format', 'json', '--lang', 'en'], /cost \d/);
    expect([code, err]).toEqual([4, expect.stringContaining('best so far')]);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ status: 'bounded', stopped: true });
    expect(answer.lowerBound).toBeLessThan(answer.cost);
    expect(answer.gap).toBeGreaterThan(0);
  });
});
