// A goal said as growth without a base year (浦江: +15 % a year, doubled by 2025): what it comes to from the document's own year, and from
// the year before it. Neither is the document's word, and both are shown.
import { type Bilingual, Decimal } from '@zhenghe/engine/kernel';
import { compounded, yearlyGrowth } from '@zhenghe/engine/targets';
import type { Line } from './lines.ts';

/** Null for a goal that is no growth. */
export function growthWords({ head, target }: Line): Bilingual | null {
  if (target.grows === undefined) return null;
  const year = Number(head.appliesFrom.slice(0, 4));
  const ways = [year, year - 1].flatMap((from) => {
    const years = Number(target.goal.year) - from;
    const value = comesTo(target, years);
    return value === null ? [] : [{ from, years, value }];
  });
  if (ways.length === 0) return null;
  const said = (zh: string, en: string): Bilingual => ({ zh: `${zh}（推算）`, en: `${en} (reckoned)` });
  if (target.grows === 'yearly') {
    return said(
      ways.map(({ from, years, value }) => `从 ${from} 年末起 ${years} 年，共为 ${value} 倍`).join('；'),
      ways.map(({ from, years, value }) => `${years} years from the end of ${from}: ×${value}`).join('; '),
    );
  }
  return said(
    ways.map(({ from, years, value }) => `从 ${from} 年末起 ${years} 年，每年须增 ${value} %`).join('；'),
    ways.map(({ from, years, value }) => `${years} years from the end of ${from}: +${value} % a year`).join('; '),
  );
}

function comesTo({ grows, goal }: Line['target'], years: number): string | null {
  const value = new Decimal(goal.value);
  if (years <= 0) return null;
  if (grows === 'yearly') return compounded(value, years)?.toFixed(3) ?? null;
  return yearlyGrowth(value, new Decimal(years))?.toFixed(2) ?? null;
}
