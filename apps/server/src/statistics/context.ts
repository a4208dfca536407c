// What the checks of a sheet look at besides the sheet: the unit's own approved past and its peers. Kept for as long as nothing is
// published, since a sheet is checked with every cell that is saved.
import { type Period, partsOf, periodAfter, perYear, yearBefore } from '@zhenghe/engine/kernel';
import { cellKey, type SheetContext, type SheetRow } from '@zhenghe/engine/statistics';
import type { Database } from '../platform/database.ts';
import { type Figure, listFigures, listPeers } from './figures.ts';
import { headOf } from './publish.ts';
import type { FilingHead, FormBody } from './record.ts';

const yearsBack = 5;

export interface SheetPast {
  readonly context: SheetContext;
  /** Current figures of the unit over these years and for the period itself, by key and period: 'tax 2021-05'. */
  readonly figures: ReadonlyMap<string, Figure>;
}

export interface PastAsked {
  readonly head: Pick<FilingHead, 'id' | 'dataset' | 'unit' | 'period'>;
  readonly form: FormBody;
  readonly rows: readonly SheetRow[];
}

interface Kept {
  readonly stamp: string;
  readonly past: SheetPast;
}

const kept = new Map<string, Kept>();
const mostKept = 500;

export async function pastOf(db: Database, asked: PastAsked): Promise<SheetPast> {
  const { number, epoch } = await headOf(db, asked.head.dataset);
  const stamp = `${epoch} ${number} ${asked.rows.length}`;
  const known = kept.get(asked.head.id);
  if (known?.stamp === stamp) return known.past;
  const past = await readPast(db, asked);
  kept.delete(asked.head.id);
  kept.set(asked.head.id, { stamp, past });
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return past;
}

async function readPast(db: Database, { head, form, rows }: PastAsked): Promise<SheetPast> {
  const { period, dataset, unit } = head;
  const filed = rows.filter(({ computed }) => !computed);
  const periods = pastPeriods(period);
  const indicators = [...new Set(filed.map(({ indicator }) => indicator.code))];
  const figures = await listFigures(db, { dataset, unit, indicators, periods: [...periods, period] });
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
  return { figures: byKey, context: { period, history, peers: await peersOf(db, { head, form, rows: filed }) } };
}

/** Of the same grain, oldest first, without the period itself. */
function pastPeriods(period: Period): readonly Period[] {
  const count = yearsBack * perYear[partsOf(period).grain];
  return Array.from({ length: count }, (_, index) => periodAfter(period, index - count));
}

/** Peers of the newest of these periods that has any: this one, the one before, the same of last year. */
async function peersOf(db: Database, { head, form, rows }: PastAsked): Promise<SheetContext['peers']> {
  const checks = form.checks.flatMap((check) => (check.kind === 'peers' ? [check] : []));
  if (checks.length === 0) return new Map();
  const named = checks.some(({ rows: names }) => names.length === 0) ? null : new Set(checks.flatMap(({ rows: names }) => names));
  const wanted = rows.filter(({ key, indicator }) => named === null || named.has(key) || named.has(indicator.code));
  const indicators = [...new Set(wanted.map(({ indicator }) => indicator.code))];
  const places = form.audience !== 'zones';
  for (const period of [head.period, periodAfter(head.period, -1), yearBefore(head.period)]) {
    const found = await listPeers(db, { dataset: head.dataset, indicators, period, places });
    if (found.length > 0) return new Map(found.map(({ values, ...one }) => [keyOf(one), values]));
  }
  return new Map();
}

function keyOf({ indicator, calibre }: Pick<Figure, 'indicator' | 'calibre'>): string {
  return cellKey(indicator, calibre === '' ? null : calibre);
}

/** The key under which a row's figures are published: by the code the indicator has now. */
export function ownKey({ indicator, row }: Pick<SheetRow, 'indicator' | 'row'>): string {
  return cellKey(indicator.code, row.calibre);
}
