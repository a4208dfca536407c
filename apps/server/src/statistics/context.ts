// What the checks of a sheet look at besides the sheet: the unit's own approved past and its peers. Kept for as long as nothing is
// published, since a sheet is checked with every cell that is saved.
import { type Period, partsOf, periodAfter, periodEnd, perYear } from '@zhenghe/engine/kernel';
import { cellKey, type SheetContext } from '@zhenghe/engine/statistics';
import type { Database } from '../platform/database.ts';
import { extentSince } from '../zones/index.ts';
import type { PastAsked } from './checking.ts';
import { type Figure, listFigures, ownKey } from './figures.ts';
import { finer } from './held.ts';
import { peersOf } from './peers.ts';
import type { Published } from './read-sheet.ts';

const yearsBack = 5;

export interface SheetPast {
  readonly context: SheetContext;
  /** Current figures of the unit over these years, for the period itself and its finer ones, by key and period: 'tax 2021-05'. */
  readonly figures: ReadonlyMap<string, Figure>;
}

interface Kept {
  readonly stamp: string;
  readonly past: SheetPast;
}

const kept = new Map<string, Kept>();
const mostKept = 500;

/** `published`: read before this is asked, so that what is kept is at least as new. */
export async function pastOf(db: Database, asked: PastAsked, { number, epoch }: Published): Promise<SheetPast> {
  const stamp = `${epoch} ${number} ${asked.rows.length}`;
  const known = kept.get(asked.head.id);
  if (known?.stamp === stamp) return known.past;
  const peers = await peersOf(db, asked, `${epoch} ${number}`);
  const past = await readPast(db, asked, peers);
  kept.delete(asked.head.id);
  kept.set(asked.head.id, { stamp, past });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return past;
}

async function readPast(db: Database, { head, rows }: PastAsked, peers: SheetContext['peers']): Promise<SheetPast> {
  const { period, dataset, unit } = head;
  const filed = rows.filter(({ computed }) => !computed);
  const periods = pastPeriods(period);
  const indicators = [...new Set(filed.map(({ indicator }) => indicator.code))];
  const figures = await listFigures(db, { dataset, unit, indicators, periods: [...periods, period, ...finer(period).flat()] });
  const byKey = new Map(figures.map((figure) => [`${keyOf(figure)} ${figure.period}`, figure]));
  const history = new Map(
    filed.map((row) => {
      const key = ownKey(row);
      const past = periods.flatMap((one) => {
        const value = byKey.get(`${key} ${one}`)?.value ?? null;
        return value === null ? [] : [{ period: one, value }];
      });
      return [row.key, past] as const;
    }),
  );
  const since = await extentSince(db, { dataset, zone: unit, by: periodEnd(period) });
  return { figures: byKey, context: { period, since, history, peers } };
}

/** Of the same grain, oldest first, without the period itself. */
function pastPeriods(period: Period): readonly Period[] {
  const count = yearsBack * perYear[partsOf(period).grain];
  return Array.from({ length: count }, (_, index) => periodAfter(period, index - count));
}

function keyOf({ indicator, calibre }: Pick<Figure, 'indicator' | 'calibre'>): string {
  return cellKey(indicator, calibre === '' ? null : calibre);
}
