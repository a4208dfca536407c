// DXF of release 12, which every CAD opens: closed polylines, one layer a feature, its code and name as text inside. In GBK.
import type { Feature, Polygon, Position } from '@zhenghe/engine/boundaries';
import { oneLayerAFeature } from './dxf-features.ts';
import { trainingMark } from './fields.ts';
import { encodeGbk } from './gbk.ts';
import { eastFirstOf, type Figures, figuresOf, type Outgoing, systemWords, titleOf } from './outgoing.ts';

type Pair = readonly [number, string | number];

export function writeDxf(out: Outgoing): Uint8Array {
  const system = eastFirstOf(out.system);
  const figures = figuresOf(system);
  const layers = layerNames(out);
  const pairs: Pair[] = [
    [999, oneLayerAFeature],
    [999, oneLine(titleOf(out))],
    [999, `坐标系: ${systemWords(system)}`],
    ...section('HEADER', [
      [9, '$ACADVER'],
      [1, 'AC1009'],
      [9, '$DWGCODEPAGE'],
      [3, 'ANSI_936'],
    ]),
    ...section('TABLES', [...lineTypes, ...layerTable(layers)]),
    ...section(
      'ENTITIES',
      out.features.flatMap((feature, index) => entitiesOf(feature, layers[index] ?? '0', figures)),
    ),
    [0, 'EOF'],
  ];
  return inGbk(pairs.map(([code, value]) => `${code}\r\n${value}\r\n`).join(''));
}

function section(name: string, pairs: readonly Pair[]): readonly Pair[] {
  return [[0, 'SECTION'], [2, name], ...pairs, [0, 'ENDSEC']];
}

const lineTypes: readonly Pair[] = [
  ...([
    [0, 'TABLE'],
    [2, 'LTYPE'],
    [70, 1],
    [0, 'LTYPE'],
    [2, 'CONTINUOUS'],
    [70, 0],
  ] as const),
  ...([
    [3, 'Solid line'],
    [72, 65],
    [73, 0],
    [40, '0.0'],
    [0, 'ENDTAB'],
  ] as const),
];

function layerTable(layers: readonly string[]): readonly Pair[] {
  const rows = layers.flatMap((layer): readonly Pair[] => [
    [0, 'LAYER'],
    [2, layer],
    [70, 0],
    [62, 7],
    [6, 'CONTINUOUS'],
  ]);
  return [[0, 'TABLE'], [2, 'LAYER'], [70, layers.length], ...rows, [0, 'ENDTAB']];
}

const plainName = /^[\w\u4e00-\u9fff-]{1,24}$/;

/** A layer bears the feature's code where CAD allows it as a name, and once; else a number. */
function layerNames({ features, training }: Outgoing): readonly string[] {
  const used = new Set<string>();
  return features.map(({ code }, index) => {
    const fits = plainName.test(code) && encodeGbk(code) !== null && !used.has(code.toUpperCase());
    const name = fits ? code : `BLOCK-${index + 1}`;
    used.add(name.toUpperCase());
    return training ? `${trainingMark}_${name}` : name;
  });
}

function entitiesOf({ code, name, shape }: Feature, layer: string, figures: (position: Position) => Figures): readonly Pair[] {
  const lines = shape.flat().flatMap((ring): readonly Pair[] => [
    ...([
      [0, 'POLYLINE'],
      [8, layer],
      [66, 1],
      [10, '0.0'],
      [20, '0.0'],
      [30, '0.0'],
      [70, 1],
    ] as const),
    ...ring.slice(0, -1).flatMap((position): readonly Pair[] => {
      const [x, y] = figures(position);
      return [
        [0, 'VERTEX'],
        [8, layer],
        [10, x],
        [20, y],
        [30, '0.0'],
      ];
    }),
    ...([
      [0, 'SEQEND'],
      [8, layer],
    ] as const),
  ]);
  const [biggest] = shape;
  if (!biggest) return lines;
  const { point, below, height } = labelPlace(biggest, figures);
  return [...lines, ...textOf(code, { layer, at: point, height }), ...textOf(name, { layer, at: below, height })];
}

interface TextPlace {
  readonly layer: string;
  readonly at: Figures;
  readonly height: number;
}

function textOf(text: string, { layer, at, height }: TextPlace): readonly Pair[] {
  return [
    [0, 'TEXT'],
    [8, layer],
    [10, at[0]],
    [20, at[1]],
    [30, '0.0'],
    [40, height],
    [1, oneLine(text)],
  ];
}

/** The middle of the widest stretch inside, on the line halfway up. */
function labelPlace(
  polygon: Polygon,
  figures: (position: Position) => Figures,
): { readonly point: Figures; readonly below: Figures; readonly height: number } {
  const latitudes = (polygon[0] ?? []).map(([, lat]) => lat);
  const south = latitudes.reduce((least, lat) => Math.min(least, lat), Number.POSITIVE_INFINITY);
  const north = latitudes.reduce((most, lat) => Math.max(most, lat), Number.NEGATIVE_INFINITY);
  const half = (south + north) / 2;
  const crossings = polygon
    .flatMap((ring) =>
      ring.flatMap(([lon, lat], index): readonly number[] => {
        const next = ring[index + 1];
        if (!next || lat > half === next[1] > half) return [];
        return [lon + ((half - lat) / (next[1] - lat)) * (next[0] - lon)];
      }),
    )
    .sort((a, b) => a - b);
  let best = [crossings[0] ?? 0, crossings[1] ?? 0] as const;
  for (let index = 2; index + 1 < crossings.length; index += 2) {
    const stretch = [crossings[index] ?? 0, crossings[index + 1] ?? 0] as const;
    if (stretch[1] - stretch[0] > best[1] - best[0]) best = stretch;
  }
  const middle = (best[0] + best[1]) / 2;
  const [point, top] = [figures([middle, half]), figures([middle, north])];
  const height = Math.max(0, Number(top[1]) - Number(point[1])) / 10;
  return { point, below: figures([middle, half - (north - south) / 12]), height: Number(height.toPrecision(3)) || 1 };
}

/** A value is one line: breaks become spaces. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

function inGbk(text: string): Uint8Array {
  const whole = encodeGbk(text);
  if (whole) return whole;
  // What GBK lacks is written as CAD writes it.
  const escaped = [...text].map((letter) => (encodeGbk(letter) ? letter : utf16Units(letter))).join('');
  return encodeGbk(escaped) ?? Buffer.from(escaped);
}

function utf16Units(letter: string): string {
  return Array.from(
    { length: letter.length },
    (_, index) => `\\U+${letter.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join('');
}
