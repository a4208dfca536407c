// Approved figures for targets, through the explorer: sums over zones that are right for ratios, or a place's own figure, as the caller
// may see them. What the province files for itself is known to every member of staff.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { PackedCell, PackedRow } from '@zhenghe/engine/explorer';
import type { Library } from '@zhenghe/engine/indicators';
import type { Day, Period } from '@zhenghe/engine/kernel';
import { cubeOf, type Held, mayAsk, pivotOver, type Seen, seenBy } from '../explorer/index.ts';
import type { Context } from '../platform/api.ts';
import type { Figures, YearFigure } from './reckon.ts';
import type { Whose } from './scope.ts';

export interface FiguresAsked {
  readonly dataset: Dataset;
  readonly on: Day;
}

export async function figuresOn(
  { db, rulebook, caller }: Context,
  { dataset, on }: FiguresAsked,
): Promise<Figures & { readonly library: Library }> {
  const held = await cubeOf(db, rulebook, { dataset, on });
  const { staff, units } = await seenBy(db, caller, { explorer: held.explorer, dataset });
  const seen: Seen = { staff, units: staff ? new Set([...units, '330000']) : units };
  const { library } = held.loaded;
  return {
    library,
    publication: held.number,
    years: (code, whose, years) => {
      const indicator = library.get(code);
      if (!indicator || !mayAsk(seen, indicator)) return years.map(hidden);
      return yearsOf({ held, seen, on }, code, { whose, years });
    },
  };
}

interface Sources {
  readonly held: Held;
  readonly seen: Seen;
  readonly on: Day;
}

/** Zones are gathered as rows of types, in which no place stands that files for itself; their whole is asked for. */
function yearsOf(
  { held, seen, on }: Sources,
  code: string,
  { whose, years }: { readonly whose: Whose; readonly years: readonly Period[] },
): readonly YearFigure[] {
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined) return [];
  const zones = whose.kind === 'zones';
  const { answer } = pivotOver(held, {
    ...{ indicators: [code], grain: 'year', from, to, map: 'then', growth: 'none', subtotals: 'true', on, seen, tagged: null },
    ...(zones
      ? { rows: 'type', place: whose.place, types: [...whose.types], units: [] }
      : { rows: 'unit', place: '330000', types: [], units: [whose.place] }),
  });
  const row = answer.rows.find(({ kind, key }) => (zones ? kind === 'total' : key === whose.place));
  return years.map((period, index) => figureOf(period, cellOf(row, index)));
}

function cellOf(row: PackedRow | undefined, index: number): PackedCell {
  return row?.cells[index] ?? [null, 0, 0, 0];
}

function figureOf(period: Period, [value, of, expected, , reason]: PackedCell): YearFigure {
  return { period, value, missing: value === null ? (reason ?? null) : null, of, expected };
}

function hidden(period: Period): YearFigure {
  return { period, value: null, missing: 'secret', of: 0, expected: 1 };
}
