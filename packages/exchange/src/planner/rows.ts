// The lines that the paper and the workbook share: proof, zones, parks, locks.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Outcome, Park, Solved } from '@zhenghe/engine/planner';
import type { ScenarioReport } from './content.ts';
import { figure, gapText, levelWords, methodWords, outcomeWords } from './words.ts';

export function proofRows(report: ScenarioReport, answer: Solved): readonly (readonly [Bilingual, string])[] {
  const { language, engine, instanceHash } = report;
  const status = answer.status === 'optimal' ? { zh: '已证明最优', en: 'Proven optimal' } : { zh: '有界', en: 'Bounded' };
  return [
    [
      { zh: '结论', en: 'Status' },
      status[language] + (answer.stopped ? { zh: '（人工停止）', en: ' (stopped by a person)' }[language] : ''),
    ],
    [{ zh: '总代价（上界）', en: 'Cost (upper bound)' }, figure(answer.cost, 6, language)],
    [{ zh: '下界', en: 'Lower bound' }, figure(answer.lowerBound, 6, language)],
    [{ zh: '相差', en: 'Gap' }, gapText(answer.gap)],
    [{ zh: '方法', en: 'Method' }, answer.method.map((one) => methodWords[one][language]).join(language === 'zh' ? '；' : '; ')],
    [{ zh: '引擎', en: 'Engine' }, engine],
    [{ zh: '问题的校验值（SHA-256）', en: 'Hash of the instance (SHA-256)' }, instanceHash],
    [
      { zh: '如何复算', en: 'How to recompute' },
      { zh: '导出问题文件，运行 zhenghe planner solve 文件', en: 'Take out the instance file and run: zhenghe planner solve FILE' }[
        language
      ],
    ],
  ];
}

/** Place, lead, its level, number of parks, names of the others. */
export function zoneRows(report: ScenarioReport, answer: Solved): readonly (readonly string[])[] {
  const parks = parksByCode(report);
  const { language } = report;
  return answer.plan.map(({ jurisdiction, lead, parks: members }) => {
    const first = parks.get(lead);
    const others = members.filter((code) => code !== lead).map((code) => parks.get(code)?.name ?? code);
    const level = first ? levelWords[first.level][language] : '';
    const joined = others.join(language === 'zh' ? '、' : ', ') || '—';
    return [report.places[jurisdiction] ?? jurisdiction, first?.name ?? lead, level, String(members.length), joined];
  });
}

export interface ParkRow {
  readonly park: Park;
  readonly place: string;
  readonly name: string;
  readonly level: string;
  readonly outcome: Outcome;
  readonly word: string;
  /** Name of the zone's lead park; empty where it stands in no zone. */
  readonly zone: string;
}

export function parkRows(report: ScenarioReport, { plan, outcomes }: Solved): readonly ParkRow[] {
  const names = parksByCode(report);
  const leads = new Map(plan.flatMap(({ lead, parks }) => parks.map((code) => [code, lead] as const)));
  return report.instance.parks.map((park) => {
    const outcome = outcomes[park.code] ?? 'abolish';
    const lead = leads.get(park.code);
    return {
      ...{ park, outcome, name: park.name, place: report.places[park.jurisdiction] ?? park.jurisdiction },
      ...{ level: levelWords[park.level][report.language], word: outcomeWords[outcome][report.language] },
      zone: lead === undefined ? '' : (names.get(lead)?.name ?? lead),
    };
  });
}

/** What is locked, and the parks it names; then the decisions. */
export function lockRows({ instance, language }: ScenarioReport): readonly (readonly string[])[] {
  const names = new Map(instance.parks.map(({ code, name }) => [code, name]));
  const list = (codes: readonly string[]) => codes.map((code) => names.get(code) ?? code).join(language === 'zh' ? '、' : ', ');
  const words = {
    together: { zh: '同在一区', en: 'Together' },
    apart: { zh: '不在一区', en: 'Apart' },
    plates: { zh: '允许国家级牌子同在一区', en: 'National plates may share a zone' },
  };
  return [
    ...instance.locks.map((lock) => {
      if ('together' in lock) return [words.together[language], list(lock.together)];
      if ('apart' in lock) return [words.apart[language], list(lock.apart)];
      return [outcomeWords[lock.outcome][language], list([lock.park])];
    }),
    ...(instance.decisions ?? []).map(({ plates }) => [words.plates[language], list(plates)]),
  ];
}

function parksByCode({ instance }: ScenarioReport): ReadonlyMap<string, Park> {
  return new Map(instance.parks.map((park) => [park.code, park]));
}
