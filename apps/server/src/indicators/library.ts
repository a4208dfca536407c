// The library of a day (F35): what ships in packs, overlaid by what was put in force in the product by then. Both data sets have the
// same packs; what is defined for practice stands in the training library alone.
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Indicator, type Library, libraryOf } from '@zhenghe/engine/indicators';
import type { Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import { type Definition, definitionIdsInForce, definitionsInForce } from '../definitions/index.ts';
import type { Database } from '../platform/database.ts';

export interface LibraryRow {
  readonly indicator: Indicator;
  /** Pack it ships with; null for one made in the product, and for the product's own. */
  readonly pack: string | null;
  /** 0 as it ships; 1, 2 … as changed in the product. */
  readonly version: number;
}

export interface LoadedLibrary {
  readonly library: Library;
  readonly rows: readonly LibraryRow[];
  readonly rowOf: (code: string) => LibraryRow | undefined;
  /** The same for the same library: what was computed from it holds as long as this stays. */
  readonly key: string;
}

export interface LibraryAsked {
  readonly dataset: Dataset;
  readonly on: Day;
  /** Drafts that stand in it as if they were in force. */
  readonly beside?: readonly Definition[];
}

const known = new WeakMap<Rulebook, Map<string, LoadedLibrary>>();
/** Days and data sets that are asked about again and again; older ones are read anew. */
const most = 24;

/** One short query where the library was read before. */
export async function libraryOn(db: Database, rulebook: Rulebook, { dataset, on, beside = [] }: LibraryAsked): Promise<LoadedLibrary> {
  const asked = { dataset, kind: 'indicator', on } as const;
  const key = (await definitionIdsInForce(db, asked)).join(' ');
  const held = known.get(rulebook) ?? new Map<string, LoadedLibrary>();
  known.set(rulebook, held);
  const loaded = held.get(key) ?? loadedFrom(shippedRows(rulebook), await changedRows(db, asked), key);
  if (!held.has(key)) {
    const [oldest] = held.keys();
    if (held.size >= most && oldest !== undefined) held.delete(oldest);
    held.set(key, loaded);
  }
  return besideOf(loaded, beside);
}

function shippedRows(rulebook: Rulebook): readonly LibraryRow[] {
  return rulebook.indicators.map(({ indicator, pack }) => ({ indicator, pack, version: 0 }));
}

async function changedRows(db: Database, asked: Parameters<typeof definitionsInForce<'indicator'>>[1]): Promise<readonly LibraryRow[]> {
  const inForce = await definitionsInForce(db, asked);
  return inForce.map(({ body, version }) => ({ indicator: body, pack: null, version }));
}

/** What was changed keeps its place in the library and its pack; what is new comes after. */
function loadedFrom(shipped: readonly LibraryRow[], changed: readonly LibraryRow[], key: string): LoadedLibrary {
  const byCode = new Map(shipped.map((row) => [row.indicator.code, row]));
  for (const row of changed) byCode.set(row.indicator.code, { ...row, pack: byCode.get(row.indicator.code)?.pack ?? null });
  const rows = [...byCode.values()];
  return { library: libraryOf(rows.map(({ indicator }) => indicator)), rows, rowOf: (code) => byCode.get(code), key };
}

function besideOf(loaded: LoadedLibrary, beside: readonly Definition[]): LoadedLibrary {
  const drafts = beside.flatMap(({ kind, body }) => (kind === 'indicator' ? [{ indicator: body, pack: null, version: 0 }] : []));
  return drafts.length === 0 ? loaded : loadedFrom(loaded.rows, drafts, `${loaded.key} and drafts`);
}
