// Texts that are refused, each with what is wrong with it: KML, GeoJSON, CSV, the land survey's text and DXF.
import type { Feature } from '@zhenghe/engine/boundaries';
import { boundaryLimits } from './limits.ts';
import { editedSurvey, type FaultyFile, fileOf } from './training-file.ts';

export function faultyTexts(features: readonly Feature[]): readonly FaultyFile[] {
  return [...faultyXml(), ...faultyGeoJson(), ...faultyCsv(), ...faultySurveys(features), ...faultyOthers(features)];
}

const placemark = '<Placemark><name>&a;</name></Placemark>';
const textOf = (text: string) => async () => Buffer.from(text);

function faultyXml(): readonly FaultyFile[] {
  const kml = (head: string, body: string) => textOf(`<?xml version="1.0"?>\n${head}\n<kml><Document>${body}</Document></kml>`);
  const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
  const outside = kml('<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>', placemark);
  const inside = kml(`<!DOCTYPE kml [<!ENTITY l0 "ha">${laughs}]>`, '<name>&l9;</name>');
  const files: readonly Omit<FaultyFile, 'ending'>[] = [
    { what: 'an XXE in a KML', zh: 'KML 引用外部文件', says: 'DOCTYPE', bytes: outside, testsOnly: true },
    { what: 'a billion laughs in a KML', zh: 'KML 实体膨胀', says: 'DOCTYPE', bytes: inside, testsOnly: true },
    { what: 'an unknown entity in a KML', zh: 'KML 有未知实体', says: '不是有效的 XML', bytes: kml('', placemark) },
    { what: 'a KML cut short', zh: 'KML 不完整', says: '不是有效的 XML', bytes: textOf('<kml><Document><Placemark>') },
    {
      ...{ what: 'a KML a thousand levels deep', zh: 'KML 嵌套一千层', says: '嵌套' },
      bytes: kml('', '<Folder>'.repeat(1000)),
      testsOnly: true,
    },
    { what: 'an XML that is no KML', zh: '不是 KML 的 XML', says: '不是 KML', bytes: textOf('<gpx><trk/></gpx>') },
  ];
  return files.map((file) => ({ ...file, ending: '.kml' }));
}

function faultyGeoJson(): readonly FaultyFile[] {
  const points = '{"type":"Feature","geometry":{"type":"Point","coordinates":[120,29]}}';
  const deep = `{"type":"Polygon","coordinates":[[${'['.repeat(1e5)}${']'.repeat(1e5)}]]}`;
  const figure = (text: string) => textOf(`{"type":"Polygon","coordinates":[[[120,29],[${text},29],[120.1,29.1],[120,29]]]}`);
  const many = async () => Buffer.from(`[${'[1,2],'.repeat(3_100_000)}[1,2]]`);
  const none = '不是坐标数值';
  const files: readonly Omit<FaultyFile, 'ending'>[] = [
    {
      ...{ what: 'a GeoJSON without features', zh: 'GeoJSON 空图层', says: '空图层' },
      bytes: textOf('{"type":"FeatureCollection","features":[]}'),
    },
    { what: 'a GeoJSON of points only', zh: 'GeoJSON 只有点', says: 'Point × 1', bytes: textOf(points) },
    { what: 'a GeoJSON a hundred thousand lists deep', zh: 'GeoJSON 嵌套十万层', says: none, bytes: textOf(deep), testsOnly: true },
    { what: 'a JSON that is no GeoJSON', zh: '不是 GeoJSON 的 JSON', says: '不是 GeoJSON', bytes: textOf('{"type":"Topology"}') },
    {
      ...{ what: 'a GeoJSON cut short', zh: 'GeoJSON 不完整', says: '不是有效的 JSON' },
      bytes: textOf('{"type":"FeatureCollection","features":[{'),
    },
    { what: 'NaN in a GeoJSON', zh: 'GeoJSON 含 NaN', says: none, bytes: figure('NaN') },
    { what: '1e308 in a GeoJSON', zh: 'GeoJSON 含 1e308', says: none, bytes: figure('1e308') },
    { what: '1e999 in a GeoJSON', zh: 'GeoJSON 含 1e999', says: none, bytes: figure('1e999') },
    { what: 'a text for a figure in a GeoJSON', zh: 'GeoJSON 坐标写成文字', says: none, bytes: figure('"120"') },
    {
      ...{ what: 'more than 2,000,000 vertices in a GeoJSON', zh: 'GeoJSON 顶点过多', says: `${boundaryLimits.vertices}` },
      bytes: many,
      testsOnly: true,
    },
  ];
  return files.map((file) => ({ ...file, ending: '.geojson' }));
}

