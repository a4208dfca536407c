import { expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';
import { dataText, readJurisdictions } from './files.ts';
import { englishPlaceName, plain, searchTextOf } from './spelling.ts';

test('the province has 11 cities and 90 counties, every county in a city of the list', () => {
  const all = readJurisdictions();
  const level = (name: string) => all.filter((one) => one.level === name);
  expect([level('province').length, level('city').length, level('county').length]).toEqual([1, 11, 90]);
  const codes = new Set(all.map((one) => one.code));
  expect(all.filter((one) => one.parent !== null && !codes.has(one.parent))).toEqual([]);
});

test('26 mountain counties and 6 island counties are marked', () => {
  const all = readJurisdictions();
  expect(all.filter((one) => one.mountain26)).toHaveLength(26);
  expect(all.filter((one) => one.island)).toHaveLength(6);
});

test('临平, 钱塘 and 龙港 are points without an outline, and every other county has one', () => {
  const outlines = JSON.parse(dataText('territory/counties.geojson')) as { features: { properties: { code: string | null } }[] };
  const drawn = new Set(outlines.features.flatMap(({ properties }) => properties.code ?? []));
  const counties = readJurisdictions().filter((one) => one.level === 'county');
  expect(counties.filter((one) => !one.outlined).map((one) => one.name)).toEqual(['临平区', '钱塘区', '龙港市']);
  expect(counties.filter((one) => one.outlined !== drawn.has(one.code))).toEqual([]);
});

test('names with odd readings are spelled as people there say them', () => {
  const spelled = [
    '丽水市',
    '台州市',
    '鄞州区',
    '衢州市',
    '嵊州市',
    '岱山县',
    '缙云县',
    '莲都区',
    '乐清市',
    '瑞安市',
    '景宁畲族自治县',
    '浙江省',
  ].map(englishPlaceName);
  expect(spelled).toEqual([
    'Lishui City',
    'Taizhou City',
    'Yinzhou District',
    'Quzhou City',
    'Shengzhou City',
    'Daishan County',
    'Jinyun County',
    'Liandu District',
    'Yueqing City',
    "Rui'an City",
    'Jingning She Autonomous County',
    'Zhejiang Province',
  ]);
});

test('search text holds the name, its pinyin and its initials', () => {
  const text = searchTextOf(['浙江乐清经济开发区']);
  for (const query of ['乐清', 'yueqing', 'zjyqjjkfq', 'Yue Qing']) expect(text).toContain(plain(query));
});

test('CSV with quotes, commas and empty cells survives a round trip', () => {
  const rows = [
    { a: '1', b: 'x, "y"' },
    { a: '', b: '多' },
  ];
  expect(readCsv(writeCsv(['a', 'b'], rows))).toEqual(rows);
});
