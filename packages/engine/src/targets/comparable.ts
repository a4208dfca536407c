// Whether target lines may stand on one chart (F37): the same indicator, of the same units, by the same calibre, in units that convert.
// S2's share of all trade and S4's share of trade in goods are two things, and are shown apart, with both definitions named.
import { parseUnit, sameDimension } from '../indicators/index.ts';
import type { Bilingual, Citation } from '../kernel/index.ts';

export interface DefinedLine {
  readonly title: Bilingual;
  readonly clause: Citation;
  readonly unit: string;
  readonly calibre: Bilingual | null;
  /** Code of the indicator that means the same; null where the library has none. */
  readonly indicator: string | null;
  /** Whose figures, over whose: compared as text, read by people. */
  readonly scope: { readonly key: string; readonly name: Bilingual } | null;
}

export const differences = ['indicator', 'scope', 'calibre', 'unit'] as const;
export type Difference = (typeof differences)[number];

export type Comparability =
  | { readonly comparable: true; readonly reason: null }
  | { readonly comparable: false; readonly differ: readonly Difference[]; readonly reason: Bilingual };

/** Fewer than two lines may always stand together; otherwise each is held against the first, and the first pair that differs is told. */
export function comparability(lines: readonly DefinedLine[]): Comparability {
  const [first, ...others] = lines;
  for (const other of others) {
    const differ = first ? differencesOf(first, other) : [];
    if (first && differ.length > 0) return { comparable: false, differ, reason: reasonOf(first, other, differ) };
  }
  return { comparable: true, reason: null };
}

function differencesOf(one: DefinedLine, other: DefinedLine): readonly Difference[] {
  const differ: Record<Difference, boolean> = {
    // Two lines without an indicator are not the same by that: nothing says what they measure.
    indicator: one.indicator === null || one.indicator !== other.indicator,
    scope: one.scope?.key !== other.scope?.key,
    calibre: (one.calibre?.zh ?? null) !== (other.calibre?.zh ?? null),
    unit: !sameUnit(one.unit, other.unit),
  };
  return differences.filter((name) => differ[name]);
}

function sameUnit(one: string, other: string): boolean {
  const [a, b] = [parseUnit(one), parseUnit(other)];
  return a.ok && b.ok ? sameDimension(a.measure, b.measure) : one === other;
}

const words: Readonly<Record<Difference, Bilingual>> = {
  indicator: { zh: '指标', en: 'indicator' },
  scope: { zh: '范围', en: 'scope' },
  calibre: { zh: '口径', en: 'calibre' },
  unit: { zh: '计量单位', en: 'unit' },
};

function reasonOf(one: DefinedLine, other: DefinedLine, differ: readonly Difference[]): Bilingual {
  const [a, b] = [definitionOf(one), definitionOf(other)];
  return {
    zh: `定义不同，不能放在一张图上：${a.zh}；${b.zh}。不同之处：${differ.map((name) => words[name].zh).join('、')}`,
    en: `Two definitions that cannot share a chart: ${a.en}; ${b.en}. They differ in ${differ.map((name) => words[name].en).join(', ')}`,
  };
}

/** Title, clause, and whatever of scope and calibre is known. */
function definitionOf({ title, clause, unit, scope, calibre }: DefinedLine): Bilingual {
  const zh = [clause.clause, scope && `范围：${scope.name.zh}`, calibre && `口径：${calibre.zh}`, unit];
  const en = [clause.clause, scope && `scope: ${scope.name.en}`, calibre && `calibre: ${calibre.en}`, unit];
  const joined = (parts: readonly (string | null)[], sign: string) => parts.filter((part) => part !== null && part !== '').join(sign);
  return { zh: `“${title.zh}”（${joined(zh, '，')}）`, en: `“${title.en}” (${joined(en, ', ')})` };
}