function faultyCsv(): readonly FaultyFile[] {
  const figure = (text: string) => textOf(`地块编号,x,y\nb1,3252345.1,40512345.2\nb1,${text},40512345.2\nb1,3252395.1,40512375.2\n`);
  const noEncoding = async () => Buffer.concat([Buffer.from('地块编号,x,y\n'), Buffer.from([0xff, 0xff, 0x0a])]);
  const many = async () =>
    Buffer.concat([Buffer.from('地块编号,经度,纬度\n'), Buffer.from('b,120,29\n'.repeat(boundaryLimits.vertices + 1))]);
  const none = '不是坐标数值';
  const files: readonly Omit<FaultyFile, 'ending'>[] = [
    { what: 'a text in no encoding', zh: 'CSV 编码无法辨认', says: 'GB 18030', bytes: noEncoding },
    {
      what: 'a CSV without headings',
      zh: 'CSV 没有表头',
      says: '表头',
      bytes: textOf('J1,3252345.1,40512345.2\nJ2,3252346.1,40512345.2\n'),
    },
    {
      ...{ what: 'a CSV with a quote that never closes', zh: 'CSV 引号没有闭合', says: '引号' },
      bytes: textOf('地块编号,x,y\n"b1,3252345.1,40512345.2\n'),
    },
    { what: 'NaN in a CSV', zh: 'CSV 含 NaN', says: none, bytes: figure('NaN') },
    { what: 'Infinity in a CSV', zh: 'CSV 含 Infinity', says: none, bytes: figure('Infinity') },
    { what: '1e308 in a CSV', zh: 'CSV 含 1e308', says: none, bytes: figure('1e308') },
    { what: 'a blank figure in a CSV', zh: 'CSV 坐标空着', says: none, bytes: figure('') },
    { what: 'more than 2,000,000 vertices', zh: 'CSV 顶点过多', says: `${boundaryLimits.vertices}`, bytes: many, testsOnly: true },
  ];
  return files.map((file) => ({ ...file, ending: '.csv' }));
}

function faultySurveys(features: readonly Feature[]): readonly FaultyFile[] {
  const survey = (edit: (text: string) => string) => () => editedSurvey(features, edit);
  const [first = '', second = ''] = features.map(({ code }) => code);
  const crowded = textOf(`[地块坐标]\n${'0,,,,面,,,,@\n'.repeat(200_002)}`);
  const files: readonly Omit<FaultyFile, 'ending'>[] = [
    {
      ...{ what: 'a survey with a code twice', zh: '界址点编号重复', says: '重复' },
      bytes: survey((text) => text.replace(`,${second},`, `,${first},`)),
    },
    {
      ...{ what: 'a survey whose count of points lies', zh: '界址点点数不符', says: '点' },
      bytes: survey((text) => text.replace(/^J2,.*\r\n/m, '')),
    },
    {
      ...{ what: 'a survey in zone 40 that says 39', zh: '界址点带号写错', says: '带号' },
      bytes: survey((text) => text.replace('带号=40', '带号=39')),
    },
    { what: 'a survey that mixes zones 39 and 40', zh: '界址点混有两个带', says: '混有', bytes: survey(mixed) },
    {
      ...{ what: 'a survey in feet', zh: '界址点以英尺计', says: '计量单位' },
      bytes: survey((text) => text.replace('计量单位=米', '计量单位=英尺')),
    },
    { what: 'more than 200,000 features', zh: '界址点地块过多', says: '要素超过上限', bytes: crowded, testsOnly: true },
  ];
  return files.map((file) => ({ ...file, ending: '.txt' }));
}

/** The eastings of the last block, with the number of the next zone. */
function mixed(text: string): string {
  const at = text.lastIndexOf('@');
  return text.slice(0, at) + text.slice(at).replaceAll(/^(J\d+,\d+,\d+\.\d+),40/gm, '$1,39');
}

function faultyOthers(features: readonly Feature[]): readonly FaultyFile[] {
  const cut = async () => Buffer.from((await fileOf(features, 'dxf')).bytes).subarray(0, -8);
  return [
    { what: 'an empty file', zh: '空文件', ending: '.txt', says: '空的', bytes: async () => new Uint8Array() },
    { what: 'a DXF cut short', zh: 'DXF 不完整', ending: '.dxf', says: 'EOF', bytes: cut },
    { what: 'a DWG', zh: 'DWG', ending: '.dwg', says: 'DXF', bytes: textOf('AC1032\0\0\0\0') },
  ];
}
