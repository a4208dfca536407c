// What a file says of its coordinates, in words or by an EPSG number: a system we read, a datum we refuse, or one that fits no plan.
import type { Crs, RawBoundaries, RefusedDatum } from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';

export interface Statement {
  readonly declared: NonNullable<RawBoundaries['declared']>;
  /** Why a system that is plainly stated cannot be read; its figures must not be guessed at. */
  readonly unfit: Bilingual | null;
}

/** Which figure stands first: a geographic file's and a projected one's. */
export interface Orders {
  readonly geographic: 'lon-lat' | 'lat-lon';
  readonly plane: 'north-east' | 'east-north';
}

/** As all but survey files have it. */
export const eastFirst: Orders = { geographic: 'lon-lat', plane: 'east-north' };

export function stated(words: string, crs: Crs): Statement {
  return { declared: { crs, refused: null, words }, unfit: null };
}

export function refusedDatum(words: string, refused: RefusedDatum): Statement {
  return { declared: { crs: null, refused, words }, unfit: null };
}

/** Said, but in words that name no system: a person chooses. */
export function unclear(words: string): Statement {
  return { declared: { crs: null, refused: null, words }, unfit: null };
}

export function unfit(words: string): Statement {
  const reason = {
    zh: `文件声明的坐标系「${words}」不在可读之列。请转换为 CGCS2000 经纬度或高斯-克吕格 3 度带、6 度带后重新上传。`,
    en: `The file says its system is "${words}", which is not read. Convert it to CGCS2000, geographic or 3- or 6-degree Gauss–Krüger, and upload it again.`,
  };
  return { declared: { crs: null, refused: null, words }, unfit: reason };
}

export function plane(width: 3 | 6, meridian: number, numbered: boolean, order: Orders['plane']): Crs {
  return { kind: 'gauss-kruger', datum: 'cgcs2000', width, meridian, numbered, order };
}

export function meridianOf(width: 3 | 6, zone: number): number {
  return width === 3 ? zone * 3 : zone * 6 - 3;
}

/** Reads "EPSG:4528", "CGCS2000_3_Degree_GK_CM_120E", "2000国家大地坐标系 3度带 带号40", "西安80". */
export function statementOf(words: string, orders: Orders): Statement {
  const text = words.normalize('NFKC').trim();
  const code = /EPSG[^\d]{0,12}(?:[\d.]+::?)?(\d{4,6})\b/i.exec(text)?.[1];
  if (code !== undefined) return epsgStatement(Number(code), words, orders);
  if (/CRS:?84\b/i.test(text)) return stated(words, { kind: 'geographic', datum: 'wgs84', order: orders.geographic });
  const refused = refusedDatumIn(text);
  if (refused) return refusedDatum(words, refused);
  if (/mercator|3857|900913|UTM/i.test(text)) return unfit(words);
  const datum = datumIn(text);
  if (datum === null) return unclear(words);
  if (datum === 'cgcs2000') {
    const crs = planeIn(text, orders.plane);
    if (crs) return stated(words, crs);
  }
  return isPlane(text) ? unclear(words) : stated(words, { kind: 'geographic', datum, order: orders.geographic });
}

export function refusedDatumIn(text: string): RefusedDatum | null {
  if (/(西安|xi'?an)[_ ]?(19)?80|(19)?80年?(国家|西安)|国家(19)?80|^80$/i.test(text)) return 'xian80';
  return /(北京|beijing|peking|pulkovo)[_ ]?(19)?(54|42)|(19)?54年?(国家|北京)|^54$/i.test(text) ? 'beijing54' : null;
}

export function datumIn(text: string): Crs['datum'] | null {
  if (/CGCS[_ ]?2000|China[_ ](Geodetic|2000)|2000年?(中国)?(国家|坐标|大地)|国家2000|^2000$/i.test(text)) return 'cgcs2000';
  if (/WGS[_ -]?(19)?84|WGS_1984/i.test(text)) return 'wgs84';
  if (/GCJ[_ -]?02|火星/i.test(text)) return 'gcj02';
  return /BD[_ -]?09|百度/i.test(text) ? 'bd09' : null;
}

function isPlane(text: string): boolean {
  return /gauss|高斯|_GK_|度带|带号|degree|中央子午线|中央经线/i.test(text);
}

function planeIn(text: string, order: Orders['plane']): Crs | null {
  const meridian = /(?:CM|中央(?:子午线|经线))[_ :：=]*(\d{2,3}(?:\.\d+)?)/i.exec(text)?.[1];
  const zone = /(?:zone|带号)[_ :：=]*(\d{2})\b/i.exec(text)?.[1];
  const width = widthIn(text) ?? (zone === undefined ? null : Number(zone) > 24 ? 3 : 6);
  if (width === null) return null;
  if (meridian !== undefined) return plane(width, Number(meridian), zone !== undefined, order);
  return zone === undefined ? null : plane(width, meridianOf(width, Number(zone)), true, order);
}

function widthIn(text: string): 3 | 6 | null {
  if (/(3|三)[_ -]?(degree|度)/i.test(text)) return 3;
  return /(6|六)[_ -]?(degree|度)/i.test(text) ? 6 : null;
}

function epsgStatement(code: number, words: string, orders: Orders): Statement {
  if (code === 4490 || code === 4480 || code === 4479)
    return stated(words, { kind: 'geographic', datum: 'cgcs2000', order: orders.geographic });
  if (code === 4326 || code === 4979) return stated(words, { kind: 'geographic', datum: 'wgs84', order: orders.geographic });
  const crs = epsgPlane(code, orders.plane);
  if (crs) return stated(words, crs);
  if (code === 4610 || (code >= 2327 && code <= 2390)) return refusedDatum(words, 'xian80');
  const beijing = code === 4214 || (code >= 2401 && code <= 2442) || (code >= 21413 && code <= 21463);
  return beijing ? refusedDatum(words, 'beijing54') : unfit(words);
}

/** EPSG numbers the zones of CGCS2000 in four rows: 6-degree with and without the zone's number, then 3-degree. */
function epsgPlane(code: number, order: Orders['plane']): Crs | null {
  if (code >= 4491 && code <= 4501) return plane(6, 75 + (code - 4491) * 6, true, order);
  if (code >= 4502 && code <= 4512) return plane(6, 75 + (code - 4502) * 6, false, order);
  if (code >= 4513 && code <= 4533) return plane(3, 75 + (code - 4513) * 3, true, order);
  return code >= 4534 && code <= 4554 ? plane(3, 75 + (code - 4534) * 3, false, order) : null;
}

/** The EPSG number of a system of ours; null for a meridian that EPSG has no number for, and for shifted datums. */
export function epsgOf(crs: Crs): number | null {
  if (crs.kind === 'geographic') return crs.datum === 'cgcs2000' ? 4490 : crs.datum === 'wgs84' ? 4326 : null;
  const [step, numbered, bare] = crs.width === 3 ? [3, 4513, 4534] : [6, 4491, 4502];
  const place = (crs.meridian - 75) / step;
  if (!Number.isInteger(place) || place < 0 || place > (crs.width === 3 ? 20 : 10)) return null;
  return (crs.numbered ? numbered : bare) + place;
}
