// Where a comment aims: the address of a place in a link (?at=blocks/b1/areaAfter), and the places of a round in the order
// a person picks them. Pure.
import type { Citation, Place } from '@zhenghe/engine/kernel';

type PlaceLike = { readonly table: string; readonly row?: string | undefined; readonly field?: string | undefined };

export function placeKey({ table, row, field }: PlaceLike): string {
  return [table, row ?? '', field ?? ''].join('/');
}

export function clauseKey({ pack, clause }: Citation): string {
  return `${pack}/${clause}`;
}

/** The place of a link; where the round has no such cell its row is meant, and then its table. */
export function placeAt<P extends PlaceLike>(places: readonly P[], key: string): P | undefined {
  const [table = '', row = '', field = ''] = key.split('/');
  const tries = [placeKey({ table, row, field }), placeKey({ table, row }), placeKey({ table })];
  return tries.flatMap((one) => places.filter((place) => placeKey(place) === one)).at(0);
}

export interface PlaceGroup<P> {
  readonly table: string;
  /** The table as a whole, when a comment may aim at it. */
  readonly whole: P | undefined;
  readonly places: readonly P[];
}

/** The places of each table together, the table itself apart. */
export function placeGroups<P extends PlaceLike>(places: readonly P[]): readonly PlaceGroup<P>[] {
  const tables = [...new Set(places.map(({ table }) => table))];
  return tables.map((table) => {
    const own = places.filter((place) => place.table === table);
    const whole = own.find((place) => !place.row && !place.field);
    return { table, whole, places: own.filter((place) => place !== whole) };
  });
}

export type AimKind = 'whole' | 'place' | 'clause';

/** The contract's place; without the keys that are not there. */
export function wirePlace({ table, row, field, label }: PlaceLike & { readonly label: string }): Place {
  return { table, ...(row ? { row } : {}), ...(field ? { field } : {}), label };
}
