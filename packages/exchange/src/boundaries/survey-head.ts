// The head of a land survey's 界址点 text, [属性描述]: which system its figures are in, by the survey's own words.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Gathering } from './gathering.ts';
import { datumIn, meridianOf, plane, refusedDatum, refusedDatumIn, type Statement, stated, unclear, unfit } from './statement.ts';

export type SurveyHead = ReadonlyMap<string, { readonly value: string; readonly line: number }>;

/** `zones`: the zones that stand before the eastings of the file; 0 for none. */
export function statementOfHead(head: SurveyHead, zones: readonly number[], gathering: Gathering): Statement | null {
  const said = (key: string) => head.get(key)?.value.normalize('NFKC').trim() ?? '';
  const system = said('坐标系');
  if (head.size === 0 || (system === '' && said('几度分带') === '' && said('带号') === '')) return null;
  const words = wordsOf(head);
  const refused = refusedDatumIn(system);
  if (refused) return refusedDatum(words, refused);
  const datum = datumIn(system);
  const unit = said('计量单位');
  if (unit === '度') return datum === null ? unclear(words) : stated(words, { kind: 'geographic', datum, order: 'lat-lon' });
  if (unit !== '' && !/^(米|m|meter|metre)s?$/i.test(unit)) return unfit(`${words}，计量单位=${unit}`);
  const projection = said('投影类型');
  if (projection !== '' && !/高斯|gauss/i.test(projection)) return unfit(`${words}，投影类型=${projection}`);
  if (datum !== 'cgcs2000') return datum === null && system === '' ? unclear(words) : unfit(words);
  return planeOf(head, { words, width: said('几度分带'), number: said('带号'), zones }, gathering);
}

interface Plane {
  readonly words: string;
  readonly width: string;
  readonly number: string;
  readonly zones: readonly number[];
}

function planeOf(head: SurveyHead, { words, width: said, number, zones }: Plane, gathering: Gathering): Statement {
  const [zone = 0] = zones;
  const figure = /\d+(\.\d+)?/.exec(number)?.[0];
  const width =
    said.startsWith('6') || said.startsWith('六') ? 6 : said.startsWith('3') || said.startsWith('三') ? 3 : widthOf(Number(figure ?? zone));
  if (width === null) return unclear(words);
  // Some programs write the central meridian where the zone's number belongs.
  const meridian = figure === undefined ? null : Number(figure) >= 60 ? Number(figure) : meridianOf(width, Number(figure));
  if (zone > 0 && meridian !== null && meridianOf(width, zone) !== meridian) {
    gathering.problem({ row: head.get('带号')?.line ?? 1, column: '带号', value: number }, zonesDiffer(number, zone));
  }
  if (meridian !== null) return stated(words, plane(width, meridian, zone > 0, 'north-east'));
  return zone > 0 ? stated(words, plane(width, meridianOf(width, zone), true, 'north-east')) : unclear(words);
}

function widthOf(zone: number): 3 | 6 | null {
  if (zone >= 24 && zone <= 45) return 3;
  return zone >= 13 && zone <= 23 ? 6 : null;
}

const keys = ['坐标系', '几度分带', '投影类型', '带号'];

function wordsOf(head: SurveyHead): string {
  return keys.flatMap((key) => (head.get(key)?.value ? [`${key}=${head.get(key)?.value}`] : [])).join('，');
}

function zonesDiffer(said: string, zone: number): Bilingual {
  return {
    zh: `文件头写明带号 ${said}，而 Y 坐标前的带号是 ${zone}。请核对后更正其一。`,
    en: `The head says zone ${said} but the Y figures carry zone ${zone}. Check them and mend one.`,
  };
}
