// The real command, spawned as a user would: exit codes, stdout and stderr.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CheckResult } from '@zhenghe/contract/plans';
import { afterAll, describe, expect, test } from 'vitest';
import { type Ran, zhengheIn } from './testing.ts';

const pujiang = fileURLToPath(new URL('../../../data/plans/pujiang-2021.json', import.meta.url));
const pujiangXlsx = fileURLToPath(new URL('../../../data/plans/pujiang-2021.xlsx', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zhenghe-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zhenghe = (...args: readonly string[]) => zhengheIn(folder, ...args);

function check(file: string, ...args: readonly string[]): Promise<Ran> {
  return zhenghe('plan', 'check', file, '--on', '2021-06-10', ...args);
}

/** Pujiang's plan with a change, as a file. */
function edited(name: string, edit: (plan: ReturnType<typeof JSON.parse>) => void): string {
  const plan = JSON.parse(readFileSync(pujiang, 'utf8'));
  edit(plan);
  return file(name, JSON.stringify(plan));
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('zhenghe plan check', () => {
  test('Pujiang as JSON: the contract’s object, its totals, and 1 because growth and a late date block', async () => {
    const { code, out, err } = await check(pujiang, '--format', 'json');
    expect([code, err]).toEqual([1, '']);
    const result = CheckResult.parse(JSON.parse(out));
    expect(result.totals).toMatchObject({ before: '33.86', after: '42.20', growth: '8.34', growthPercent: '24.6' });
    expect(result.totals.sums.map((sum) => sum.computed)).toEqual(expect.arrayContaining(['28.64', '5.72', '13.56']));
    expect(result.packs.map((pack) => pack.id)).toEqual(expect.arrayContaining(['zj-2020-guidance', 'jinhua-2020', 'pujiang-2021']));
    expect(result.packs.every((pack) => /^[0-9a-f]{64}$/.test(pack.hash))).toBe(true);
    const blocking = result.findings.filter((finding) => finding.blocking).map((finding) => finding.clause.clause);
    expect(blocking).toEqual(expect.arrayContaining(['S2-(十三)', 'S2-(十四)']));
    expect(result.findings.some((finding) => finding.outcome === 'unknown')).toBe(true);
  });

  test('the workbook gives the same answer as the JSON', async () => {
    const [json, xlsx] = await Promise.all([check(pujiang, '--format', 'json'), check(pujiangXlsx, '--format', 'json')]);
    const [left, right] = [JSON.parse(json.out), JSON.parse(xlsx.out)];
    expect(right.totals).toEqual(left.totals);
    expect(right.findings).toEqual(left.findings);
    expect(xlsx.code).toBe(1);
  });

  test('text: totals, groups by strength, clauses, in both languages', async () => {
    const [zh, en] = await Promise.all([check(pujiang), check(pujiang, '--lang', 'en')]);
    for (const part of ['33.86 km²', '42.20 km²', '+8.34 km²', '+24.6 %', '禁止与恒等', 'S2-(十三)', '不能提交'])
      expect(zh.out).toContain(part);
    for (const part of ['Must', 'BLOCKS', 'cannot be submitted']) expect(en.out).toContain(part);
  });

  test('one cell off by 0.01 fails the sums it takes part in, and only those', async () => {
    const off = edited('off.json', (plan) => {
      plan.blocks[1].areaAfter = '5.74';
    });
    const { code, out } = await check(off, '--format', 'json');
    expect(code).toBe(1);
    const { findings } = CheckResult.parse(JSON.parse(out));
    const failed = findings
      .filter((finding) => finding.outcome === 'fail' && finding.check === 'zj-sums')
      .map((finding) => finding.where.label);
    expect(failed).toEqual(['黄宅片区', '三片', '整合后合计']);
  });

  test('0 when what blocked is answered with its papers', async () => {
    const answered = edited('answered.json', (plan) => {
      plan.answers = [
        { finding: 'zj-growth', kind: 'reason', text: '测试：扩大的理由', paper: '测试文件〔2021〕1号' },
        { finding: 'zj-county-plan-by', kind: 'exception', text: '测试：延期', paper: '测试文件〔2021〕2号', by: '测试员' },
      ];
    });
    const { code, out } = await check(answered);
    expect(out).toContain('没有阻断项');
    expect(code).toBe(0);
  });

  test('--packs takes only those packs; --zones-elsewhere lets the cap of 150 be checked', async () => {
    const { out } = await check(pujiang, '--packs', 'jinhua-2020,zj-2020-guidance', '--zones-elsewhere', '148', '--format', 'json');
    const result = CheckResult.parse(JSON.parse(out));
    expect(result.packs.map((pack) => pack.id).sort()).toEqual(['jinhua-2020', 'zj-2020-guidance']);
    expect(result.findings.find((finding) => finding.check === 'zj-total')?.outcome).toBe('pass');
  });
});

describe('what cannot be done ends with 2 and says why', () => {
  test.each([
    ['an unknown pack', ['--packs', 'no-such-pack', '--on', '2021-06-10'], 'no-such-pack'],
    ['a date before any pack', ['--on', '1999-01-01'], '1999-01-01'],
    ['no date at all', ['--on', '2021-02-30'], 'YYYY-MM-DD'],
    ['an unknown option', ['--nonsense'], 'nonsense'],
  ])('%s', async (_what, args, said) => {
    const { code, err } = await zhenghe('plan', 'check', pujiang, ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  test('a refusal as JSON is one object on stdout', async () => {
    const { code, out } = await zhenghe('plan', 'check', pujiang, '--packs', 'no-such-pack', '--format', 'json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { zh: expect.stringContaining('no-such-pack') }, problems: [] });
  });

  test('no file, a corrupt workbook, a missing argument', async () => {
    const [gone, corrupt, none] = await Promise.all([
      check(join(folder, 'gone.json')),
      check(file('corrupt.xlsx', Buffer.from('PK\u0003\u0004 rubbish'))),
      zhenghe('plan', 'check'),
    ]);
    expect([gone.code, corrupt.code, none.code]).toEqual([2, 2, 2]);
    expect(gone.err).toContain('gone.json');
    expect(corrupt.err).toContain('损坏');
  });

  test('a folder given for a file is told so, in words and not by a system code', async () => {
    const { code, err } = await check(folder);
    expect(code).toBe(2);
    expect(err).toContain('文件夹');
    expect(err).not.toContain('EISDIR');
  });

  test('every bad cell is listed: text on stderr, JSON on stdout', async () => {
    const bad = edited('bad.json', (plan) => {
      plan.blocks[0].areaBefore = '6. 575. 73';
      plan.blocks[1].areaAfter = '-1';
    });
    const [text, json] = await Promise.all([check(bad, '--lang', 'en'), check(bad, '--format', 'json')]);
    expect([text.code, text.out]).toEqual([2, '']);
    expect(text.err).toContain('blocks[0].areaBefore');
    expect(text.err).toContain('blocks[1].areaAfter');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out).problems).toMatchObject([
      { sheet: null, row: null, column: 'blocks[0].areaBefore', value: '6. 575. 73' },
      { column: 'blocks[1].areaAfter', value: '-1' },
    ]);
  });
});

describe('zhenghe plan template', () => {
  test('writes the empty form once, and a plan’s own workbook that checks like the plan', async () => {
    const form = join(folder, 'form.xlsx');
    expect((await zhenghe('plan', 'template', form)).code).toBe(0);
    const [again, empty] = await Promise.all([zhenghe('plan', 'template', form), check(form)]);
    expect(again.code).toBe(2);
    expect(empty.code).toBe(2);
    expect(empty.err).toContain('方案名称');
    const own = join(folder, 'own.xlsx');
    expect((await zhenghe('plan', 'template', own, '--from', pujiang)).code).toBe(0);
    expect(readFileSync(own).equals(readFileSync(pujiangXlsx))).toBe(true);
  });
});

describe('zhenghe policy', () => {
  test('a folder of packs with errors is refused with each of them', async () => {
    const { code, err } = await zhenghe('policy', 'check', join(folder, 'no-packs'));
    expect(code).toBe(2);
    expect(err).toContain('no-packs');
  });

  test('lists, shows and compares the packs', async () => {
    const [list, show, clause, conflicts, unknown] = await Promise.all([
      zhenghe('policy', 'list'),
      zhenghe('policy', 'show', 'zj-2020-guidance'),
      zhenghe('policy', 'show', 'zj-2020-guidance', 'S2-(十三)', '--format', 'json'),
      zhenghe('policy', 'conflicts', '--format', 'json'),
      zhenghe('policy', 'show', 'nothing'),
    ]);
    expect(list.out).toContain('pujiang-2021');
    expect(show.out).toContain('S2-(十七)');
    expect(JSON.parse(clause.out).clauses).toHaveLength(1);
    expect(JSON.parse(conflicts.out)).toHaveLength(14);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('zj-2020-guidance');
  });
});
