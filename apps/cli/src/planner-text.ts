// A proposal, a conflict and explanations for a reader at a terminal.
import type { Bilingual } from '@zhenghe/engine/kernel';
import {
  type Answer,
  type Infeasible,
  type Instance,
  type Lock,
  type Outcome,
  type Problem,
  type RuleUse,
  ruleCodes,
  type Solved,
  type TermCode,
} from '@zhenghe/engine/planner';
import type { PlannerDefaults } from '@zhenghe/rulebook';
import type { Language } from './stop.ts';
import { table } from './text.ts';

export interface Asked {
  readonly instance: Instance;
  readonly about: { readonly title?: string | undefined; readonly training?: boolean | undefined };
  readonly hash: string;
  readonly rules: PlannerDefaults['rules'];
}

const terms: Readonly<Record<TermCode, Bilingual & { readonly unit: Bilingual }>> = {
  zone: { zh: '开发区', en: 'zones', unit: { zh: '个', en: 'zones' } },
  trim: { zh: '剔除保护地', en: 'trimmed land', unit: { zh: '公顷', en: 'ha' } },
  distance: { zh: '到核心园区的距离', en: 'distance to the lead', unit: { zh: '公里', en: 'km' } },
  detached: { zh: '分离片区', en: 'detached pieces', unit: { zh: '片', en: 'pieces' } },
  industry: { zh: '三个主导产业以外的产值', en: 'output outside the top three', unit: { zh: '亿元', en: '100 m yuan' } },
  abolish: { zh: '撤销', en: 'abolished', unit: { zh: '个', en: 'parks' } },
  convert: { zh: '转型', en: 'converted', unit: { zh: '个', en: 'parks' } },
};

export const outcomeWords: Readonly<Record<Outcome, Bilingual>> = {
  merge: { zh: '并入', en: 'merge' },
  convert: { zh: '转型提升', en: 'convert' },
  abolish: { zh: '淘汰撤销', en: 'abolish' },
};

export function answerText(asked: Asked, answer: Answer, lang: Language): string {
  const body = answer.status === 'infeasible' ? conflictText(asked, answer, lang) : solvedText(asked, answer, lang);
  return `${head(asked, lang)}\n\n${body}\n`;
}

export function head({ instance, about, hash }: Asked, lang: Language): string {
  const training = about.training ? (lang === 'zh' ? '【训练数据】' : '[TRAINING DATA 训练数据] ') : '';
  const size =
    lang === 'zh'
      ? `${instance.parks.length} 个园区，上限 ${instance.caps.zones} 个开发区`
      : `${instance.parks.length} parks, at most ${instance.caps.zones} zones`;
  return `${training}${about.title ?? ''}\n  ${size}  sha256 ${hash}`;
}

function solvedText({ instance }: Asked, solved: Solved, lang: Language): string {
  const zh = lang === 'zh';
  const names = namesOf(instance);
  const proven = zh ? '已证明最优' : 'proven optimal';
  const within = zh ? `与下界相差 ${percent(solved.gap)}` : `within ${percent(solved.gap)} of the bound`;
  const stopped = solved.stopped ? (zh ? '，中途停下' : ', broken off') : '';
  const price = solved.capPrice === null ? '—' : money(solved.capPrice);
  const rows = [
    [zh ? '结论' : 'Result', `${solved.status === 'optimal' ? proven : within}${stopped}`],
    [zh ? '成本' : 'Cost', money(solved.cost)],
    [zh ? '下界' : 'Lower bound', money(solved.lowerBound)],
    [zh ? '开发区' : 'Zones', `${solved.zones}`],
    [zh ? '留用人员' : 'Staff kept', `${solved.staff.kept} / ${solved.staff.of}`],
    [zh ? '上限的价格（多一个开发区可省）' : 'Price of the cap (saved by one zone more)', price],
  ];
  const costs = solved.terms.map(({ code, cost, natural }) => [
    terms[code][lang],
    money(cost),
    natural === null ? (zh ? '不全' : 'not all known') : `${round(natural)} ${terms[code].unit[lang]}`,
  ]);
  const zones = solved.plan.map(({ jurisdiction, lead, parks }) => [
    names(jurisdiction),
    names(lead),
    parks
      .filter((park) => park !== lead)
      .map(names)
      .join(zh ? '、' : ', ') || '—',
  ]);
  return [
    table(rows, '  '),
    table(costs, '  '),
    `${zh ? '开发区（地区、牌子、并入的园区）' : 'Zones (place, plate, parks that join)'}\n${table(zones, '  ')}`,
    ...outside(instance, solved, lang),
  ].join('\n\n');
}

function outside(instance: Instance, solved: Solved, lang: Language): readonly string[] {
  const names = namesOf(instance);
  return (['convert', 'abolish'] as const).flatMap((outcome) => {
    const parks = Object.keys(solved.outcomes).filter((park) => solved.outcomes[park] === outcome);
    return parks.length === 0
      ? []
      : [`${outcomeWords[outcome][lang]} ${parks.length}\n  ${parks.map(names).join(lang === 'zh' ? '、' : ', ')}`];
  });
}

