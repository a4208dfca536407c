// Which coordinate systems the figures of a file allow, best first. A person confirms one on the map; nothing is taken silently.
import type { Crs, CrsGuess } from './crs.ts';
import { contains } from './inside.ts';
import { unproject } from './project.ts';
import type { RawBoundaries, RawPosition } from './read.ts';
import type { Position, Shape } from './shape.ts';

/** Where the land should lie. Outlines are coarse, so nine in ten of the looked-at vertices count as in. */
export interface Expected {
  readonly county: Shape;
  readonly province: Shape;
}

const enough = 0.9;
const looked = 2000;
/** Easting without its zone number, and northing between the equator side of Hainan and the north of Heilongjiang. */
const easting = { least: 100_000, most: 900_000 };
const northing = { least: 1_900_000, most: 6_000_000 };
/** Central meridians that Zhejiang's 118°–123° ask for; 117 and 123 serve both widths. */
const meridians = [120, 117, 123];

/** What the file declares comes first; then what lies in the county, in the province, elsewhere. Empty: no system fits. */
export function guessCrs(raw: Pick<RawBoundaries, 'declared' | 'features'>, expected: Expected | null): readonly CrsGuess[] {
  const sample = sampleOf(raw);
  if (sample.length === 0) return [];
  const declared = raw.declared?.crs ?? null;
  const inferred = candidates(sample).filter((crs) => declared === null || !sameCrs(crs, declared));
  const guesses = inferred.map((crs) => guessed(crs, 'inferred', sample, expected)).filter((guess) => guess !== null);
  guesses.sort((a, b) => rank(a) - rank(b));
  const read = declared && guessed(declared, 'read', sample, expected);
  return read ? [read, ...guesses] : guesses;
}

export function sameCrs(a: Crs, b: Crs): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}

function rank({ lies, crs }: CrsGuess): number {
  const place = { county: 0, province: 10, elsewhere: 30 };
  return (lies === null ? 20 : place[lies]) + (crs.datum === 'cgcs2000' ? 0 : 1) + (crs.kind === 'gauss-kruger' && crs.width === 6 ? 2 : 0);
}

function sampleOf(raw: Pick<RawBoundaries, 'features'>): readonly RawPosition[] {
  const all = raw.features.flatMap((feature) => feature.rings.map((ring) => ring.positions));
  const total = all.reduce((sum, positions) => sum + positions.length, 0);
  const step = Math.max(1, Math.floor(total / looked));
  const sample: RawPosition[] = [];
  let index = 0;
  for (const positions of all) {
    for (const position of positions) {
      if (index % step === 0 && Number.isFinite(position[0]) && Number.isFinite(position[1])) sample.push(position);
      index += 1;
    }
  }
  return sample;
}

function candidates(sample: readonly RawPosition[]): readonly Crs[] {
  const first = rangeOf(sample.map(([value]) => value));
  const second = rangeOf(sample.map(([, value]) => value));
  return [...geographicOf(first, second), ...planeOf(first, second, 'east-north'), ...planeOf(second, first, 'north-east')];
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function rangeOf(values: readonly number[]): Range {
  return values.reduce((range, value) => ({ least: Math.min(range.least, value), most: Math.max(range.most, value) }), {
    least: Number.POSITIVE_INFINITY,
    most: Number.NEGATIVE_INFINITY,
  });
}

function within(range: Range, bounds: Range): boolean {
  return range.least >= bounds.least && range.most <= bounds.most;
}

const longitudes = { least: 70, most: 140 };
const latitudes = { least: 0, most: 60 };

/** CGCS2000 and WGS 84 cannot be told apart by figures; the shifted systems are a person's choice only. */
function geographicOf(first: Range, second: Range): readonly Crs[] {
  const orders: Extract<Crs, { kind: 'geographic' }>['order'][] = [];
  if (within(first, longitudes) && within(second, latitudes)) orders.push('lon-lat');
  if (within(second, longitudes) && within(first, latitudes)) orders.push('lat-lon');
  return orders.flatMap((order) => [
    { kind: 'geographic', datum: 'cgcs2000', order },
    { kind: 'geographic', datum: 'wgs84', order },
  ]);
}

function planeOf(east: Range, north: Range, order: 'north-east' | 'east-north'): readonly Crs[] {
  if (!within(north, northing)) return [];
  const base = { kind: 'gauss-kruger', datum: 'cgcs2000', order } as const;
  if (within(east, easting)) return meridians.map((meridian) => ({ ...base, width: 3, meridian, numbered: false }));
  const zone = Math.floor(east.least / 1_000_000);
  if (zone !== Math.floor(east.most / 1_000_000)) return [];
  const bare = { least: east.least - zone * 1_000_000, most: east.most - zone * 1_000_000 };
  if (!within(bare, easting)) return [];
  if (zone >= 25 && zone <= 45) return [{ ...base, width: 3, meridian: zone * 3, numbered: true }];
  if (zone >= 13 && zone <= 23) return [{ ...base, width: 6, meridian: zone * 6 - 3, numbered: true }];
  return [];
}

function guessed(crs: Crs, how: CrsGuess['how'], sample: readonly RawPosition[], expected: Expected | null): CrsGuess | null {
  const to = unproject(crs);
  const positions = sample.map(to);
  const lon = rangeOf(positions.map(([value]) => value));
  const lat = rangeOf(positions.map(([, value]) => value));
  if (!Number.isFinite(lon.least + lon.most + lat.least + lat.most)) return null;
  return { crs, how, lies: expected && placeOf(positions, expected), box: [lon.least, lat.least, lon.most, lat.most] };
}

function placeOf(positions: readonly Position[], { county, province }: Expected): CrsGuess['lies'] {
  const share = (shape: Shape) => positions.filter((position) => contains(shape, position)).length / positions.length;
  if (share(county) >= enough) return 'county';
  return share(province) >= enough ? 'province' : 'elsewhere';
}
