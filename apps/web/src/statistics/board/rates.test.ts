import { expect, it } from 'vitest';
import { courseOption, shareOf } from './rates.ts';

const rates = (period: string, due: number, late: number, complete: number) => ({ period, due, late, complete, submitted: 0, approved: 0 });

it('says nothing of a period in which nobody was asked', () => {
  expect(shareOf(0, 0)).toBeNull();
  expect(shareOf(1, 3)).toBe('33.3 %');
});

it('draws the oldest period at the left, with a gap where nobody was asked', () => {
  const option = courseOption([rates('2021-05', 4, 1, 4), rates('2021-04', 0, 0, 0), rates('2021-03', 8, 2, 6)], {
    late: 'late',
    complete: 'complete',
    name: (period) => period,
  });
  expect(option.series).toMatchObject([
    { name: 'late', data: [25, null, 25] },
    { name: 'complete', data: [75, null, 100] },
  ]);
});
