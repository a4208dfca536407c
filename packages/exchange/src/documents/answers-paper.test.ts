import { planToWire } from '@zhenghe/contract/plan-wire';
import { checkPlan } from '@zhenghe/engine/plans';
import { expect, it } from 'vitest';
import { openWorkbook, unpack } from '../kernel/index.ts';
import { pujiang } from '../testing.ts';
import type { PaperComment, PaperContent, PaperKind, PaperRound } from './content.ts';
import { printedCode } from './content.ts';
import { writePaper } from './write-paper.ts';

const evil = ["=cmd|' /C calc'!A0", '@SUM(1+1)', '+1+1', '-2+3', '<script>alert(1)</script>', '换\n行\u0007'];
const mark = { code: 'ABCDEFGHJKMN', address: 'http://127.0.0.1:7300/verify/ABCDEFGHJKMN' };
const noMap = { map: null, width: 0, height: 0 } as unknown as Parameters<typeof writePaper>[2];

const comment = (number: number, more: Partial<PaperComment> = {}): PaperComment => ({
  ...{ number, unit: null, stance: null, about: null, text: `意见${number}`, times: 1, on: '2021-06-02', withheld: null },
  answer: { outcome: 'adopted', reason: `理由${number}`, version: 2 },
  ...more,
});

const open: PaperRound = {
  ...{ kind: 'public', number: 1, version: 1, state: 'published', opensOn: '2021-06-01', closesOn: '2021-06-10', asked: 0, silent: [] },
  ...{ endedEarly: null, publishedOn: '2021-06-12' },
  comments: [
    ...evil.map((text, index) => comment(index + 1, { text, about: text, answer: { outcome: 'not', reason: text, version: null } })),
    comment(7, { text: '', withheld: '含他人信息', answer: { outcome: 'partly', reason: '已转办', version: null } }),
    comment(8, { times: 3 }),
  ],
};
const inside: PaperRound = {
  ...{ kind: 'internal', number: 1, version: 1, state: 'answered', opensOn: '2021-05-01', closesOn: '2021-05-08', asked: 3 },
  ...{ endedEarly: { on: '2021-05-07', reason: '提前改稿' }, publishedOn: null, silent: ['训练财政局'] },
  comments: [
    comment(1, { unit: '训练土地局', stance: 'no-opinion', text: '', answer: null }),
    comment(2, { unit: '训练环境局', stance: 'disagree' }),
  ],
};

async function content(kind: PaperKind): Promise<PaperContent> {
  const plan = await pujiang();
  const { totals, findings } = checkPlan(plan, [], { class: 'county', zonesElsewhere: null });
  const check = {
    packs: [],
    on: '2021-06-12',
    totals: { ...totals, sums: [...totals.sums] },
    findings: findings.map((one) => ({ ...one, cells: [...one.cells] })),
  };
  const detail = { id: 'p', dataset: 'training', state: 'draft', version: 2, latest: 2, plan: planToWire(plan), check } as const;
  return {
    ...{ format: 'zhenghe-paper/1', kind, detail, planSha256: 'ab'.repeat(32), submitted: null, approved: null, on: '2021-06-12' },
    ...{ place: '浦江县', above: '金华市', sources: [], rounds: [inside, open], maker: { zh: '训练', en: 'training' } },
  };
}

it('the answer table has every comment once, with repeated heads, and keeps words as words', async () => {
  const unpacked = await unpack(await writePaper(await content('answers'), mark, noMap));
  if (!unpacked.ok) throw new Error('not a docx');
  const xml = unpacked.parts.get('word/document.xml')?.toString('utf8') ?? '';
  const text = xml.replace(/<[^>]+>/g, '');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(xml).not.toContain('<script>');
  expect(xml).not.toContain('\u0007');
  for (const words of [
    '（内容不公开：含他人信息）',
    '共3次',
    '到期没有答复的单位：训练财政局',
    '2021年5月7日提前结束：提前改稿',
    '无意见',
    '第2版',
    printedCode(mark.code),
  ])
    expect(text + (unpacked.parts.get('word/header1.xml')?.toString('utf8') ?? '')).toContain(words);
  expect(text).toContain('征求意见2轮，收到意见10条。采纳2条，部分采纳1条，不采纳6条，只表态、不需答复1条');
  expect(
    Buffer.compare(await writePaper(await content('answers'), mark, noMap), await writePaper(await content('answers'), mark, noMap)),
  ).toBe(0);
});

it('the workbook of it holds the same, no cell of it a formula, and is the same again', async () => {
  const bytes = await writePaper(await content('answers-sheet'), mark, noMap);
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) throw new Error('not a workbook');
  for (const [name, part] of unpacked.parts) if (/sheet\d+\.xml$/.test(name)) expect(part.toString('utf8')).not.toMatch(/<f[ >]/);
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new Error('does not open');
  const texts = JSON.stringify(opened.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()])));
  for (const text of evil.slice(0, 5)) expect(texts).toContain(JSON.stringify(text).slice(1, -1));
  for (const text of ['换 行', '内容不公开：含他人信息', '训练数据', printedCode(mark.code), '提前改稿']) expect(texts).toContain(text);
  expect(opened.sheets[0]?.rows).toHaveLength(3 + 10);
  expect(Buffer.compare(bytes, await writePaper(await content('answers-sheet'), mark, noMap))).toBe(0);
});
