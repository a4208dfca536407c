// Builders for tests of the explorer: a few zones of two cities, figures by month, acts between.
import { type Indicator, libraryOf } from '../indicators/index.ts';
import type { LineageAct } from '../zones/index.ts';
import { buildCube, type Cube, type CubeUnit } from './block.ts';
import type { CubeFigure, PivotAsk } from './cube.ts';
import { type Explorer, explorerOver } from './explorer.ts';
import { everyUnit, type UnitFilter } from './grouping.ts';
import { actBook } from './moves.ts';
import { type PackedPivot, pivot } from './pivot.ts';

export const cells = { partial: 1, carried: 2, notComparable: 4, bridged: 8, break: 16 } as const;

export function aUnit(id: string, place: string, changes: Partial<CubeUnit['facts'][number]> = {}): CubeUnit {
  return { id, facts: [{ from: '2015-01-01', to: null, place, type: 'provincial-etdz', grade: 'provincial', ...changes }] };
}

export function aFigure(unit: string, indicator: string, [period, value]: readonly [string, string | null]): CubeFigure {
  return { unit, indicator, period, calibre: null, value, missing: value === null ? 'not-reported' : null };
}

export interface Scene {
  readonly figures: readonly CubeFigure[];
  readonly indicators: readonly Indicator[];
  readonly units: readonly CubeUnit[];
  readonly acts?: readonly LineageAct[];
}

export function anExplorer({ figures, indicators, units, acts = [] }: Scene): Explorer {
  const library = libraryOf(indicators);
  const cube: Cube = buildCube(figures, (code) => library.get(code)?.decimals ?? 0);
  return explorerOver(cube, { library, book: actBook(acts), roster: new Map(units.map((unit) => [unit.id, unit])) });
}

export interface Question extends Partial<PivotAsk> {
  readonly filter?: UnitFilter;
  readonly sees?: readonly string[] | null;
  readonly on?: string;
}

/** By month of the periods named, whole province, all seen. */
export function asked(explorer: Explorer, question: Question): PackedPivot {
  const { filter = everyUnit, sees = null, on = '2021-12-31', ...ask } = question;
  return pivot(explorer, {
    ask: {
      indicators: ['tax'],
      ...{ grain: 'month', from: '2020-01', to: '2020-01', rows: 'unit', map: 'then', growth: 'none', subtotals: true },
      ...ask,
    },
    filter,
    sight: { units: sees && new Set(sees) },
    on,
  });
}

/** Row by key; the whole is 'all'. */
export function rowOf(answer: PackedPivot, key: string) {
  return answer.rows.find((row) => row.key === key)?.cells ?? [];
}
