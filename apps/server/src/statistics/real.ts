// Real figures of public record, taken in at the start: published once for each source, and only where they say something new.
import type { Day } from '@zhenghe/engine/kernel';
import { Decimal, periodEnd } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import { libraryOn } from '../indicators/index.ts';
import type { Database } from '../platform/database.ts';
import { dataText } from '../territory/index.ts';
import { listFigures } from './figures.ts';
import { insertPublished, type NewFigure } from './publish.ts';
import { type RealFigure, ranksCounted, readRanking, readTotals, sourceOf } from './real-files.ts';

/** The library these files were read with: what ships, on a day on which everything that ships is known. */
const readOn: Day = '2026-11-22';

/** Answers the figures written; loading the same files again writes nothing. */
export async function loadRealStatistics(tx: Database, rulebook: Rulebook): Promise<number> {
  const { library } = await libraryOn(tx, rulebook, { dataset: 'real', on: readOn });
  const totals = readTotals(dataText('statistics/province-2020.csv'), library.get);
  const figures = [...totals, ...ranksCounted(readRanking(dataText('statistics/etdz-ranking-2021.csv')))];
  const fresh = await newsOf(tx, figures);
  for (const figure of fresh) await insertPublished(tx, publicationOf(figure));
  return fresh.length;
}

/** Where two lines speak of one figure the first stands: the files say which reading is possible. */
async function newsOf(tx: Database, figures: readonly RealFigure[]): Promise<readonly RealFigure[]> {
  const first = new Map<string, RealFigure>();
  for (const figure of figures) if (!first.has(keyOf(figure))) first.set(keyOf(figure), figure);
  const fresh: RealFigure[] = [];
  for (const figure of first.values()) {
    const { unit, indicator, period, value } = figure;
    const [held] = await listFigures(tx, { dataset: 'real', unit, indicators: [indicator], periods: [period] });
    if (!held?.value || !new Decimal(held.value).equals(value)) fresh.push(figure);
  }
  return fresh;
}

function keyOf({ unit, indicator, period }: RealFigure): string {
  return `${unit} ${indicator} ${period}`;
}

/** The sources tell no day of approval: the end of the period stands for it, and nobody is said to have approved. */
function publicationOf(figure: RealFigure) {
  const { unit, indicator, period, value, note } = figure;
  const own: NewFigure = { unit, jurisdiction: '330000', indicator, period, calibre: null, value, missing: null, explanation: note };
  return { dataset: 'real', source: sourceOf(figure), approvedOn: periodEnd(period), approvedBy: null, figures: [own] } as const;
}
