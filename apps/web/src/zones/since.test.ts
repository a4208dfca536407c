import { expect, it } from 'vitest';
import { sinceText } from './since.ts';

it('shows a first day no more exactly than it is known', () => {
  const onRecord = (day: string) => `by ${day}`;
  expect(sinceText({ from: '1994-08-01', fromPrecision: 'day' }, onRecord)).toBe('1994-08-01');
  expect(sinceText({ from: '1994-08-01', fromPrecision: 'month' }, onRecord)).toBe('1994-08');
  expect(sinceText({ from: '1994-01-01', fromPrecision: 'year' }, onRecord)).toBe('1994');
  expect(sinceText({ from: '2020-10-12', fromPrecision: 'on-record' }, onRecord)).toBe('by 2020-10-12');
});
