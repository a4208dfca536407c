// Whether a rule over indicators holds for each zone (F85), by the newest period that most have filed; and the span of what is held.
import type { CompiledRule } from '../indicators/index.ts';
import { type Cell, type Day, type Decimal, type Grain, grains, isMissing, type Period, periodAt, perYear } from '../kernel/index.ts';
import { cellState, periodAtOrdinal, placeOf, reasonAt } from './block.ts';
import { type Explorer, planFor, type Source } from './explorer.ts';
import { type Gathered, gatheredAt, sourcesOf } from './gathered.ts';
import { underCalibre } from './plan.ts';
import { unscaled } from './tally.ts';

export interface RuleAsked {
  readonly rule: CompiledRule;
  readonly grain: Grain;
  readonly on: Day;
  /** Ids of the zones asked about: those that exist on the day. */
  readonly units: readonly string[];
}

export interface RuleAnswer {
  /** Null where no period up to the day has figures of all that the rule names. */
  readonly period: Period | null;
  readonly units: readonly UnitAnswer[];
}

export interface UnitAnswer {
  readonly unit: string;
  /** Null: a figure that would settle it is missing; that is not a no. */
  readonly holds: boolean | null;
  readonly values: ReadonlyMap<string, Cell<Decimal> | null>;
}

export function ruleAnswers(explorer: Explorer, asked: RuleAsked): RuleAnswer {
  const { rule, grain, units } = asked;
  const ordinal = newestOf(explorer, asked);
  const answers = units.map((unit) => {
    const figureOf = (code: string) => (ordinal === null ? null : unitFigure(explorer, code, { grain, ordinal, unit }));
    const values = new Map(rule.filed.map((code) => [code, figureOf(code)]));
    const holds = rule.evaluate((code) => values.get(code) ?? null);
    return { unit, holds: isMissing(holds) ? null : holds, values };
  });
  return { period: ordinal === null ? null : periodAtOrdinal(grain, ordinal), units: answers };
}

/** Of the periods of a year up to the day, the newest with at least half as many figures as the fullest: the first to file do not decide. */
function newestOf(explorer: Explorer, { rule, grain, on }: RuleAsked): number | null {
  const now = placeOf(periodAt(grain, on))?.ordinal ?? -1;
  const plans = rule.filed.map((code) => planFor(explorer, code));
  const spans = plans.flatMap((plan) => sourcesOf(explorer, plan, grain)?.map(({ exact, finer }) => lastOf(grain, exact ?? finer)) ?? [-1]);
  const last = Math.min(now, ...spans);
  if (last < 0) return null;
  const counts = Array.from({ length: perYear[grain] + 1 }, (_, back) => {
    const all = plans.map((plan) => gatheredAt(explorer, plan, { grain, ordinal: last - back, today: null }));
    return Math.min(...all.map((gathered) => gathered?.of.reduce((sum, of) => sum + (of > 0 ? 1 : 0), 0) ?? 0));
  });
  const fullest = Math.max(...counts);
  return fullest === 0 ? null : last - counts.findIndex((count) => count * 2 >= fullest);
}

function lastOf(grain: Grain, source: Source | null): number {
  const last = Math.max(-1, ...(source?.columns.map(({ range }) => range.last) ?? []));
  return source ? Math.floor((last * perYear[grain]) / perYear[source.grain]) : -1;
}

interface UnitSpot {
  readonly grain: Grain;
  readonly ordinal: number;
  readonly unit: string;
  /** Absent: the one in force. */
  readonly calibre?: string;
}

/** A filed indicator's figure of one unit, as it was then; null where nothing was filed. */
export function unitFigure(explorer: Explorer, code: string, { grain, ordinal, unit, calibre }: UnitSpot): Cell<Decimal> | null {
  const plan = calibre === undefined ? planFor(explorer, code) : underCalibre(planFor(explorer, code), calibre);
  const gathered = gatheredAt(explorer, plan, { grain, ordinal, today: null });
  const index = explorer.cube.indexOf.get(unit);
  if (!gathered || index === undefined || plan.kind === 'derived') return null;
  const state = gathered.states[index] ?? cellState.absent;
  const reason = reasonAt(state);
  if (reason) return { missing: reason };
  if (state === cellState.absent) return null;
  const [first, weight] = plan.parts.map((_, part) => partAt(gathered, part, index));
  return first && weight ? (weight.isZero() ? { missing: 'not-applicable' } : first.dividedBy(weight)) : (first ?? null);
}

function partAt({ parts, decimals }: Gathered, part: number, unit: number): Decimal {
  const tally = parts[part];
  return tally?.large.get(unit) ?? unscaled(tally?.values[unit] ?? 0, decimals[part] ?? 0);
}

export interface Held {
  readonly grain: Grain;
  readonly first: Period;
  readonly last: Period;
}

/** The finest grain at which an indicator can be asked, with its first and last period; null where nothing answers. */
export function heldOf(explorer: Explorer, code: string): Held | null {
  const plan = planFor(explorer, code);
  if (plan.parts.length === 0) return null;
  for (const grain of grains) {
    if (!sourcesOf(explorer, plan, grain)) continue;
    const spans = sourcesOf(explorer, plan, grain)?.map(({ exact, finer }) => spanOf(grain, [exact, finer])) ?? [];
    const [first, last] = [Math.max(...spans.map((span) => span.first)), Math.min(...spans.map((span) => span.last))];
    if (first <= last) return { grain, first: periodAtOrdinal(grain, first), last: periodAtOrdinal(grain, last) };
  }
  return null;
}

function spanOf(grain: Grain, sources: readonly (Source | null)[]): { readonly first: number; readonly last: number } {
  const spans = sources.flatMap((source) => {
    const scale = source ? perYear[source.grain] / perYear[grain] : 1;
    return source?.columns.map(({ range }) => [Math.floor(range.first / scale), Math.floor(range.last / scale)] as const) ?? [];
  });
  return { first: Math.min(...spans.map(([first]) => first)), last: Math.max(...spans.map(([, last]) => last)) };
}
