// Passages that several papers share: the figures of a plan in words and tables, its findings, its sources, its annexes.
import type { PlanDetail } from '@zhenghe/contract/plans';
import { isMissing } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import { conversionWords, levelWords, managerWords, outcomeWords, partKindWords, phaseWords } from '../plans/words.ts';
import type { Block, TableBlock } from './block.ts';
import type { PaperContent, PaperPlan } from './content.ts';
import { areaCell, countCell, dayCell, growthText, km2, ordinal, yesNo } from './figures.ts';

type Finding = z.infer<typeof PlanDetail>['check']['findings'][number];

const stateWords: Readonly<Record<string, string>> = {
  draft: '草稿',
  submitted: '已报送',
  returned: '已退回',
  accepted: '市已审核',
  approved: '已批复',
  refused: '未批准',
};

export function stateWord({ state }: PaperPlan): string {
  return stateWords[state] ?? state;
}

export const outcomeMarks = { fail: '不符合', unknown: '无法判断', pass: '符合' } as const;
const strengthWords = { identity: '禁止／恒等', must: '应、须', principle: '原则上', may: '可、鼓励' } as const;

/** 一、二、三… in the order the headings are asked for. */
export function headings(): (text: string) => Block {
  let count = 0;
  return (text) => {
    count += 1;
    return { as: 'heading', rank: 1, text: `${ordinal(count)}、${text}` };
  };
}

export function areaSentence({ check }: PaperPlan): string {
  const { before, after, growth, growthPercent } = check.totals;
  return `整合前总面积${km2(before)}，整合后总面积${km2(after)}，${growthText(growth, growthPercent)}。`;
}

export function countSentence({ plan, check }: PaperPlan): string {
  const of = (outcome: Finding['outcome']) => check.findings.filter((finding) => finding.outcome === outcome).length;
  const blocking = check.findings.filter((finding) => finding.blocking).length;
  return `按${dayCell(check.on)}生效的规则对${plan.blocks.length}个区块等内容检查${check.findings.length}项：符合${of('pass')}项，不符合${of('fail')}项，无法判断${of('unknown')}项；其中阻止报送${blocking}项。`;
}

export function mergeSentence({ plan }: PaperPlan): string {
  const names = plan.zones.map((zone) => zone.name).join('、');
  return `整合前共有园区${plan.parks.length}个，整合后设开发区${plan.zones.length}个${names ? `：${names}` : ''}。`;
}

export function parksTable({ plan }: PaperPlan): TableBlock {
  const zoneName = new Map(plan.zones.map((zone) => [zone.code, zone.name]));
  return {
    as: 'table',
    head: ['序号', '园区', '级别', '核准面积（平方公里）', '去向', '转型为／承接单位'],
    widths: [8, 31, 14, 15, 14, 26],
    figures: [3],
    rows: plan.parks.map((park, index) => [
      String(index + 1),
      park.name,
      levelWords[park.level],
      areaCell(park.approvedArea),
      park.outcomes.map((outcome) => outcomeWords[outcome]).join('、') || '（未给出）',
      [park.convertsTo && conversionWords[park.convertsTo], park.receivedBy && (zoneName.get(park.receivedBy) ?? park.receivedBy)]
        .filter(Boolean)
        .join('；') || '—',
    ]),
  };
}

export function zonePassages({ plan }: PaperPlan): readonly Block[] {
  return plan.zones.flatMap((zone, index): Block[] => [
    { as: 'heading', rank: 2, text: `（${ordinal(index + 1)}）${zone.name}` },
    {
      as: 'body',
      text: `级别：${levelWords[zone.level]}。牌子：${zone.plates.join('、') || '（未给出）'}。主导产业：${zone.industries.join('、') || '（未给出）'}。管理机构：${zone.body || '（未给出）'}。${zone.flagship ? '列入高能级战略平台。' : ''}`,
    },
  ]);
}

export function partsTable({ plan }: PaperPlan): TableBlock {
  const zoneName = new Map(plan.zones.map((zone) => [zone.code, zone.name]));
  return {
    as: 'table',
    head: ['部分', '所属开发区', '类别', '管理方式', '保留片区机构'],
    widths: [22, 32, 15, 19, 12],
    rows: plan.parts.map((part) => [
      part.name,
      zoneName.get(part.zone) ?? part.zone,
      partKindWords[part.kind],
      part.entrustedTo.length > 0 ? `${managerWords[part.managedBy]}（${part.entrustedTo.join('、')}）` : managerWords[part.managedBy],
      yesNo(part.keepsBody),
    ]),
  };
}

export function sumsTable({ check }: PaperPlan): TableBlock | null {
  if (check.totals.sums.length === 0) return null;
  return {
    as: 'table',
    head: ['合计', '口径', '按区块计算', '方案所列'],
    widths: [46, 14, 20, 20],
    figures: [2, 3],
    rows: check.totals.sums.map((sum) => [
      sum.label,
      sum.column === 'areaBefore' ? '整合前' : '整合后',
      areaCell(sum.computed),
      areaCell(sum.declared),
    ]),
  };
}

