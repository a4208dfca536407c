import { Decimal, sumOf } from '@zhenghe/engine/kernel';
import { actProblems, aliveOn } from '@zhenghe/engine/zones';
import { loadPacks } from '@zhenghe/rulebook';
import { expect, test } from 'vitest';
import { dataText, readCsv } from '../territory/index.ts';
import { controlFigures } from './meter.ts';
import { readRealZones } from './real.ts';
import type { ZoneRecord } from './record.ts';
import { spansOf } from './spans.ts';

const { zones, acts } = readRealZones();
const named = (name: string): ZoneRecord => zones.find((zone) => zone.names.some(({ value }) => value === name)) ?? expect.fail(name);

test('91 zones with a source and a confidence each; 22 are national 经开区', () => {
  expect(zones).toHaveLength(91);
  expect(new Set(zones.map((zone) => zone.id)).size).toBe(91);
  expect(zones.filter((zone) => !zone.source || !zone.confidence)).toEqual([]);
  expect(readCsv(dataText('zones/zones.csv')).filter((row) => row.national_22 === '1')).toHaveLength(22);
});

test('the 33 plans of 2020-10-12 are 4+6+1+2+5+3+3+2+4+3 and point to zones of the register', () => {
  const plans = readCsv(dataText('plans-33.csv'));
  const cities = [...new Set(plans.map((plan) => plan.city))];
  expect(cities.map((city) => plans.filter((plan) => plan.city === city).length)).toEqual([4, 6, 1, 2, 5, 3, 3, 2, 4, 3]);
  for (const plan of plans) expect(named(plan.name ?? '').id).toBe(plan.zone);
});

test('blocks add up to their zone: 鹿城 18.24, 遂昌 13.50, 常山 22.32', () => {
  const sum = (name: string): string => sumOf(named(name).blocks.map((block) => String(block.areaKm2))).toFixed(2);
  expect([sum('浙江鹿城经济开发区'), sum('浙江遂昌经济开发区'), sum('浙江常山经济开发区')]).toEqual(['18.24', '13.50', '22.32']);
});

test('平阳 keeps each of its areas with its document, and the list shows the newest approved one', () => {
  const zone = named('浙江平阳经济开发区');
  expect(zone.areas.map((area) => area.areaKm2)).toEqual(['9.68', '8.28', '6.06', '52.08', '96.5', '5.47']);
  // The papers give years only; nothing is printed more exactly than that.
  expect(new Set(zone.areas.map((area) => area.fromPrecision))).toEqual(new Set(['year']));
  const shown = (day: string) => spansOf(zone).findLast((span) => span.from <= day);
  expect([shown('2000-01-01')?.area, shown('2015-01-01')?.area, shown('2020-01-01')?.area]).toEqual(['9.68', '8.28', '5.47']);
});

test('a newer figure that is missing was passed over for an older one of the same calibre', () => {
  const zone = named('浙江平阳经济开发区');
  const document = '训练文件（虚构）';
  const areas: ZoneRecord['areas'] = [
    { calibre: 'approved', areaKm2: '5.00', from: zone.from, document },
    { calibre: 'planned', areaKm2: '7.00', from: zone.from, document },
    { calibre: 'approved', areaKm2: { missing: 'secret' }, from: '2020-01-01', document },
  ];
  const shown = (day: string) => spansOf({ ...zone, areas }).findLast((span) => span.from <= day)?.area;
  expect([shown('2019-12-31'), shown('2020-01-01')]).toEqual(['5.00', '7.00']);
});

test('衢州智造新城 has its four boundaries as four texts', () => {
  expect(named('衢州智造新城').blocks[0]).toMatchObject({ east: '下山溪', south: '315省道', west: '江山江东岸线', north: '沪昆铁路' });
});

test('钱塘新区 holds three national plates beside its own, before and after the renaming of 2025', () => {
  const plates = (day: string) => spansOf(named('杭州钱塘新区')).findLast((span) => span.from <= day)?.plates;
  expect([plates('2020-01-01'), plates('2026-01-01')]).toEqual([4, 4]);
});

test('every act is complete and every party is in the register', () => {
  expect(acts.flatMap(actProblems)).toEqual([]);
  const ids = new Set(zones.map((zone) => zone.id));
  expect(acts.flatMap((act) => [...act.from, ...act.to]).filter((id) => !ids.has(id))).toEqual([]);
  const lives = zones.map((zone) => ({ id: zone.id, from: zone.from }));
  expect(aliveOn(lives, acts, '2026-11-22')).toEqual(zones.filter((zone) => zone.to === null).map((zone) => zone.id));
});

test('spans of a zone follow one another without gap or overlap, and only the last ends with it', () => {
  for (const zone of zones) {
    const spans = spansOf(zone);
    expect(spans[0]?.from).toBe(zone.from);
    for (const [index, span] of spans.entries()) {
      expect(span.to).toBe(spans[index + 1]?.from ?? zone.to);
      expect(span.ends).toBe(index === spans.length - 1 && zone.to !== null);
    }
  }
});

test('base, cap and date of total control come from the rulebook with their clauses', () => {
  expect(controlFigures(loadPacks())).toEqual({
    base: { count: 1010, on: '2019-12-31', clause: { pack: 'zj-2020-guidance', clause: 'S2-二(一)' } },
    cap: { count: 150, by: '2021-12-31', clause: { pack: 'zj-2020-guidance', clause: 'S2-二(二)整合优化' } },
  });
  expect(new Decimal(150).minus(1010).div(1010).times(100).toFixed(1)).toBe('-85.1');
});
