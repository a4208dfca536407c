import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPlan, type Plan, planTotals } from './index.ts';
import { aCounty, aRule } from './testing.ts';

const path = new URL('../../../../data/plans/pujiang-2021.json', import.meta.url);
const pujiang = JSON.parse(readFileSync(path, 'utf8')) as Plan;

describe("Pujiang's annex", () => {
  it('has the totals the document prints', () => {
    expect(planTotals(pujiang)).toMatchObject({ before: '33.86', after: '42.20', growth: '8.34', growthPercent: '24.6' });
    expect(planTotals(pujiang).sums.map(({ computed, declared }) => `${computed}=${declared}`)).toEqual([
      '33.86=33.86',
      '28.64=28.64',
      '5.73=5.73',
      '5.72=5.72',
      '2.11=2.11',
      '13.56=13.56',
      '42.20=42.20',
    ]);
  });

  it('holds together and asks for the reason of its growth', () => {
    const { findings } = checkPlan(pujiang, [aRule('growth-explained', {}, 'identity')], aCounty);
    expect(findings.map(({ id, blocking, measured }) => ({ id, blocking, measured }))).toEqual([
      { id: 'growth-explained', blocking: true, measured: '+8.34 km² (+24.6 %)' },
    ]);
  });

  it('shows the later local date', () => {
    const { findings } = checkPlan(pujiang, [aRule('milestone-by', { phase: 'plan', due: '2020-12-31' })], aCounty);
    expect(findings[0]?.message.zh).toContain('晚 181 天');
  });
});
