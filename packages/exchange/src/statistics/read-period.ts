// A reporting period as people write it: 2021-05, 2021年5月, 2021Q1, 2021年一季度, 2021年上半年, 2021. What may be two periods is refused.
import { type Bilingual, isPeriod, type Period } from '@zhenghe/engine/kernel';
import { type RawCell, type Reading, read, refuse } from '../kernel/index.ts';

const numerals = '一二三四';

export function readPeriod(raw: RawCell): Reading<Period> {
  if (raw.kind === 'day') return ofDay(raw.text);
  if (raw.kind === 'number' && !/^\d{4}$/.test(raw.text)) return /^\d{6}$/.test(raw.text) ? ofText(raw.text) : refuse(fraction);
  return raw.kind === 'text' || raw.kind === 'number' ? ofText(raw.text) : refuse(noPeriod(raw.text));
}

/** Excel turns 2021-05 into the first of May. */
function ofDay(day: string): Reading<Period> {
  const month = day.slice(0, 7);
  return day.endsWith('-01') ? read(month, [asRead(month)]) : refuse(noPeriod(day));
}

function ofText(typed: string): Reading<Period> {
  const plain = typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  if (isPeriod(plain)) return read(plain);
  const [, year = '', rest = ''] = /^(\d{4})(?:年|[-./])?(.*)$/.exec(plain) ?? [];
  const found = year === '' ? null : inYear(year, rest);
  return found !== null && isPeriod(found) ? read(found, [asRead(found)]) : refuse(noPeriod(typed));
}

function inYear(year: string, rest: string): Period | null {
  if (rest === '' || rest === '度' || rest === '全年') return year;
  const half = /^(?:H([12])|(上|下)半年)$/.exec(rest);
  if (half) return `${year}-H${half[1] ?? (half[2] === '上' ? 1 : 2)}`;
  const quarter = /^(?:Q([1-4])|第?([一二三四1-4])季度?)$/.exec(rest);
  if (quarter)
    return `${year}-Q${quarter[1] ?? (numerals.includes(quarter[2] ?? '') ? numerals.indexOf(quarter[2] ?? '') + 1 : quarter[2])}`;
  const month = /^(\d{1,2})月?(?:份)?$/.exec(rest);
  return month ? `${year}-${(month[1] ?? '').padStart(2, '0')}` : null;
}

const asRead = (period: string): Bilingual => ({ zh: `读作 ${period}。`, en: `Read as ${period}.` });
const noPeriod = (text: string): Bilingual => ({
  zh: `「${text.slice(0, 40)}」不是报告期。请写成 2021-05、2021-Q1、2021-H1 或 2021。`,
  en: `"${text.slice(0, 40)}" is no period. Write 2021-05, 2021-Q1, 2021-H1 or 2021.`,
});
const fraction: Bilingual = {
  zh: '是带小数的数，分不清月份（2021.1 还是 2021.10）。请写成 2021-10。',
  en: 'A number with a fraction does not tell the month (2021.1 or 2021.10). Write 2021-10.',
};
