// What rows are called: zones as registered on the day, places by their code.
import type { RowKind } from '@zhenghe/engine/explorer';
import type { Day } from '@zhenghe/engine/kernel';
import { type Database, lenderOf } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import type { Register } from './holding.ts';

export interface Named {
  readonly name: string;
  readonly place: string | null;
}

export type Naming = (kind: RowKind | 'subtotal' | 'total', key: string) => Named;

/** By the connections behind a handle: each request has a handle of its own. */
const places = new WeakMap<object, Promise<ReadonlyMap<string, string>>>();
const types: Readonly<Record<string, string>> = {
  'national-etdz': '国家级经济技术开发区',
  'national-hitech': '国家级高新技术产业开发区',
  customs: '海关特殊监管区域',
  'provincial-new-area': '省级新区',
  'provincial-etdz': '省级经济开发区',
  'provincial-hitech': '省级高新技术产业园区',
  'provincial-industrial': '省级工业园区',
  'provincial-cluster': '省级产业集聚区',
  local: '市县自行设立的园区',
};
const grades: Readonly<Record<string, string>> = { national: '国家级', provincial: '省级', local: '市县级' };

export async function namesOn(db: Database, register: Register, on: Day): Promise<Naming> {
  const known = await placeNames(db);
  const placed = (code: string): Named => ({ name: known.get(code) ?? code, place: code });
  return (kind, key) => {
    if (kind === 'unit') return unitName(register, key, on) ?? placed(key);
    if (kind === 'type') return { name: types[key] ?? key, place: null };
    if (kind === 'grade') return { name: grades[key] ?? key, place: null };
    return kind === 'all' || kind === 'total' ? { name: '合计', place: null } : placed(key);
  };
}

/** The name it bears on the day; one that ended says so. Null for what is no zone of the register. */
export function unitName({ zones }: Register, id: string, on: Day): Named | null {
  const spans = zones.get(id)?.spans ?? [];
  const span = spans.findLast(({ from }) => from <= on) ?? spans[0];
  if (!span) return null;
  const gone = span.to !== null && span.to <= on;
  return { name: gone ? `${span.name}（已撤并）` : span.name, place: span.place };
}

/** Places do not change while the product runs. */
function placeNames(db: Database): Promise<ReadonlyMap<string, string>> {
  const owner = lenderOf(db)?.pool ?? db;
  const known = places.get(owner);
  if (known) return known;
  const read = listJurisdictions(db).then((all) => new Map(all.map(({ code, name }) => [code, name])));
  places.set(owner, read);
  read.catch(() => places.delete(owner));
  return read;
}
