// Land of closed zones and of zones turned into city blocks (F11, S2-二(二), S2-(十三)): what becomes of each parcel, by whom, by when.
// What a layer of parcels does not say stays unsaid; an area is measured, never taken from the file.
import { type Day, Decimal, type DecimalText, daysBetween, isDay } from '../kernel/index.ts';
import { areaOf } from './ellipsoid.ts';
import type { Feature } from './shape.ts';

/** late: its deadline has passed and nobody says it is done; undated: no deadline that can be read. */
export const parcelStates = ['late', 'open', 'undated', 'done'] as const;
export type ParcelState = (typeof parcelStates)[number];

export interface Parcel {
  readonly code: string;
  readonly name: string;
  /** The zone or park it belonged to, as the layer names it; null where it does not. */
  readonly park: string | null;
  readonly use: string | null;
  readonly nextUse: string | null;
  readonly receiver: string | null;
  /** As written; it need not be a day. */
  readonly deadline: string | null;
  readonly state: ParcelState;
  /** Days past the deadline; null when not late. */
  readonly lateDays: number | null;
  /** m², two digits. */
  readonly area: DecimalText;
}

/** As on a day; the late ones first, the longest late before the others, then by deadline. */
export function parcelsOf(features: readonly Feature[], on: Day): readonly Parcel[] {
  return features.map((feature) => parcelOf(feature, on)).toSorted(byUrgency);
}

function parcelOf({ code, name, shape, attributes }: Feature, on: Day): Parcel {
  const deadline = said(attributes.deadline);
  const day = deadline === null ? null : dayIn(deadline);
  const past = day === null ? 0 : daysBetween(day, on);
  const state = isDone(attributes) ? 'done' : day === null ? 'undated' : past > 0 ? 'late' : 'open';
  return {
    ...{ code, name, deadline, state },
    park: said(attributes.zone),
    use: said(attributes.use),
    nextUse: said(attributes['next-use']),
    receiver: said(attributes.receiver),
    lateDays: state === 'late' ? past : null,
    area: new Decimal(areaOf(shape).toFixed(2)).toFixed(2),
  };
}

function said(text: string | undefined): string | null {
  const plain = text?.trim() ?? '';
  return plain === '' ? null : plain;
}

/** 2021-12-31, 2021/12/31, 20211231, 2021年12月31日; of a month its last day is not guessed. */
function dayIn(text: string): Day | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  const day = match ? `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}` : '';
  return isDay(day) ? day : null;
}

function isDone(attributes: Feature['attributes']): boolean {
  const state = attributes.状态 ?? attributes.status ?? '';
  return /^(已完成|完成|已移交|已处置|done)$/i.test(state.trim());
}

function byUrgency(a: Parcel, b: Parcel): number {
  const order = parcelStates.indexOf(a.state) - parcelStates.indexOf(b.state);
  if (order !== 0) return order;
  if (a.state === 'late') return (b.lateDays ?? 0) - (a.lateDays ?? 0) || compare(a.code, b.code);
  return compare(a.deadline ?? '', b.deadline ?? '') || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
