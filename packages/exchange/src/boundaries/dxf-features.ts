// Closed lines of a drawing as features: a text names the smallest outline around it, and an outline without a name inside another
// of its layer is that one's hole.
import { contains, type RawFeature, type RawPosition, type RawRing } from '@zhenghe/engine/boundaries';
import Flatbush from 'flatbush';
import type { Drawing, DrawnLine, DrawnText } from './dxf-entities.ts';
import type { Gathering } from './gathering.ts';
import type { Pace } from './pace.ts';
import { setAttribute } from './source.ts';

/** Stands in the comments of our own drawings: each layer is one feature, its first text the code, its second the name. */
export const oneLayerAFeature = 'zhenghe-boundaries/1';

interface Outline {
  readonly line: DrawnLine;
  readonly area: number;
  readonly texts: string[];
}

export async function featuresOf(drawing: Drawing, gathering: Gathering, pace: Pace): Promise<readonly RawFeature[]> {
  if (drawing.lines.length === 0) return hatchFeatures(drawing, gathering);
  if (drawing.comments.some((comment) => comment.trim() === oneLayerAFeature)) return layerFeatures(drawing, gathering);
  const open = drawing.lines.filter((line) => !line.closed);
  const outlines = drawing.lines
    .filter((line) => line.closed)
    .map((line) => ({ line, area: areaOf(line.positions), texts: [] as string[] }));
  const around = searchOf(outlines);
  for (const { text, point } of drawing.texts) {
    around(point)[0]?.texts.push(text);
    if (pace.due()) await pace.rest(1);
  }
  const holes = new Map<Outline, Outline>();
  for (const outline of outlines) {
    if (pace.due()) await pace.rest(1);
    const home = homeOf(outline, around);
    if (home) holes.set(outline, home);
  }
  // An island in a hole is land again, and a feature of its own.
  const lands = outlines.filter((outline) => !holes.has(outline) || holes.has(holes.get(outline) ?? outline));
  const holesOf = grouped(
    [...holes].filter(([, home]) => !holes.has(home)),
    ([, home]) => home,
  );
  const inner = [...holesOf.values()].reduce((sum, pairs) => sum + pairs.length, 0);
  if (inner > 0) gathering.note(null, readAsHoles(inner));
  const drawn = [
    ...lands.map((land) => ({ first: land.line, texts: land.texts, holes: (holesOf.get(land) ?? []).map(([hole]) => hole.line) })),
    ...open.map((line) => ({ first: line, texts: [] as string[], holes: [] as DrawnLine[] })),
  ].sort((a, b) => a.first.at - b.first.at);
  return drawn.map(({ first, texts, holes: inside }, index) => {
    const attributes: Record<string, string> = {};
    setAttribute(attributes, gathering, ['图层', first.layer]);
    setAttribute(attributes, gathering, ['文字', texts.join(' ')]);
    return { rings: [ringOf(first), ...inside.map(ringOf)], attributes, at: index + 1 };
  });
}

function ringOf({ positions, at }: DrawnLine): RawRing {
  return { positions, hole: null, at };
}

/** The smallest outline of the same layer around one that bears no name. */
function homeOf(outline: Outline, around: (point: RawPosition) => readonly Outline[]): Outline | undefined {
  const [first] = outline.line.positions;
  if (!first || outline.texts.length > 0) return undefined;
  return around(first).find(
    (other) =>
      other !== outline && other.line.layer === outline.line.layer && other.area > outline.area && mostly(outline.line, other.line),
  );
}

/** Some of its vertices may lie on the other's line, so most of a few are enough. */
function mostly(inner: DrawnLine, outer: DrawnLine): boolean {
  const step = Math.max(1, Math.floor(inner.positions.length / 8));
  const asked = inner.positions.filter((_, index) => index % step === 0);
  return asked.filter((position) => contains([[outer.positions]], position)).length * 2 > asked.length;
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Outlines around a point, the smallest first. */
function searchOf(outlines: readonly Outline[]): (point: RawPosition) => readonly Outline[] {
  if (outlines.length === 0) return () => [];
  const tree = new Flatbush(outlines.length);
  for (const { line } of outlines) {
    let [west, south, east, north] = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ];
    for (const [x, y] of line.positions) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
    tree.add(west, south, east, north);
  }
  tree.finish();
  return (point) =>
    tree
      .search(point[0], point[1], point[0], point[1])
      .flatMap((index) => outlines[index] ?? [])
      .filter(({ line }) => contains([[line.positions]], point))
      .sort((a, b) => a.area - b.area);
}

function areaOf(ring: readonly RawPosition[]): number {
  const [origin] = ring;
  if (!origin) return 0;
  let twice = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const next = ring[index + 1] ?? origin;
    twice += (x - origin[0]) * (next[1] - origin[1]) - (next[0] - origin[0]) * (y - origin[1]);
  }
  return Math.abs(twice) / 2;
}

function layerFeatures({ lines, texts }: Drawing, gathering: Gathering): readonly RawFeature[] {
  const named: ReadonlyMap<string, readonly DrawnText[]> = grouped(texts, ({ layer }) => layer);
  const layers = [...grouped(lines, ({ layer }) => layer)];
  return layers.map(([layer, rings], index) => {
    const attributes: Record<string, string> = {};
    const [code, name] = named.get(layer) ?? [];
    setAttribute(attributes, gathering, ['地块编号', code?.text ?? layer]);
    setAttribute(attributes, gathering, ['地块名称', name?.text ?? '']);
    return { rings: rings.map(ringOf), attributes, at: index + 1 };
  });
}

/** Programs that fill polygons write hatches; they count only where no outline is drawn, as a drawing often has both. */
function hatchFeatures({ hatches }: Drawing, gathering: Gathering): readonly RawFeature[] {
  return hatches.map(({ layer, rings, at }, index) => {
    const attributes: Record<string, string> = {};
    setAttribute(attributes, gathering, ['图层', layer]);
    return { rings: rings.map((positions) => ({ positions, hole: null, at })), attributes, at: index + 1 };
  });
}

function readAsHoles(count: number) {
  return {
    zh: `${count} 条没有文字注记的闭合线在同图层的另一条之内，按孔洞读入。`,
    en: `${count} closed lines without a text of their own lie inside another of their layer; they were read as its holes.`,
  };
}
