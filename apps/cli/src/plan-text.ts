// A check for a reader at a terminal: totals, then findings by strength, blocking ones first, each with its clause.
import { type Bilingual, type Finding, isMissing, type Missing, type Outcome, type Strength, strengths } from '@zhenghe/engine/kernel';
import type { PlanTotals } from '@zhenghe/engine/plans';
import type { PlanFile } from '@zhenghe/exchange/plans';
import type { PackRef } from '@zhenghe/rulebook';
import type { Language } from './stop.ts';
import { table } from './text.ts';

interface Checked {
  readonly packs: readonly PackRef[];
  readonly on: string;
  readonly totals: PlanTotals;
  readonly findings: readonly Finding[];
}

const strengthTitles: Readonly<Record<Strength, Bilingual>> = {
  identity: { zh: '禁止与恒等（不可例外）', en: 'Forbidden and identities (no exception)' },
  must: { zh: '应当（例外须有文件）', en: 'Must (an exception needs a paper)' },
  principle: { zh: '原则上（须说明理由）', en: 'As a rule (a reason is needed)' },
  may: { zh: '可以、鼓励', en: 'May, encouraged' },
};

const marks: Readonly<Record<Outcome, Bilingual>> = {
  fail: { zh: '✗ 不通过', en: '✗ fail   ' },
  unknown: { zh: '? 未知', en: '? unknown' },
  pass: { zh: '✓ 通过', en: '✓ pass   ' },
};

const blockedMark: Bilingual = { zh: '✗ 阻断', en: '✗ BLOCKS ' };

export function checkText(checked: Checked, file: PlanFile, lang: Language): string {
  const groups = strengths.map((strength) => group(checked.findings, strength, lang)).filter((text) => text !== '');
  return `${[head(checked, file, lang), ...notes(file, lang), ...groups, verdict(checked.findings, lang)].join('\n\n')}\n`;
}

function head({ packs, on, totals }: Checked, { plan }: PlanFile, lang: Language): string {
  const zh = lang === 'zh';
  const training = plan.training ? (zh ? '【训练数据】' : '[TRAINING DATA 训练数据] ') : '';
  return [
    `${training}${plan.title}（${plan.jurisdiction}）`,
    table(
      [
        [zh ? '日期' : 'On', on],
        [zh ? '规则包' : 'Packs', packs.map((pack) => `${pack.id} ${pack.version} (${pack.hash.slice(0, 8)})`).join(', ')],
        [zh ? '整合前' : 'Before', area(totals.before, lang)],
        [zh ? '整合后' : 'After', area(totals.after, lang)],
        [zh ? '增减' : 'Growth', `${signed(totals.growth, lang, ' km²')}（${signed(totals.growthPercent, lang, ' %')}）`],
      ],
      '  ',
    ),
  ].join('\n');
}

function area(cell: string | Missing, lang: Language): string {
  return isMissing(cell) ? unknown(lang) : `${cell} km²`;
}

function signed(cell: string | Missing, lang: Language, unit: string): string {
  if (isMissing(cell)) return unknown(lang);
  return `${cell.startsWith('-') || /^0(\.0+)?$/.test(cell) ? '' : '+'}${cell}${unit}`;
}

function unknown(lang: Language): string {
  return lang === 'zh' ? '未知' : 'unknown';
}

function notes(file: PlanFile, lang: Language): string[] {
  if (file.notes.length === 0) return [];
  const rows = file.notes.map((note) => [
    note.sheet,
    note.row > 0 ? `${note.column}${note.row}` : note.column,
    JSON.stringify(note.value),
    note.note[lang],
  ]);
  return [`${lang === 'zh' ? '读入时的说明' : 'Notes from reading'}\n${table(rows, '  ')}`];
}

const order: readonly Outcome[] = ['fail', 'unknown', 'pass'];

function group(findings: readonly Finding[], strength: Strength, lang: Language): string {
  const here = findings.filter((finding) => finding.strength === strength);
  if (here.length === 0) return '';
  const sorted = order
    .flatMap((outcome) => here.filter((finding) => finding.outcome === outcome))
    .sort((a, b) => Number(b.blocking) - Number(a.blocking));
  const counts = order
    .map((outcome) => `${marks[outcome][lang].trim()} ${here.filter((finding) => finding.outcome === outcome).length}`)
    .join('  ');
  const open = sorted.filter((finding) => finding.outcome !== 'pass');
  const lines = table(
    open.map((finding) => row(finding, lang)),
    '  ',
  ).split('\n');
  const passed = here
    .filter((finding) => finding.outcome === 'pass')
    .map((finding) => [marks.pass[lang], clauseText(finding), finding.message[lang]]);
  const body = [
    ...open.flatMap((finding, index) => [lines[index] ?? '', ...detail(finding, lang)]),
    ...(passed.length > 0 ? [table(passed, '  ')] : []),
  ];
  return `${strengthTitles[strength][lang]}  ${counts}\n${body.join('\n')}`;
}

function row(finding: Finding, lang: Language): string[] {
  const mark = finding.blocking ? blockedMark : marks[finding.outcome];
  const measured = finding.measured ?? '—';
  const allowed = finding.allowed ?? '—';
  return [
    mark[lang],
    finding.where.label,
    lang === 'zh' ? `实际 ${measured}` : `is ${measured}`,
    lang === 'zh' ? `要求 ${allowed}` : `wanted ${allowed}`,
    clauseText(finding),
  ];
}

function clauseText({ clause }: Finding): string {
  return `${clause.clause} ${clause.pack}`;
}

function detail(finding: Finding, lang: Language): string[] {
  const lines = [`      ${finding.message[lang]}  [${finding.id}]`];
  if (finding.mend) lines.push(`      → ${finding.mend[lang]}`);
  if (finding.answer)
    lines.push(
      `      ${lang === 'zh' ? '说明' : 'Answer'}: ${finding.answer.text}${finding.answer.paper ? `（${finding.answer.paper}）` : ''}`,
    );
  return lines;
}

function verdict(findings: readonly Finding[], lang: Language): string {
  const blocking = findings.filter((finding) => finding.blocking).length;
  const open = findings.filter((finding) => finding.outcome === 'unknown').length;
  if (lang === 'zh') return blocking > 0 ? `结论：${blocking} 项阻断，不能提交；${open} 项未知。` : `结论：没有阻断项；${open} 项未知。`;
  const verdictText = blocking > 0 ? `${blocking} blocking; it cannot be submitted.` : 'Nothing blocks.';
  return `Result: ${verdictText} ${open} unknown.`;
}
