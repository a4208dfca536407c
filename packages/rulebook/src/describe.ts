// The rulebook as one page of markdown (docs/rulebook.md): packs, clauses, figures, checks, targets, conflicts.

import type { Strength } from '@zhenghe/engine/kernel';
import { findConflicts } from './conflicts.ts';
import type { Rulebook } from './load.ts';
import type { Pack } from './schema.ts';
import { showValue } from './show.ts';

const strengthNames: Readonly<Record<Strength, string>> = { identity: '恒等/禁止', must: '应', principle: '原则上', may: '可' };
const statusNames = { draft: '征求意见稿 draft', final: '正式 final', news: '新闻 news' } as const;

/** Same rulebook, same bytes: nothing of the machine or the day is in it. */
export function describeRulebook(rulebook: Rulebook): string {
  const parts = [
    '# 规则库 · Rulebook',
    'Generated from `packages/rulebook/packs`; do not edit. Most of the documents are drafts or news: every figure carries its document, clause and status.',
    '## Packs',
    table(
      ['Pack', 'Document', '文号', 'Status', 'Place', 'Applies from', 'Carries out', 'Hash'],
      rulebook.packs.map(({ head, hash }) => [
        `[${head.id}](#${head.id})`,
        head.title.zh,
        head.number ?? '—',
        statusNames[head.status],
        head.jurisdiction,
        `${head.appliesFrom} (${head.precision})`,
        head.parent ?? '—',
        `\`${hash.slice(0, 12)}\``,
      ]),
    ),
    ...rulebook.packs.flatMap((pack) => describePack(pack, rulebook)),
    ...describeOwn(rulebook),
    '## Disagreements',
    table(
      ['Id', 'Title', 'Found by', 'Sides', 'Meanwhile'],
      findConflicts(rulebook).map((conflict) => [
        conflict.id,
        `${conflict.title.zh} · ${conflict.title.en}`,
        conflict.found,
        conflict.sides.map((side) => `${side.pack} ${side.clause}`).join('; '),
        conflict.handling.en,
      ]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function describePack(pack: Pack, rulebook: Rulebook): readonly string[] {
  return [
    `## ${pack.head.id}`,
    `${pack.head.title.zh} · ${pack.head.title.en}`,
    pack.head.source.en,
    ...clauseTable(pack),
    ...ruleTables(pack),
    ...workflowTable(pack),
    ...indicatorTable(rulebook, pack.head.id),
  ];
}

/** Null: the product's own. */
function indicatorTable(rulebook: Rulebook, pack: string | null): readonly string[] {
  const rows = rulebook.indicators
    .filter((one) => one.pack === pack)
    .map(({ indicator }) => [
      indicator.code,
      `${indicator.name.zh} · ${indicator.name.en}`,
      indicator.unit,
      indicator.formula ?? '填报 filed',
      indicator.calibres.map(({ id, from }) => (from === null ? id : `${id} (${from}–)`)).join('; '),
      indicator.clause === null ? '—' : `${indicator.clause.pack === pack ? '' : `${indicator.clause.pack} `}${indicator.clause.clause}`,
    ]);
  return titled('### Indicators', ['Code', '名称', 'Unit', 'Formula', 'Calibres', 'Clause'], rows);
}

/** Forms and indicators that no document gives. */
function describeOwn(rulebook: Rulebook): readonly string[] {
  const forms = rulebook.forms.map(({ form, pack }) => [
    form.code,
    `${form.title.zh} · ${form.title.en}`,
    form.audience,
    form.frequency,
    `${form.groups.reduce((sum, { rows }) => sum + rows.length, 0)}`,
    `${form.dueDays} + ${form.levelDays}${form.dueFrom === 'text' ? '' : ' (product default)'}`,
    `${form.checks.length}`,
    pack ?? '—',
  ]);
  const tags = rulebook.tags.map(({ tag, pack }) => [
    tag.code,
    `${tag.name.zh} · ${tag.name.en}`,
    `\`${tag.rule}\``,
    tag.expires,
    pack ?? '—',
  ]);
  return [
    '## Defaults of the product',
    rulebook.indicatorDefaults.note.en,
    ...indicatorTable(rulebook, null),
    ...titled('### Forms', ['Code', '名称', 'Filed by', 'Frequency', 'Rows', 'Working days', 'Checks', 'Pack'], forms),
    ...titled('### Tags', ['Code', '名称', 'Rule', 'Expires', 'Pack'], tags),
  ];
}

function clauseTable(pack: Pack): readonly string[] {
  const rows = pack.clauses.map((clause) => [
    clause.code,
    `${clause.heading.zh} · ${clause.heading.en}`,
    clause.summary.en,
    clause.verb === null ? strengthNames[clause.strength] : `${strengthNames[clause.strength]} (${clause.verb})`,
    clause.units.map((unit, index) => (index < clause.leads ? `**${unit}**` : unit)).join('、') || '—',
    clause.functions.join(' ') || '—',
  ]);
  return ['### Clauses', table(['Clause', 'Heading', 'Summary', 'Strength', 'Units (leads in bold)', 'Functions'], rows)];
}

function ruleTables(pack: Pack): readonly string[] {
  const parameters = pack.parameters.map((parameter) => [
    parameter.id,
    parameter.title.zh,
    showValue(parameter).zh,
    parameter.unit ?? '—',
    parameter.clause,
    parameter.measure,
  ]);
  const checks = pack.checks.map((check) => [check.id, check.title.zh, check.kind, strengthNames[check.strength], check.clause]);
  const targets = pack.targets.map((target) => [
    target.title.zh,
    `${target.base.value ?? '—'}${target.base.year === null ? '' : ` (${target.base.year})`}`,
    `${target.goal.sense === 'at-least' ? '≥' : '≤'} ${target.goal.value} (${target.goal.year})`,
    target.unit,
    target.clause,
  ]);
  return [
    ...titled('### Figures', ['Id', '名称', 'Value', 'Unit', 'Clause', 'Measure'], parameters),
    ...titled('### Checks', ['Id', '名称', 'Kind', 'Strength', 'Clause'], checks),
    ...titled('### Targets', ['名称', 'Base', 'Goal', 'Unit', 'Clause'], targets),
  ];
}

/** Only what the text says; working days it leaves open are set by workflow-defaults.yaml, as the product's own. */
function workflowTable(pack: Pack): readonly string[] {
  const rows = pack.workflows.flatMap((way) =>
    way.steps.map((step, index) => [
      index === 0 ? `${way.title.zh} · ${way.title.en}` : '',
      index === 0 ? way.classes.join(', ') : '',
      `${step.title.zh} · ${step.title.en}`,
      step.kind === 'decide' ? '批复 decide' : '审核 review',
      step.place,
      step.days === null ? 'not in the text (product default)' : `${step.days}`,
      way.clause,
    ]),
  );
  return titled('### Workflows', ['Workflow', 'Classes', 'Step', 'Kind', 'Place', 'Working days', 'Clause'], rows);
}

function titled(title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [title, table(head, rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
