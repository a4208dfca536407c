// The picture of annexes 2 and 3: the plan's blocks where it has boundaries, else the outline of the place among its neighbours.
// Outlines are for orientation only and bear no 审图号; the paper says so beside the picture.
import type { Feature } from '@zhenghe/engine/boundaries';

type Ring = readonly (readonly number[])[];

/** The part of a GeoJSON feature that is drawn. */
export interface Outline {
  readonly properties: { readonly code: string; readonly name: string; readonly city: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
}

export interface MapSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const width = 900;
const family = "'Noto Sans CJK SC','Source Han Sans SC','SimHei','Microsoft YaHei','WenQuanYi Zen Hei','PingFang SC',sans-serif";

export interface Drawing {
  /** False on a machine without a Chinese face: the names are left out. */
  readonly words: boolean;
  /** Boundaries of the plan's blocks; none while it has none. */
  readonly blocks: readonly Feature[];
}

/** Null where the place has no outline and the plan no boundaries. */
export function mapSvg(outlines: readonly Outline[], jurisdiction: string, { words, blocks }: Drawing): MapSvg | null {
  const own = outlines.filter(({ properties: { code, city } }) => code === jurisdiction || city === jurisdiction);
  const drawn = blocks.map(outlineOf);
  const framed = drawn.length > 0 ? drawn : own;
  if (framed.length === 0) return null;
  const city = own[0]?.properties.city;
  const around = outlines.filter((outline) => outline.properties.city === city && !own.includes(outline));
  const frame = frameOf(framed);
  const line = (list: readonly Outline[], style: string) =>
    list.map((outline) => `<path d="${pathOf(outline, frame)}" ${style}/>`).join('');
  const labels = words ? framed.map((outline) => label(outline, frame, drawn.length > 0 ? 22 : 30)).join('') : '';
  const body = [
    `<rect width="${width}" height="${frame.height}" fill="#ffffff"/>`,
    line(around, 'fill="#f4f4f4" stroke="#b0b0b0" stroke-width="1.5"'),
    line(own, 'fill="#e6edf6" stroke="#1f3864" stroke-width="3" stroke-linejoin="round"'),
    line(drawn, 'fill="#f2d7a8" fill-opacity="0.85" stroke="#7a4a00" stroke-width="2.5" stroke-linejoin="round"'),
    labels,
    scaleBar(frame, words),
    northArrow(),
    `<rect x="1" y="1" width="${width - 2}" height="${frame.height - 2}" fill="none" stroke="#404040" stroke-width="2"/>`,
  ].join('');
  const size = `width="${width}" height="${frame.height}" viewBox="0 0 ${width} ${frame.height}"`;
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${body}</svg>`, width, height: frame.height };
}

function outlineOf({ name, shape }: Feature): Outline {
  return { properties: { code: '', name, city: '' }, geometry: { type: 'MultiPolygon', coordinates: shape } };
}

interface Frame {
  readonly height: number;
  /** Pixels in a kilometre. */
  readonly perKm: number;
  readonly at: (point: readonly number[]) => readonly [number, number];
}

const kmPerDegree = 111.32;

function frameOf(outlines: readonly Outline[]): Frame {
  const points = outlines.flatMap(ringsOf).flat();
  const [lons, lats] = [points.map(([lon = 0]) => lon), points.map(([, lat = 0]) => lat)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const kmEast = kmPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = 60;
  const perKm = Math.min((width - 2 * margin) / ((east - west) * kmEast), 900 / ((north - south) * kmPerDegree));
  const left = (width - (east - west) * kmEast * perKm) / 2;
  return {
    height: Math.round((north - south) * kmPerDegree * perKm) + 3 * margin,
    perKm,
    at: ([lon = 0, lat = 0]) => [left + (lon - west) * kmEast * perKm, margin + (north - lat) * kmPerDegree * perKm],
  };
}

function ringsOf({ geometry }: Outline): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function pathOf(outline: Outline, { at }: Frame): string {
  const rounded = (point: readonly number[]) =>
    at(point)
      .map((value) => value.toFixed(1))
      .join(' ');
  return ringsOf(outline)
    .map((ring) => `M${ring.map(rounded).join('L')}Z`)
    .join('');
}

function label(outline: Outline, { at }: Frame, pixels: number): string {
  const points = ringsOf(outline).flat().map(at);
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [x, y] = [middle(points.map((point) => point[0])), middle(points.map((point) => point[1]))];
  return text(outline.properties.name, x, y, pixels);
}

function scaleBar({ perKm, height }: Frame, words: boolean): string {
  const km = [50, 20, 10, 5, 2, 1].find((length) => length * perKm <= width / 3) ?? 1;
  const y = height - 44;
  const bar = `<path d="M60 ${y - 8}V${y}H${(60 + km * perKm).toFixed(1)}V${y - 8}" fill="none" stroke="#202020" stroke-width="3"/>`;
  return words ? `${bar}${text(`${km} 公里`, 60 + (km * perKm) / 2, y + 28, 24)}` : bar;
}

function northArrow(): string {
  return `<path d="M${width - 60} 30l16 46l-16 -12l-16 12z" fill="#202020"/>`;
}

function text(content: string, x: number, y: number, pixels: number): string {
  const escaped = content.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="${family}" font-size="${pixels}" text-anchor="middle" fill="#202020">${escaped}</text>`;
}
