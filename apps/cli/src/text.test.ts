import { expect, test } from 'vitest';
import { placeCode } from './places.ts';
import { columnsOf, table } from './text.ts';

test('a Chinese letter takes two columns', () => {
  expect(columnsOf('浦江 km²')).toBe(8);
  expect(
    table([
      ['浦江', 'x'],
      ['abc', 'y'],
    ]),
  ).toBe('浦江  x\nabc   y');
});

test('a place is known by its Chinese name', () => {
  expect(placeCode('浦江县')).toBe('330726');
  expect(placeCode('火星')).toBeUndefined();
});
