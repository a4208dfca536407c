// Where a file's land lies, read as one system says: in the place it is for, in the province, or elsewhere. As the engine tells it of the
// systems it infers, for a system that a person chooses. Pure.
import { contains, type Shape } from '@zhenghe/engine/boundaries';
import type { Feature, Found } from './shapes.ts';

export type Lies = Found['guesses'][number]['lies'];

/** Outlines are coarse: nine in ten of the corners count as in. */
const enough = 0.9;

export function liesOf(features: readonly Feature[], place: Shape, province: Shape): Lies {
  const corners = features.flatMap(({ shape }) => shape.flat(2));
  if (corners.length === 0 || province.length === 0) return null;
  const share = (shape: Shape) => corners.filter((at) => contains(shape, at)).length / corners.length;
  if (share(place) >= enough) return 'county';
  return share(province) >= enough ? 'province' : 'elsewhere';
}
