import { describe, expect, test } from 'vitest';
import { roughDay, roughText } from './rough-day.ts';

describe('a day as papers give it', () => {
  test.each([
    ['2015', '2015'],
    ['2015年', '2015'],
    ['2015年6月', '2015-06'],
    ['２０１５．６', '2015-06'],
    ['2015-6-1', '2015-06-01'],
    ['2015年06月30日', '2015-06-30'],
  ])('%s is %s', (typed, shown) => {
    const day = roughDay(typed);
    expect(day && roughText(day)).toBe(shown);
  });

  test.each(['', '15', '2015-13', '2015-02-30', '约2015', '201506', '0000'])('%s is none', (typed) => expect(roughDay(typed)).toBeNull());
});
