// The report of a scenario as blocks: what is proposed, how good it is proven to be, what each term and the cap cost, and what is left out.
import { type Bilingual, countEn } from '@zhenghe/engine/kernel';
import type { Solved } from '@zhenghe/engine/planner';
import type { Block, Paper, TableBlock } from '../documents/index.ts';
import type { ScenarioReport } from './content.ts';
import { lockRows, parkRows, proofRows, zoneRows } from './rows.ts';
import { doneWords, figure, figureWords, gapText, termWords } from './words.ts';

export function reportPaper(report: ScenarioReport): Paper {
  const say = (text: Bilingual) => text[report.language];
  const title = say({ zh: `整合规划方案“${report.name}”报告`, en: `Report of the scenario “${report.name}”` });
  const under = say({
    zh: `（${report.scope.zh}　第${report.version}版　以${report.day}的名录为准　${report.on}打印）`,
    en: `(${report.scope.en}, version ${report.version}, register of ${report.day}, printed ${report.on})`,
  });
  return {
    title,
    landscape: true,
    blocks: [
      { as: 'title', text: title },
      { as: 'under-title', text: under },
      { as: 'body', text: say(proposal) },
      ...(report.answer.status === 'infeasible' ? conflictBlocks(report) : solvedBlocks(report, report.answer)),
      ...settingBlocks(report),
      ...limitBlocks(report),
    ],
  };
}

const proposal = {
  zh: '本报告是模型给出的建议，供比较和讨论；决定由有权机关作出。',
  en: 'This is a proposal of a model, to compare and discuss. The competent office decides.',
};

function heading(report: ScenarioReport, text: Bilingual): Block {
  return { as: 'heading', rank: 1, text: text[report.language] };
}

function solvedBlocks(report: ScenarioReport, answer: Solved): readonly Block[] {
  return [
    heading(report, { zh: '结果', en: 'Result' }),
    { as: 'body', text: resultSentence(report, answer) },
    heading(report, { zh: '各项代价', en: 'Cost by term' }),
    termTable(report, answer),
    heading(report, { zh: '证明', en: 'Proof' }),
    pairs(report, proofRows(report, answer)),
    heading(report, { zh: '总量上限的代价', en: 'Price of the cap' }),
    { as: 'body', text: capSentence(report, answer) },
    curveTable(report, answer),
    heading(report, { zh: '建议设立的开发区', en: 'Proposed zones' }),
    zoneTable(report, answer),
    heading(report, { zh: '转型和撤销的园区', en: 'Parks converted and abolished' }),
    leaverTable(report, answer),
  ];
}

function resultSentence({ language, instance }: ScenarioReport, answer: Solved): string {
  const { zones, cost, staff, detachedPieces, platforms } = answer;
  const count = (outcome: string) => Object.values(answer.outcomes).filter((one) => one === outcome).length;
  const money = figure(cost, 2, language);
  const proven = {
    zh: answer.status === 'optimal' ? '已证明最优' : `与最优相差不超过${gapText(answer.gap)}`,
    en: answer.status === 'optimal' ? 'proven optimal' : `within ${gapText(answer.gap)} of the optimum`,
  };
  if (language === 'zh') {
    return `${instance.parks.length}个园区整合为${zones}个开发区（上限${instance.caps.zones}个）：整合优化${count('merge')}个，转型提升${count('convert')}个，淘汰撤销${count('abolish')}个；不相连的片${detachedPieces}处，含国家级等平台的开发区${platforms}个，留在开发区的人员${figure(staff.kept, 0, 'zh')}人（共${figure(staff.of, 0, 'zh')}人）。总代价${money}，${proven.zh}。`;
  }
  return `${countEn(instance.parks.length, 'park')} become ${countEn(zones, 'zone')} (cap ${instance.caps.zones}): ${count('merge')} merge, ${count('convert')} convert, ${count('abolish')} are abolished; ${countEn(detachedPieces, 'detached piece')}, ${countEn(platforms, 'zone')} that may carry a platform, ${figure(staff.kept, 0, 'en')} of ${figure(staff.of, 0, 'en')} staff stay in zones. Total cost ${money}, ${proven.en}.`;
}

function capSentence({ language, instance }: ScenarioReport, { capPrice, binding }: Solved): string {
  const cap = instance.caps.zones;
  if (capPrice === null) {
    return language === 'zh' ? '在此范围内数目不能再变。' : 'Within this scope the number of zones cannot change.';
  }
  if (!binding.includes('zones')) {
    return language === 'zh' ? `上限${cap}个没有起约束作用。` : `The cap of ${cap} does not bind.`;
  }
  const price = figure(capPrice, 2, language);
  return language === 'zh' ? `上限再放宽1个，总代价可减少${price}。` : `One zone more under the cap would save ${price}.`;
}

function termTable({ language }: ScenarioReport, { terms, cost }: Solved): TableBlock {
  return {
    as: 'table',
    head: language === 'zh' ? ['项目', '数量', '单位', '代价（亿元当量）'] : ['Term', 'Quantity', 'Unit', 'Cost (100 M yuan)'],
    widths: [40, 20, 15, 25],
    figures: [1, 3],
    sum: true,
    rows: [
      ...terms.map(({ code, natural, cost: own }) => {
        const { title, unit, places } = termWords[code];
        return [title[language], figure(natural, places, language), unit[language], figure(own, 2, language)];
      }),
      [language === 'zh' ? '合计' : 'Total', '', '', figure(cost, 2, language)],
    ],
  };
}

