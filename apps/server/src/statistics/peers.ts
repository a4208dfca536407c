// Peers of a sheet: what other units of the kind have for the period, or for one before it while too few have been approved. Computed rows are computed for
// each of them. Read once for a form and period until something is published: a thousand zones have the same peers.
import { type DecimalText, isMissing, periodAfter, yearBefore } from '@zhenghe/engine/kernel';
import { type CellKey, cellKey, computeCells, type SheetCell, type SheetContext, type SheetRow } from '@zhenghe/engine/statistics';
import type { Database } from '../platform/database.ts';
import type { PastAsked } from './checking.ts';
import { listPeers, ownKey, type Peer } from './figures.ts';

type Peers = SheetContext['peers'];

const kept = new Map<string, { readonly stamp: string; readonly peers: Peers }>();
const mostKept = 60;
const nobody: Peers = new Map();

/** `stamp`: the same as long as nothing is published. */
export async function peersOf(db: Database, asked: PastAsked, stamp: string): Promise<Peers> {
  const wanted = wantedRows(asked);
  if (wanted.length === 0) return nobody;
  const { dataset, formSha256, period } = asked.head;
  const key = [dataset, formSha256, period].join(' ');
  const known = kept.get(key);
  if (known?.stamp === stamp) return known.peers;
  const peers = await readPeers(db, asked, wanted);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, { stamp, peers });
  return peers;
}

function wantedRows({ form, rows }: PastAsked): readonly SheetRow[] {
  const checks = form.checks.flatMap((check) => (check.kind === 'peers' ? [check] : []));
  const all = checks.some(({ rows: names }) => names.length === 0);
  const names = new Set(checks.flatMap((check) => check.rows));
  return rows.filter(({ key, indicator, computed }) => (all && !computed) || names.has(key) || names.has(indicator.code));
}

async function readPeers(db: Database, asked: PastAsked, wanted: readonly SheetRow[]): Promise<Peers> {
  const { head, form, rows } = asked;
  const least = Math.min(...form.checks.flatMap((check) => (check.kind === 'peers' ? [check.least] : [])));
  const filed = rows.filter(({ computed }) => !computed);
  const needed = wanted.some(({ computed }) => computed) ? filed : wanted;
  const indicators = [...new Set(needed.map(({ indicator }) => indicator.code))];
  for (const period of [head.period, periodAfter(head.period, -1), yearBefore(head.period)]) {
    const units = await listPeers(db, { dataset: head.dataset, indicators, period, places: form.audience !== 'zones' });
    if (units.length >= least)
      return gathered(
        wanted,
        units.map((figures) => valuesOf(asked, filed, figures)),
      );
  }
  return nobody;
}

function valuesOf(
  { form, library }: PastAsked,
  filed: readonly SheetRow[],
  figures: readonly Peer[],
): ReadonlyMap<CellKey, SheetCell['value']> {
  const byKey = new Map(figures.map(({ indicator, calibre, value }) => [cellKey(indicator, calibre === '' ? null : calibre), value]));
  const cells = filed.map((row): SheetCell => ({ key: row.key, value: byKey.get(ownKey(row)) ?? null, explanation: null }));
  return new Map([...cells, ...computeCells(form, library, cells)].map(({ key, value }) => [key, value]));
}

function gathered(wanted: readonly SheetRow[], units: readonly ReadonlyMap<CellKey, SheetCell['value']>[]): Peers {
  return new Map(
    wanted.map(({ key }) => {
      const values = units.flatMap((values): readonly DecimalText[] => {
        const value = values.get(key) ?? null;
        return value === null || isMissing(value) ? [] : [value];
      });
      return [key, values] as const;
    }),
  );
}
