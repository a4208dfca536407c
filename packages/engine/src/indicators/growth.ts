// Growth of an indicator, filed or derived, against the period before or the same period of the year before, in % — in percentage points
// where the indicator is itself a percentage. Across a break of calibre it is bridged or refused; never silently computed.
import {
  type Bilingual,
  type Cell,
  type Decimal,
  isMissing,
  type MissingReason,
  type Period,
  periodName,
  periodStart,
} from '../kernel/index.ts';
import { type Bridge, baseOf, breaksBetween, type CalibreBreak, carriedBase } from './calibre.ts';
import { compile } from './compile.ts';
import { calibreAt, type Indicator } from './indicator.ts';
import type { Library } from './library.ts';
import { isScaledShare, parseUnit } from './measure.ts';

export interface GrowthAsk {
  readonly code: string;
  readonly library: Library;
  readonly period: Period;
  readonly against: 'previous' | 'year';
  /** The figure of a filed indicator under one of its calibres, in its unit; null where there is none. */
  readonly figure: (code: string, period: Period, calibre: string) => Cell<Decimal> | null;
}

export type GrowthAnswer =
  | {
      readonly kind: 'growth' | 'bridged';
      /** 15 for +15 %, or percentage points. */
      readonly change: Decimal;
      readonly unit: '%' | '百分点';
      readonly base: Decimal;
      readonly now: Decimal;
      readonly bridges: readonly (Bridge & { readonly code: string })[];
      readonly why: Bilingual | null;
    }
  | { readonly kind: 'refused'; readonly breaks: readonly (CalibreBreak & { readonly code: string })[]; readonly why: Bilingual }
  | { readonly kind: 'missing'; readonly missing: MissingReason };

/** RangeError for what is no period; a code the library cannot compute is missing as not given. */
export function growth(ask: GrowthAsk): GrowthAnswer {
  const indicator = ask.library.get(ask.code);
  const compiled = compile(ask.code, ask.library);
  if (!indicator || !compiled.ok) return { kind: 'missing', missing: 'not-given' };
  const base = baseOf(ask.period, ask.against);
  const own = indicator.formula === null ? [] : breaksBetween(indicator, base, ask.period);
  if (own.length > 0) return refused(own.map((each) => ({ ...each, code: indicator.code })));
  const carried = new Map(compiled.filed.map((code) => [code, carriedOf(ask, code, base)]));
  const breaks = [...carried].flatMap(([code, each]) => (each?.kind === 'refused' ? each.breaks.map((one) => ({ ...one, code })) : []));
  const bridges = [...carried].flatMap(([code, each]) => (each?.kind === 'bridged' ? each.bridges.map((one) => ({ ...one, code })) : []));
  const now = compiled.evaluate((code) => inForce(ask, code));
  if (breaks.length > 0) return isMissing(now) ? { kind: 'missing', missing: now.missing } : refused(breaks);
  const before = compiled.evaluate((code) => {
    const each = carried.get(code);
    return each && each.kind !== 'refused' ? each.value : null;
  });
  return grown(indicator, [before, now], bridges);
}

/** Change from one value to the next; missing where the base is zero or less, for then a percentage says nothing. */
export function changeOf(unit: string, before: Decimal, now: Decimal): { readonly change: Decimal; readonly unit: '%' | '百分点' } | null {
  const parsed = parseUnit(unit);
  if (parsed.ok && isScaledShare(parsed.measure)) {
    return { change: now.minus(before).times(parsed.measure.numerator).times(100).div(parsed.measure.denominator), unit: '百分点' };
  }
  return before.greaterThan(0) ? { change: now.minus(before).times(100).div(before), unit: '%' } : null;
}

function grown(
  indicator: Indicator,
  [before, now]: readonly [Cell<Decimal>, Cell<Decimal>],
  bridges: readonly (Bridge & { readonly code: string })[],
): GrowthAnswer {
  if (isMissing(now)) return { kind: 'missing', missing: now.missing };
  if (isMissing(before)) return { kind: 'missing', missing: before.missing };
  const change = changeOf(indicator.unit, before, now);
  if (!change) return { kind: 'missing', missing: 'not-applicable' };
  const kind = bridges.length > 0 ? 'bridged' : 'growth';
  return { kind, ...change, base: before, now, bridges, why: bridges.length > 0 ? bridgedWords(bridges) : null };
}

function carriedOf({ library, period, figure }: GrowthAsk, code: string, base: Period) {
  const indicator = library.get(code);
  return indicator && carriedBase(indicator, { base, now: period }, (at, calibre) => figure(code, at, calibre));
}

function inForce({ library, period, figure }: GrowthAsk, code: string): Cell<Decimal> | null {
  const indicator = library.get(code);
  const calibre = indicator && calibreAt(indicator, periodStart, period);
  return calibre ? figure(code, period, calibre.id) : null;
}

function refused(breaks: readonly (CalibreBreak & { readonly code: string })[]): GrowthAnswer {
  const zh = breaks.map(({ period, from, to }) => `${periodName(period).zh}起口径由“${from.title.zh}”改为“${to.title.zh}”`).join('；');
  const en = breaks
    .map(({ period, from, to }) => `from ${periodName(period).en} on “${to.title.en}” instead of “${from.title.en}”`)
    .join('; ');
  return {
    kind: 'refused',
    breaks,
    why: { zh: `${zh}，没有两种口径并报的时期，不能比较`, en: `${en}: no period was filed under both, so it cannot be compared` },
  };
}

function bridgedWords(bridges: readonly Bridge[]): Bilingual {
  const parts = bridges.map((bridge) => ({ ...bridge, by: bridge.factor.toDecimalPlaces(6).toFixed() }));
  return {
    zh: `${parts.map(({ overlap, from, to, by }) => `按${periodName(overlap).zh}并报的“${from.title.zh}”与“${to.title.zh}”折算，系数 ${by}`).join('；')}`,
    en: `${parts.map(({ overlap, from, to, by }) => `“${from.title.en}” carried to “${to.title.en}” by ${periodName(overlap).en}, filed under both: factor ${by}`).join('; ')}`,
  };
}