/** Around the proposed number: five fewer to five more. */
function curveTable({ language }: ScenarioReport, { curve, zones }: Solved): TableBlock {
  const near = curve.filter((point) => point.cost !== null && Math.abs(point.zones - zones) <= 5);
  return {
    as: 'table',
    head: language === 'zh' ? ['开发区数', '最低代价', '下界'] : ['Zones', 'Least cost', 'Lower bound'],
    widths: [30, 35, 35],
    figures: [0, 1, 2],
    rows: near.map(({ zones: count, cost, lowerBound }) => [String(count), figure(cost, 2, language), figure(lowerBound, 2, language)]),
  };
}

function zoneTable(report: ScenarioReport, answer: Solved): TableBlock {
  return {
    as: 'table',
    head:
      report.language === 'zh'
        ? ['序号', '地区', '主园区', '级别', '园区数', '并入的园区']
        : ['No.', 'Place', 'Lead park', 'Level', 'Parks', 'Parks that join'],
    widths: [6, 13, 22, 9, 7, 43],
    figures: [0, 4],
    rows: zoneRows(report, answer).map((row, at) => [String(at + 1), ...row]),
  };
}

function leaverTable(report: ScenarioReport, answer: Solved): TableBlock {
  return {
    as: 'table',
    head: report.language === 'zh' ? ['序号', '地区', '园区', '级别', '去向'] : ['No.', 'Place', 'Park', 'Level', 'Outcome'],
    widths: [8, 20, 42, 15, 15],
    figures: [0],
    rows: parkRows(report, answer)
      .filter(({ outcome }) => outcome !== 'merge')
      .map(({ place, name, level, word }, at) => [String(at + 1), place, name, level, word]),
  };
}

function conflictBlocks(report: ScenarioReport): readonly Block[] {
  if (report.answer.status !== 'infeasible') return [];
  const rules = new Map(report.rules.map((rule) => [rule.rule, rule]));
  const { language } = report;
  return [
    heading(report, { zh: '结果', en: 'Result' }),
    {
      as: 'body',
      text:
        language === 'zh'
          ? '没有方案能同时满足全部规则和锁定。以下各条不能同时成立，去掉其中任何一条就有方案。'
          : 'No plan keeps all rules and locks. These cannot hold together; without any one of them a plan exists.',
    },
    {
      as: 'table',
      head: language === 'zh' ? ['规则', '对象', '条款'] : ['Rule', 'Subject', 'Clause'],
      widths: [40, 35, 25],
      rows: report.answer.conflict.map(({ rule, subject }) => [
        rules.get(rule)?.title[language] ?? rule,
        subject === null ? '—' : subjectOf(report, rule, subject),
        rules.get(rule)?.clause ?? '—',
      ]),
    },
  ];
}

function subjectOf(report: ScenarioReport, rule: string, subject: string): string {
  if (rule === 'lock') return lockRows(report)[Number(subject)]?.join(' ') ?? subject;
  return report.places[subject] ?? report.instance.parks.find(({ code }) => code === subject)?.name ?? subject;
}

function settingBlocks(report: ScenarioReport): readonly Block[] {
  const { language, settings } = report;
  const locks = lockRows(report);
  return [
    heading(report, { zh: '设置', en: 'Settings' }),
    {
      as: 'table',
      head: language === 'zh' ? ['设置', '数值', '单位', '依据', '改动'] : ['Setting', 'Value', 'Unit', 'Ground', 'Changed'],
      widths: [36, 16, 16, 22, 10],
      figures: [1],
      rows: settings.map(({ title, value, unit, clause, changed }) => [
        title[language],
        value,
        unit?.[language] ?? '',
        clause ?? (language === 'zh' ? '本产品默认' : 'product default'),
        changed ? (language === 'zh' ? '已改' : 'yes') : '',
      ]),
    },
    ...(locks.length === 0
      ? []
      : [
          heading(report, { zh: '人工锁定', en: 'Locks set by people' }),
          {
            as: 'table',
            head: language === 'zh' ? ['锁定', '园区'] : ['Lock', 'Parks'],
            widths: [25, 75],
            rows: locks,
          } satisfies TableBlock,
        ]),
  ];
}

function limitBlocks(report: ScenarioReport): readonly Block[] {
  const { language, missing, leftOut } = report;
  const none = language === 'zh' ? '没有缺少的数据。' : 'No figure is missing.';
  return [
    heading(report, { zh: '缺少的数据', en: 'Missing figures' }),
    missing.length === 0
      ? { as: 'body', text: none }
      : {
          as: 'table',
          head: language === 'zh' ? ['园区', '数据', '处理', '代入值'] : ['Park', 'Figure', 'What was done', 'Assumed'],
          widths: [40, 20, 25, 15],
          figures: [3],
          rows: missing.map(({ name, figure: what, done, assumed }) => [
            name,
            figureWords[what][language],
            doneWords[done][language],
            assumed === null ? '—' : figure(assumed, 2, language),
          ]),
        },
    heading(report, { zh: '模型没有考虑的事项', en: 'What the model leaves out' }),
    ...leftOut.map((one, at): Block => ({ as: 'body', text: `${at + 1}${language === 'zh' ? '．' : '. '}${one[language]}` })),
  ];
}

function pairs({ language }: ScenarioReport, rows: readonly (readonly [Bilingual, string])[]): TableBlock {
  return {
    as: 'table',
    head: language === 'zh' ? ['项目', '内容'] : ['What', 'Value'],
    widths: [28, 72],
    rows: rows.map(([what, value]) => [what[language], value]),
  };
}
