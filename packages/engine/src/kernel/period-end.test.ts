import { expect, it } from 'vitest';
import { periodEnd } from './period.ts';

it('ends every period on its last day, the last ones that can be written too', () => {
  expect(['2021', '2021-H1', '2021-Q3', '2021-12', '2020-02', '2100-02'].map(periodEnd)).toEqual([
    ...['2021-12-31', '2021-06-30', '2021-09-30', '2021-12-31', '2020-02-29', '2100-02-28'],
  ]);
  expect(['9999', '9999-H2', '9999-Q4', '9999-12'].map(periodEnd)).toEqual(Array(4).fill('9999-12-31'));
});
