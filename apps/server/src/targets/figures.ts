// Approved figures for targets, through the explorer: sums over zones that are right for ratios, or a place's own figure, as the caller
// may see them. What the province files for itself is known to every member of staff.
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Explorer, type PackedCell, type PackedRow, pivot } from '@zhenghe/engine/explorer';
import type { Library } from '@zhenghe/engine/indicators';
import type { Day, Period } from '@zhenghe/engine/kernel';
import { cubeOf, mayAsk, type Seen, seenBy } from '../explorer/index.ts';
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
  const { explorer, loaded, number } = await cubeOf(db, rulebook, { dataset, on });
  const seen = await seenBy(db, caller, { explorer, dataset });
  const { library } = loaded;
  return {
    library,
    publication: number,
    years: (code, whose, years) => {
      const indicator = library.get(code);
      if (!indicator || !mayAsk(seen, indicator)) return years.map(hidden);
      return yearsOf({ explorer, seen, on }, code, { whose, years });
    },
  };
}

interface Sources {
  readonly explorer: Explorer;
  readonly seen: Seen;
  readonly on: Day;
}

/** Zones are gathered as rows of types, in which no place stands that files for itself; their whole is asked for. */
function yearsOf(
  { explorer, seen, on }: Sources,
  code: string,
  { whose, years }: { readonly whose: Whose; readonly years: readonly Period[] },
): readonly YearFigure[] {
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined) return [];
  const zones = whose.kind === 'zones';
  const { rows } = pivot(explorer, {
    ask: { indicators: [code], grain: 'year', from, to, rows: zones ? 'type' : 'unit', map: 'then', growth: 'none', subtotals: true },
    filter: zones
      ? { within: whose.place.replace(/(?:00)+$/u, ''), types: whose.types, units: null }
      : { within: '33', types: [], units: new Set([whose.place]) },
    sight: { units: seen.staff ? new Set([...seen.units, '330000']) : seen.units },
    on,
  });
  const row = rows.find(({ kind, key }) => (zones ? kind === 'total' : key === whose.place));
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
