// What was asked, line by line, for the head of a file; both languages.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { PivotInput } from './answer.ts';

interface Line {
  readonly title: Bilingual;
  readonly value: Bilingual;
}

const rows: Readonly<Record<PivotInput['rows'], Bilingual>> = {
  unit: { zh: '按开发区', en: 'by zone' },
  county: { zh: '按县（市、区）', en: 'by county' },
  city: { zh: '按设区市', en: 'by city' },
  type: { zh: '按类型', en: 'by type' },
  grade: { zh: '按级别', en: 'by grade' },
  all: { zh: '合计', en: 'the whole' },
};
const asThen: Bilingual = { zh: '各期当时的开发区', en: 'zones as they were in each period' };
const asToday: Bilingual = { zh: '按今天的开发区换算', en: 'carried to the zones of today' };
const growths: Readonly<Record<PivotInput['growth'], Bilingual>> = {
  none: { zh: '原值', en: 'figures' },
  previous: { zh: '环比增长', en: 'change against the period before' },
  year: { zh: '同比增长', en: 'change against the year before' },
};

const same = (text: string): Bilingual => ({ zh: text, en: text });

export function askedLines({ rows: by, map, growth, place, tag, units }: PivotInput): readonly Line[] {
  return [
    { title: { zh: '行', en: 'Rows' }, value: rows[by] },
    { title: { zh: '地图', en: 'Map' }, value: map === 'today' ? asToday : asThen },
    { title: { zh: '数值', en: 'Values' }, value: growths[growth] },
    { title: { zh: '范围', en: 'Within' }, value: same(place) },
    ...(tag === undefined ? [] : [{ title: { zh: '标签', en: 'Tag' }, value: same(tag) }]),
    ...(units.length === 0 ? [] : [{ title: { zh: '单位', en: 'Zones' }, value: same(units.join(', ')) }]),
  ];
}

/** The view as our own page opens it again. */
export function addressOf({ indicators, types, units, subtotals, ...asked }: PivotInput): string {
  const query = new URLSearchParams();
  const all = { ...asked, indicators: indicators.join(','), types: types.join(','), units: units.join(','), subtotals };
  for (const [key, value] of Object.entries(all)) if (value !== undefined && value !== '') query.set(key, value);
  return `/explorer?${query.toString()}`;
}
