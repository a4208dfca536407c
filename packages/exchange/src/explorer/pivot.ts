// A view of the explorer that leaves the house: what it shows, and everything a reader must know to use a figure of it elsewhere.
import type { PivotAnswer } from '@zhenghe/contract/explorer';
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Bilingual, type Day, type DecimalText, type MissingReason, type Period, periodName } from '@zhenghe/engine/kernel';
import { absenceWord } from '@zhenghe/engine/statistics';

export type Language = 'zh' | 'en';

/** What stands behind one indicator of the view. */
export interface IndicatorMeta {
  readonly code: string;
  readonly meaning: Bilingual;
  readonly calibre: Bilingual | null;
  readonly source: Bilingual;
  readonly owner: Bilingual;
  /** Clause as people cite it: S2-(十六); null for the product's own. */
  readonly clause: string | null;
  /** Last approval among its figures, and by whom. */
  readonly approved: { readonly on: Day; readonly by: Bilingual | null } | null;
}

export interface PivotExport {
  readonly answer: PivotAnswer;
  readonly meta: readonly IndicatorMeta[];
  readonly dataset: Dataset;
  readonly language: Language;
  readonly title: Bilingual;
  /** Address of the view, as a reader can open it again. */
  readonly address: string;
  /** Day it was looked at. */
  readonly on: Day;
  /** What was asked, line by line: 行 按市, 地图 今天的 … */
  readonly asked: readonly { readonly title: Bilingual; readonly value: Bilingual }[];
}

export interface PivotFigure {
  readonly value: DecimalText | null;
  readonly missing: MissingReason | null;
  readonly of: number;
  readonly expected: number;
  readonly notes: readonly string[];
}

export function figureAt({ indicators: _, notes, ...answer }: PivotAnswer, row: number, index: number): PivotFigure {
  const [value = null, of = 0, expected = 0, bits = 0, missing = null] = answer.rows[row]?.cells[index] ?? [];
  return { value, missing, of, expected, notes: notes.filter((_note, at) => (bits >> at) % 2 === 1) };
}

/** Every column of the view: indicators outside, periods inside. */
export function columnsOf({
  indicators,
  periods,
}: PivotAnswer): readonly { readonly indicator: PivotAnswer['indicators'][number]; readonly period: Period }[] {
  return indicators.flatMap((indicator) => periods.map((period) => ({ indicator, period })));
}

export function missingWord(reason: MissingReason | null, language: Language): string {
  return reason === null ? '' : absenceWord(reason)[language];
}

const noteWords: Readonly<Record<string, Bilingual>> = {
  partial: { zh: '不完整', en: 'partial' },
  carried: { zh: '经合并换算', en: 'carried' },
  'not-comparable': { zh: '不可比', en: 'not comparable' },
  bridged: { zh: '跨口径衔接', en: 'bridged' },
  break: { zh: '口径变动，不计增长', en: 'calibre break' },
};

export function noteText(notes: readonly string[], language: Language): string {
  return notes.map((note) => noteWords[note]?.[language] ?? note).join(language === 'zh' ? '、' : ', ');
}

export const trainingLine: Bilingual = {
  zh: '【训练数据 TRAINING DATA】虚构数据，只供练习，不得引用。',
  en: '[TRAINING DATA 训练数据] Invented figures for practice; not to be quoted.',
};

/** Title and value of everything that holds for the file as a whole. */
export function factsOf({ answer, dataset, address, on, title, asked, language }: PivotExport): readonly (readonly [string, string])[] {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const [first, last] = [answer.periods[0], answer.periods.at(-1)];
  const span = first === undefined || last === undefined ? '' : `${periodName(first)[language]} – ${periodName(last)[language]}`;
  return [
    ...(dataset === 'training' ? [[say('数据', 'Data'), trainingLine[language]] as const] : []),
    [say('名称', 'Title'), title[language]],
    [say('时期', 'Periods'), span],
    [say('单位数', 'Units'), String(answer.units)],
    ...asked.map(({ title: what, value }): readonly [string, string] => [what[language], value[language]]),
    [say('公布序号', 'Publication'), String(answer.publication)],
    [say('查看日', 'Looked at on'), on],
    [say('视图地址', 'Address of the view'), address],
    ...answer.problems.map((problem): readonly [string, string] => [say('注意', 'Note'), problem[language]]),
  ];
}

export const metaHeadings: Readonly<Record<Language, readonly string[]>> = {
  zh: ['代码', '名称', '单位', '含义', '口径', '来源', '主管', '条款', '审定', '汇总方式', '合并换算规则', '口径变动'],
  en: [
    'Code',
    'Name',
    'Unit',
    'Meaning',
    'Calibre',
    'Source',
    'Owner',
    'Clause',
    'Approved',
    'Gathered by',
    'Carried through mergers',
    'Calibre breaks',
  ],
};

/** One line an indicator, under `metaHeadings`. */
export function metaLines({ answer, meta, language }: PivotExport): readonly (readonly string[])[] {
  const byCode = new Map(meta.map((one) => [one.code, one]));
  return answer.indicators.map(({ code, name, unit, gathering, carrying, breaks }) => {
    const own = byCode.get(code);
    const approved = own?.approved ? [own.approved.on, own.approved.by?.[language] ?? ''].join(' ').trim() : '';
    const said = breaks.map(({ period, from, to }) => `${period}: ${from[language]} → ${to[language]}`).join('; ');
    return [
      ...[code, name[language], unit, own?.meaning[language] ?? '', own?.calibre?.[language] ?? '', own?.source[language] ?? ''],
      ...[
        own?.owner[language] ?? '',
        own?.clause ?? '',
        approved,
        gatheringWords[gathering]?.[language] ?? gathering,
        carrying[language],
        said,
      ],
    ];
  });
}

const gatheringWords: Readonly<Record<string, Bilingual>> = {
  sum: { zh: '合计 Σ', en: 'Sum Σ' },
  ratio: { zh: '分子合计 ÷ 分母合计', en: 'Σ ÷ Σ' },
  weighted: { zh: '加权平均', en: 'Weighted mean' },
  none: { zh: '不汇总', en: 'Not gathered' },
};