export function organisationSentence({ plan }: PaperPlan): string {
  const { bodiesBefore, bodiesAfter, staffBefore, staffAfter } = plan.organisation;
  return `管理机构整合前${countCell(bodiesBefore)}个，整合后${countCell(bodiesAfter)}个；管理人员整合前${countCell(staffBefore)}人，整合后${countCell(staffAfter)}人。`;
}

export function milestoneSentence({ plan }: PaperPlan): string {
  if (plan.milestones.length === 0) return '方案没有列出时间节点。';
  return `${plan.milestones.map(({ phase, due }) => `${phaseWords[phase]}：${dayCell(due)}`).join('；')}。`;
}

export function answerPassages({ plan }: PaperPlan): readonly Block[] {
  if (plan.answers.length === 0) return [{ as: 'body', text: '没有书面理由或例外。' }];
  return plan.answers.map((answer, index) => ({
    as: 'body',
    text: `${index + 1}．${answer.kind === 'reason' ? '书面理由' : '例外'}（检查项 ${answer.finding}）：${answer.text}${answer.paper ? `依据文件：${answer.paper}。` : ''}`,
  }));
}

export function clauseText(finding: Finding): string {
  return `${finding.clause.clause}（${strengthWords[finding.strength]}）`;
}

/** One line a finding that is not met: measured, allowed, clause, answer. */
export function findingSentence(finding: Finding): string {
  const figures = [finding.measured && `实测${finding.measured}`, finding.allowed && `规定${finding.allowed}`].filter(Boolean).join('，');
  const answer = finding.answer ? `答复：${finding.answer.text}` : '';
  return [finding.message.zh, figures && `（${figures}）`, `依据${clauseText(finding)}。`, answer].filter(Boolean).join('');
}

export function sourceSentence({ sources }: PaperContent): string {
  return sources.map(({ title, number, draft }) => `《${title}》${number ? `（${number}）` : ''}${draft ? '（稿）' : ''}`).join('、');
}

/** What the letters before a clause stand for: S2 指《…》. */
export function clauseKey({ detail, sources }: PaperContent): readonly Block[] {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const key = new Map(
    detail.check.findings.map(({ clause }) => [clause.clause.split('-')[0] ?? '', titles.get(clause.pack) ?? clause.pack]),
  );
  if (key.size === 0) return [];
  return [{ as: 'body', text: `条款代号：${[...key].map(([code, title]) => `${code}指《${title}》`).join('；')}。` }];
}

export function annexes({ detail }: PaperContent): readonly Block[] {
  const { plan, check } = detail;
  const parks = new Map(plan.parks.map((park) => [park.code, park.name]));
  const parts = new Map(plan.parts.map((part) => [part.code, part.name]));
  const beside = (first: string, name: (at: number) => string, area: 'areaBefore' | 'areaAfter'): TableBlock => ({
    as: 'table',
    head: ['序号', '区块', first, '面积（平方公里）'],
    widths: [12, 36, 32, 20],
    figures: [3],
    rows: plan.blocks.map((block, at) => [String(at + 1), block.name, name(at), areaCell(block[area])]),
  });
  const parkOf = (at: number) => parks.get(plan.blocks[at]?.park ?? '') ?? plan.blocks[at]?.park ?? '';
  const partOf = (at: number) => parts.get(plan.blocks[at]?.part ?? '') ?? plan.blocks[at]?.part ?? '';
  return [
    { as: 'annex', label: '附件1', title: '整合提升前后对照表' },
    {
      as: 'table',
      head: ['序号', '区块', '整合前园区', '整合前面积（平方公里）', '整合后部分', '整合后面积（平方公里）'],
      widths: [8, 24, 24, 14, 16, 14],
      figures: [3, 5],
      sum: true,
      rows: [
        ...plan.blocks.map((block, at) => [
          String(at + 1),
          block.name,
          parkOf(at),
          areaCell(block.areaBefore),
          partOf(at),
          areaCell(block.areaAfter),
        ]),
        ['', '合计', '', areaCell(check.totals.before), '', areaCell(check.totals.after)],
      ],
    },
    { as: 'annex', label: '附件2', title: '整合提升前位置示意图' },
    { as: 'map', caption: '整合提升前', beside: beside('所属园区', parkOf, 'areaBefore') },
    { as: 'annex', label: '附件3', title: '整合提升后位置示意图' },
    { as: 'map', caption: '整合提升后', beside: beside('所属部分', partOf, 'areaAfter') },
  ];
}

/** What stops a submission or waits for a reason, before what is unknown. */
export function openFindings({ check }: PaperPlan): readonly Finding[] {
  return [...check.findings.filter(({ outcome }) => outcome === 'fail'), ...check.findings.filter(({ outcome }) => outcome === 'unknown')];
}

export function missingAreas({ plan }: PaperPlan): number {
  return plan.blocks.filter(({ areaBefore, areaAfter }) => isMissing(areaBefore) || isMissing(areaAfter)).length;
}