function conflictText({ instance, rules }: Asked, { conflict }: Infeasible, lang: Language): string {
  if (conflict.length === 0) return lang === 'zh' ? '无解；没有找到互相冲突的规则。' : 'There is no plan; which rules clash was not found.';
  const sums = conflict.filter(({ rule }) => rule === 'staff-share' || rule === 'platforms' || rule === 'budget').length;
  const title = (sums < 2 ? smallest : perhapsMore)[lang];
  const rows = ruleCodes.flatMap((code) => {
    const lines = conflictLines(instance, conflict, rules).filter(({ rule }) => rule === code);
    const shown = lines.slice(0, lines.length > mostOfOne ? mostOfOne - 1 : mostOfOne);
    const left = lines.length - shown.length;
    const more = left > 0 ? [['', lang === 'zh' ? `……共 ${lines.length} 处` : `… ${lines.length} in all`, '']] : [];
    return [
      ...shown.map(({ title, label, clause }) => [title[lang], label[lang], clause ? `${clause.clause} ${clause.pack}` : '—']),
      ...more,
    ];
  });
  return `${title}\n${table(rows, '  ')}`;
}

const smallest: Bilingual = {
  zh: '无解：以下规则和锁定不能同时成立，去掉任何一条就有方案。',
  en: 'No plan: these cannot hold together; without any one of them there is a plan.',
};
const perhapsMore: Bilingual = {
  zh: '无解：以下规则和锁定不能同时成立；几项全省总量一起冲突，列出的可能比需要的多。',
  en: 'No plan: these cannot hold together. Several provincial sums clash, so more may stand here than is needed.',
};

/** Lines of one rule that are shown; JSON has them all. */
const mostOfOne = 8;

/** With the clause each rests on, and the lock itself. */
export function conflictLines(instance: Instance, conflict: readonly RuleUse[], rules: PlannerDefaults['rules']) {
  return conflict.map((use) => {
    const known = rules.find(({ rule }) => rule === use.rule);
    const lock = use.rule === 'lock' ? instance.locks[Number(use.subject)] : undefined;
    const bound = boundOf(instance, use);
    return {
      ...use,
      title: known?.title ?? { zh: use.rule, en: use.rule },
      label: lock ? lockLabel(instance, lock) : { zh: bound, en: bound },
      clause: known?.clause ?? null,
      note: known?.note ?? null,
      ...(lock === undefined ? {} : { lock }),
    };
  });
}

/** Whose rule it is, and its figure. */
function boundOf(instance: Instance, { rule, subject }: RuleUse): string {
  const { staffShare, zones, platforms, budget } = instance.caps;
  const place = instance.jurisdictions.find(({ code }) => code === subject);
  const bounds: Partial<Record<RuleUse['rule'], string>> = {
    'zones-cap': `≤ ${zones}`,
    'staff-share': `≤ ${staffShare}`,
    platforms: `≥ ${platforms}`,
    budget: `≤ ${budget}`,
    'zones-min': `≥ ${place?.zonesMin}`,
    'zones-max': `≤ ${place?.zonesMax}`,
    'detached-pieces': `≤ ${instance.costs.maxDetachedPieces}`,
  };
  return [...(subject === null ? [] : [namesOf(instance)(subject)]), bounds[rule] ?? ''].join(' ').trim();
}

function lockLabel(instance: Instance, lock: Lock): Bilingual {
  const names = namesOf(instance);
  if ('outcome' in lock) {
    const { zh, en } = outcomeWords[lock.outcome];
    return { zh: `${names(lock.park)} 必须${zh}`, en: `${names(lock.park)} must ${en}` };
  }
  if ('together' in lock) {
    const parks = lock.together.map(names);
    return { zh: `${parks.join('、')} 在一个开发区`, en: `${parks.join(', ')} in one zone` };
  }
  const parks = lock.apart.map(names);
  return { zh: `${parks.join('、')} 不在一个开发区`, en: `${parks.join(', ')} not in one zone` };
}

export function problemsText(problems: readonly Problem[], lang: Language): string {
  const wanted = lang === 'zh' ? '要求：' : 'Wanted: ';
  return problems
    .map(({ where, value, what, expected, mend }) => {
      const asked = /^(应为|Expected)/.test(expected[lang]) ? expected[lang] : `${wanted}${expected[lang]}`;
      return `  ${where || '—'}${value === null ? '' : ` = ${value}`}\n      ${what[lang]} ${asked}\n      → ${mend[lang]}\n`;
    })
    .join('');
}

export function namesOf({ parks, jurisdictions }: Instance): (code: string) => string {
  const names = new Map([...parks, ...jurisdictions].map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

export function money(cost: number): string {
  return cost.toFixed(2);
}

function round(figure: number): string {
  return `${Math.round(figure * 100) / 100}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(4)} %`;
}
