// Change of a cell against the same period of last year: across a break of calibre it is bridged or left out, never silently computed.
import { calibreAt, changeOf, growth } from '@zhenghe/engine/indicators';
import { type Cell, Decimal, type DecimalText, isMissing, periodStart } from '@zhenghe/engine/kernel';
import { type CellKey, cellKey, type SheetRow } from '@zhenghe/engine/statistics';
import type { Asked, Checked } from './checking.ts';
import type { SheetPast } from './context.ts';
import { figureCell } from './figures.ts';
import { cellOf, type StoredCell } from './record.ts';

export interface Growing {
  readonly asked: Asked;
  readonly past: SheetPast;
  readonly cells: ReadonlyMap<CellKey, StoredCell>;
  readonly checked: Checked;
}

type Value = Cell<DecimalText> | null;

/** In %, or percentage points for what is a percentage; two decimals. Null where there is no figure to hold it against. */
export function growthOf(
  { row, indicator }: SheetRow,
  seen: Growing,
  { now, before }: { readonly now: Value; readonly before: Value },
): DecimalText | null {
  if (now === null || isMissing(now)) return null;
  if (row.calibre !== null) return before === null || isMissing(before) ? null : plain(indicator.unit, before, now);
  const { library, head } = seen.asked;
  // Nothing to bridge: the two figures stand under one calibre.
  if (indicator.formula === null && indicator.calibres.every(({ comparable }) => comparable))
    return before === null || isMissing(before) ? null : plain(indicator.unit, before, now);
  const figure = (code: string, period: string, calibre: string) => decimal(figureUnder(seen, { code, period, calibre }));
  const answer = growth({ code: indicator.code, library, period: head.period, against: 'year', figure });
  return answer.kind === 'growth' || answer.kind === 'bridged' ? answer.change.toDecimalPlaces(2).toFixed() : null;
}

function plain(unit: string, before: DecimalText, now: DecimalText): DecimalText | null {
  return changeOf(unit, new Decimal(before), new Decimal(now))?.change.toDecimalPlaces(2).toFixed() ?? null;
}

interface Under {
  readonly code: string;
  readonly period: string;
  readonly calibre: string;
}

/** Of the period itself what the sheet says, of others what stands approved. */
function figureUnder({ asked: { head, library, rows }, past, cells }: Growing, { code, period, calibre }: Under): Value {
  const indicator = library.get(code);
  const inForce = indicator && calibreAt(indicator, periodStart, period)?.id === calibre;
  const keys = [cellKey(code, calibre), ...(inForce ? [code] : [])];
  if (period !== head.period) {
    const found = keys.flatMap((key) => past.figures.get(`${key} ${period}`) ?? [])[0];
    return found ? figureCell(found) : null;
  }
  const named = rows.filter(({ indicator: own, row }) => keys.includes(cellKey(own.code, row.calibre)));
  const cell = named.flatMap(({ key }) => cells.get(key) ?? [])[0];
  return cell ? cellOf(cell) : null;
}

function decimal(value: Value): Cell<Decimal> | null {
  return value === null || isMissing(value) ? value : new Decimal(value);
}
