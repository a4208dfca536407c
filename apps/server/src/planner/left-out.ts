// What the model leaves out, in words: said with every proposal, so that nobody takes it for more than it is.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { MissingFigure, PlannerSettings } from '@zhenghe/contract/planner';
import type { Bilingual } from '@zhenghe/engine/kernel';

interface Asked {
  readonly dataset: Dataset;
  readonly scope: string;
  readonly settings: PlannerSettings;
  readonly missing: readonly MissingFigure[];
}

export function leftOut({ dataset, scope, settings, missing }: Asked): readonly Bilingual[] {
  return [
    ...always,
    ...(scope.endsWith('0000') ? [] : [inPart]),
    ...(dataset === 'real' ? [pointsOfCounty] : []),
    ...(settings.staffShare === null ? [noStaffRow] : []),
    ...(settings.protectedShare === null ? [noThreshold] : []),
    ...figures(missing),
  ];
}

const always: readonly Bilingual[] = [
  {
    zh: '代价只用来比较方案，权重是产品默认值或情景自己设的；企业意愿、债务、土地权属、在建项目不在模型里。',
    en: 'Costs only compare plans; their weights are defaults or the scenario’s own. Firms’ wishes, debts, rights in land and projects under way are not in the model.',
  },
  {
    zh: '距离是点到点的直线（高斯—克吕格投影，3 度带，中央经线 120°），不是路程。',
    en: 'Distances are straight lines between points (Gauss–Krüger, 3-degree zone, meridian 120°), not ways by road.',
  },
  {
    zh: '国家级牌子应予保留（S2-二(二)整合优化），模型只按产值计其代价；须保留的请锁定为“整合”。',
    en: 'National plates are to stay (S2-二(二)整合优化); the model weighs them by output only. Lock those that must stay as merged.',
  },
  {
    zh: '管理机构压减六成没有单列，由开发区个数带来；四个一批中的“创建打造”由省里另定，不在模型里。',
    en: 'The cut of bodies by 60 % has no row of its own: it follows from the number of zones. The batch “create” is decided elsewhere.',
  },
  {
    zh: '剔除保护地按园区整体计，不分区块；不看河流、铁路等隔断。',
    en: 'Protected land is trimmed by park, not by block; rivers, railways and other barriers are not looked at.',
  },
];

const inPart: Bilingual = {
  zh: '只看本地：全省总数、人员压减等全省口径的要求不在这个情景里。',
  en: 'This place alone: what binds the province as a whole is not in this scenario.',
};
const pointsOfCounty: Bilingual = {
  zh: '真实名录没有园区自己的点位，用的是所在县的点，距离和相邻不可靠。',
  en: 'The real register has no points of the parks themselves, only those of their counties: distances and adjacency are not reliable.',
};
const noStaffRow: Bilingual = {
  zh: '管理人员减少三成（S2-二(一)）没有作为约束：模型只数离开的园区，看不到区内精简；保留人数照列。',
  en: 'The cut of staff by 30 % (S2-二(一)) is no row of this scenario: the model counts parks that leave, not savings inside zones; the staff that stays is told.',
};
const noThreshold: Bilingual = {
  zh: '没有设保护地占比的界线（条文没有数字），保护地多的园区也可能并入。',
  en: 'No threshold of protected land is set (the text gives none): a park with much of it may still join.',
};

/** Parks of which neither output nor staff is known nor assumed: the model ends them at no cost. */
export function weighedByNothing(missing: readonly MissingFigure[]): readonly string[] {
  const without = (figure: MissingFigure['figure']) =>
    missing.flatMap((one) => (one.figure === figure && one.done === 'left-out' ? [one.park] : []));
  const noStaff = new Set(without('staff'));
  return without('output').filter((park) => noStaff.has(park));
}

function figures(missing: readonly MissingFigure[]): readonly Bilingual[] {
  const count = (done: MissingFigure['done']) => missing.filter((one) => one.figure !== 'point' && one.done === done).length;
  const [assumed, out] = [count('county-median'), count('left-out')];
  const nothing = weighedByNothing(missing).length;
  return [
    ...(assumed > 0
      ? [
          {
            zh: `${assumed} 个缺少的数据用同地的中位数代替，逐个列出；代替的产值不分产业，不计入主导产业以外的产值。`,
            en: `For ${assumed} missing figures the median of the place stands in; each is listed. An assumed output is not broken down by industry.`,
          },
        ]
      : []),
    ...(out > 0
      ? [
          {
            zh: `${out} 个缺少的数据没有计入，相关代价偏低，逐个列出。`,
            en: `${out} missing figures are not counted, so the costs they bear on are too low; each is listed.`,
          },
        ]
      : []),
    ...(nothing > 0
      ? [
          {
            zh: `${nothing} 个园区既没有产值也没有管理人员数据，撤销它们在模型里不计代价；这些园区的去向不能作为依据。`,
            en: `${nothing} parks have neither output nor staff: the model ends them at no cost, and what it proposes for them rests on nothing.`,
          },
        ]
      : []),
  ];
}
