// What normalising a file has to say, each with its place on the map.
import type { Bilingual } from '../kernel/index.ts';
import type { MapPlace } from './shape.ts';

export const shapeFindingKinds = [
  'unclosed-ring',
  'duplicate-ring',
  'duplicate-vertex',
  'wrong-orientation',
  'self-intersection',
  'spike',
  'sliver',
  'too-few-vertices',
  'block-overlap',
  'outside-county',
  'gap',
  'not-finite',
  'empty',
] as const;
export type ShapeFindingKind = (typeof shapeFindingKinds)[number];

export interface ShapeFinding {
  readonly kind: ShapeFindingKind;
  /** repaired: mended without changing an area beyond the printed digit; mend: the sender's to mend; warning: pointed out. */
  readonly standing: 'repaired' | 'mend' | 'warning';
  readonly place: MapPlace;
  /** The other feature of an overlap or gap. */
  readonly other?: string;
  /** m² or m, decimal text; null where nothing is measured. */
  readonly measured: { readonly value: string; readonly unit: 'm2' | 'm' } | null;
  readonly message: Bilingual;
}
