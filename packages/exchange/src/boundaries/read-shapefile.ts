// A zipped Shapefile, one or several layers: polygons with their attributes, and what the .prj says. A set with a part missing is refused.
import type { RawFeature } from '@zhenghe/engine/boundaries';
import type { Unreadable } from '../kernel/index.ts';
import { readDbf } from './dbf.ts';
import type { Gathering } from './gathering.ts';
import type { Pace } from './pace.ts';
import { readShp, shapeKind } from './shp.ts';
import { addUp, type ReadRaw, setAttribute } from './source.ts';
import type { Statement } from './statement.ts';
import { decoded, encodingOf, utf8 } from './text.ts';
import { statementOfWkt } from './wkt.ts';

export const shapefileParts = /\.(shp|shx|dbf|prj|cpg)$/i;

interface Layer {
  readonly name: string;
  readonly parts: ReadonlyMap<string, Buffer>;
}

interface LayerRead {
  readonly statement: Statement | null;
  readonly encoding: string;
  readonly features: readonly RawFeature[];
}

export async function readShapefile(
  parts: ReadonlyMap<string, Buffer>,
  { gathering, pace }: { readonly gathering: Gathering; readonly pace: Pace },
): Promise<ReadRaw | Unreadable> {
  const leftOut = new Map<string, number>();
  const layers = layersOf(parts).filter((layer) => isWhole(layer, { gathering, leftOut }));
  const read: LayerRead[] = [];
  let before = 0;
  for (const layer of layers) {
    const one = await readLayer(layer, { gathering, pace, before, named: layers.length > 1 });
    if (!one) continue;
    read.push(one);
    before += one.features.length;
  }
  const statement = oneStatement(layers, read, gathering);
  const encodings = [...new Set(read.map(({ encoding }) => encoding))];
  return {
    ...{ ok: true, format: 'shapefile', encoding: encodings.join(', ') || null, statement, leftOut },
    features: read.flatMap(({ features }) => features),
  };
}

function layersOf(parts: ReadonlyMap<string, Buffer>): readonly Layer[] {
  const layers = new Map<string, { name: string; parts: Map<string, Buffer> }>();
  for (const [path, bytes] of parts) {
    const ending = shapefileParts.exec(path)?.[1]?.toLowerCase();
    if (!ending || /(^|\/)(__MACOSX\/|\._)/.test(path)) continue;
    const name = path.slice(0, -4);
    const layer = layers.get(name.toLowerCase()) ?? { name, parts: new Map<string, Buffer>() };
    layer.parts.set(ending, bytes);
    layers.set(name.toLowerCase(), layer);
  }
  return [...layers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether it is a layer of polygons with all three of its parts. */
function isWhole(layer: Layer, { gathering, leftOut }: { readonly gathering: Gathering; readonly leftOut: Map<string, number> }): boolean {
  const missing = ['shp', 'shx', 'dbf'].filter((ending) => !layer.parts.has(ending));
  for (const ending of missing) {
    gathering.problem(
      { part: layer.name },
      {
        zh: `缺少 ${layer.name}.${ending}。Shapefile 的 .shp、.shx、.dbf 必须一起打包。`,
        en: `${layer.name}.${ending} is missing. The .shp, .shx and .dbf of a Shapefile must be packed together.`,
      },
    );
  }
  const shp = layer.parts.get('shp');
  if (missing.length > 0 || !shp) return false;
  const kind = shapeKind(shp) ?? 'Polygon';
  if (kind === 'Polygon') return true;
  addUp(leftOut, kind);
  return false;
}

async function readLayer(
  { name, parts }: Layer,
  context: { readonly gathering: Gathering; readonly pace: Pace; readonly before: number; readonly named: boolean },
): Promise<LayerRead | null> {
  const { gathering, pace, before } = context;
  const [shp, shx, dbf] = [parts.get('shp'), parts.get('shx'), parts.get('dbf')];
  if (!shp || !shx || !dbf) return null;
  const records = await readShp({ shp, shx, part: name }, gathering, pace);
  const cpg = parts.get('cpg');
  const table = readDbf({ dbf, cpg: cpg ? decoded(cpg.subarray(0, 100), utf8) : null, part: name }, gathering);
  if (!table || gathering.full()) return null;
  const listed = Math.floor((shx.length - 100) / 8);
  if (table.count !== listed) {
    gathering.problem(
      { part: name, value: `${listed} ≠ ${table.count}` },
      {
        zh: '.shp 的图形数与 .dbf 的记录数不同，两者不是一套。',
        en: 'The .shp and the .dbf hold different numbers of records; they do not belong together.',
      },
    );
    return null;
  }
  const features: RawFeature[] = [];
  for (const [index, rings] of records.entries()) {
    const values = table.record(index);
    if (!values) {
      gathering.often(`deleted ${name}`, index + 1, deleted);
      continue;
    }
    const attributes: Record<string, string> = {};
    if (context.named) setAttribute(attributes, gathering, ['图层', name]);
    for (const [at, value] of values.entries()) setAttribute(attributes, gathering, [table.fields[at] ?? '', value]);
    if (!gathering.feature()) return null;
    features.push({ rings, attributes, at: before + index + 1 });
    if (pace.due()) await pace.rest(0.8 + (0.2 * index) / records.length);
  }
  return { statement: statementIn(parts.get('prj')), encoding: table.encoding.name, features };
}

function statementIn(prj: Buffer | undefined): Statement | null {
  if (!prj) return null;
  const encoding = encodingOf(prj);
  const text = encoding ? decoded(prj, encoding).trim() : '';
  return text === '' ? null : statementOfWkt(text);
}

/** Layers of one file are one drawing: what they say of their coordinates must be one and the same. */
function oneStatement(layers: readonly Layer[], read: readonly LayerRead[], gathering: Gathering): Statement | null {
  const words = [...new Set(read.map(({ statement }) => statement?.declared.words ?? '（无 .prj）'))];
  if (words.length > 1) {
    gathering.problem(
      { part: layers.map(({ name }) => name).join(', '), value: words.join(' ≠ ') },
      {
        zh: '各图层声明的坐标系不同。请统一后重新打包，或分别上传。',
        en: 'The layers state different coordinate systems. Convert them to one, or upload them one by one.',
      },
    );
  }
  return read[0]?.statement ?? null;
}

function deleted(count: number) {
  return { zh: `${count} 条记录已标记删除，未读。`, en: `${count} records are marked as deleted and were left out.` };
}
