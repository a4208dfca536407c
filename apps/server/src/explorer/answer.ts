// The pivot: asked over the figures of this moment, limited to what the caller may see, with what each indicator means.
import type { PivotQuestion as Asked, PivotAnswer, PivotWire } from '@zhenghe/contract/explorer';
import {
  carryingOf,
  cellsText,
  type PackedCell,
  type PackedPivot,
  type PivotAsk,
  type PivotQuestion,
  periodsIn,
  pivot,
  pivotSize,
  planFor,
  type UnitFilter,
} from '@zhenghe/engine/explorer';
import { breaksBetween, type Indicator } from '@zhenghe/engine/indicators';
import { isDecimalText } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import { cubeOf, type Held } from './holding.ts';
import { namesOn } from './names.ts';
import * as refuse from './refusals.ts';
import { mayAsk, type Seen, seenBy } from './sight.ts';
import { unitsWithTag } from './tags.ts';

export type PivotInput = z.output<typeof Asked>;

const notes: PivotAnswer['notes'] = ['partial', 'carried', 'not-comparable', 'bridged', 'break'];
const mostPeriods = 600;

export async function pivotAnswer(context: Pick<Context, 'db' | 'rulebook' | 'caller'>, input: PivotInput): Promise<PivotAnswer> {
  if (input.indicators.length === 0) throw refuse.nothingAsked();
  const periods = periodsIn(input);
  if (periods === 0) throw refuse.wrongPeriods();
  if (periods > mostPeriods) throw refuse.tooMany(periods * input.indicators.length);
  const { db, rulebook, caller } = context;
  const held = await cubeOf(db, rulebook, input);
  const seen = await seenBy(db, caller, { explorer: held.explorer, dataset: input.dataset });
  const units = input.tag === undefined ? null : await unitsWithTag(context, held, { ...input, code: input.tag, seen });
  const naming = await namesOn(db, held.register, input.on);
  const { answer, indicators } = pivotOver(held, { ...input, seen, tagged: units });
  return {
    indicators: indicators.map((indicator) => shownIndicator(held, indicator, input)),
    periods: [...answer.periods],
    notes,
    rows: answer.rows.map(({ key, kind, cells }) => ({ key, kind, ...naming(kind, key), cells: fitting(cells) })),
    publication: held.number,
    units: answer.units,
    problems: [...answer.problems],
  };
}

/** As it travels. */
export function onTheWire({ rows, ...answer }: PivotAnswer): PivotWire {
  return { ...answer, rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cellsText(cells) })) };
}

/** A sum of more digits than a figure may have is told as no figure. */
function fitting(cells: readonly PackedCell[]): readonly PackedCell[] {
  return cells.some(tooLong) ? cells.map((cell) => (tooLong(cell) ? unfit(cell) : cell)) : cells;
}

function tooLong([value]: PackedCell): boolean {
  return value !== null && value.length > 15 && !isDecimalText(value);
}

function unfit([, of, expected, bits]: PackedCell): PackedCell {
  return [null, of, expected, bits, 'not-applicable'];
}

export interface PivotOver extends Omit<PivotInput, 'dataset' | 'tag' | 'subtotals'> {
  readonly subtotals: PivotInput['subtotals'];
  readonly seen: Seen;
  /** Only these; null for all. */
  readonly tagged: ReadonlySet<string> | null;
}

/** Refuses what the caller may not ask, and what would be too large to answer. Works at once, over the figures held at this moment. */
export function pivotOver(held: Held, over: PivotOver): { readonly answer: PackedPivot; readonly indicators: readonly Indicator[] } {
  const { explorer } = held;
  const indicators = over.indicators.map((code) => {
    const found = explorer.library.get(code);
    if (!found) throw refuse.noIndicator(code);
    return found;
  });
  if (!indicators.every((indicator) => mayAsk(over.seen, indicator))) throw refuse.notPublic();
  const question = questionOf(over, indicators);
  const { cells } = pivotSize(explorer, question);
  if (cells > refuse.mostCells) throw refuse.tooMany(cells);
  return { answer: pivot(explorer, question), indicators };
}

function questionOf({ seen, tagged, place, types, units, ...asked }: PivotOver, indicators: readonly Indicator[]): PivotQuestion {
  const ask: PivotAsk = {
    ...{ grain: asked.grain, from: asked.from, to: asked.to, rows: asked.rows, map: asked.map, growth: asked.growth },
    indicators: indicators.map(({ code }) => code),
    subtotals: asked.subtotals === 'true',
  };
  // Single units may be named only by those who may see them: a sum over one would be its figure.
  const named = units.length === 0 ? null : units;
  const chosen = named === null ? tagged : new Set(named.filter((unit) => tagged === null || tagged.has(unit)));
  const filter: UnitFilter = { within: withinOf(place), types, units: chosen };
  return { ask, filter, sight: { units: seen.units }, on: asked.on };
}

function withinOf(place: string): string {
  if (place.endsWith('0000')) return place.slice(0, 2);
  return place.endsWith('00') ? place.slice(0, 4) : place;
}

function shownIndicator({ explorer }: Held, indicator: Indicator, { grain, from, to }: PivotInput): PivotAnswer['indicators'][number] {
  const plan = planFor(explorer, indicator.code);
  const parts = [indicator, ...plan.parts.flatMap(({ code }) => (code === indicator.code ? [] : (explorer.library.get(code) ?? [])))];
  const breaks = parts.flatMap((one) => breaksBetween(one, from, to).map((each) => ({ ...each, code: one.code })));
  const { code, name, unit, gathering, direction, starred } = indicator;
  return {
    ...{ code, name, unit, gathering, direction, starred },
    decimals: indicator.decimals,
    breaks: breaks.map((each) => ({
      ...{ period: each.period, from: each.from.title, to: each.to.title },
      bridged:
        explorer.cube.columns.has(`${each.code}@${each.from.id} ${grain}`) ||
        explorer.cube.columns.has(`${each.code}@${each.to.id} ${grain}`),
    })),
    carrying: carryingOf(plan),
  };
}
