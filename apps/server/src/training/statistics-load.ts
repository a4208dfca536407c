// Puts the training figures and sheets into the database: what was approved in bulk, what is under way sheet by sheet, and the roster.
import type { Rulebook } from '@zhenghe/rulebook';
import type { Actor } from '../accounts/index.ts';
import type { Database } from '../platform/database.ts';
import { formsOn, insertManyPublished, insertRoster, insertWholeFilings, type Publication, type RosterSpan } from '../statistics/index.ts';
import type { UnitStory } from './acts.ts';
import { daysAfter, trainingDay } from './days.ts';
import { trainingPublications } from './statistics.ts';
import { trainingFilings } from './statistics-filings.ts';
import { type ReportingUnit, reportingUnits, rosterDay } from './statistics-units.ts';
import { figuresOfUnits } from './statistics-values.ts';

const bureau: Actor = {
  card: 'province-statistics',
  unit: { zh: '训练·省统计部门', en: 'Training: provincial bureau of statistics' },
  jurisdiction: '330000',
};

/** Answers the figures and sheets written. */
export async function loadTrainingStatistics(tx: Database, rulebook: Rulebook, stories: readonly UnitStory[]): Promise<number> {
  const units = reportingUnits(stories);
  await insertRoster(tx, 'training', units.map(spanOf), bureau);
  const figures = figuresOfUnits(units);
  const publications = trainingPublications(stories, figures).map(
    ({ on, ...rest }): Publication => ({ ...rest, dataset: 'training', approvedOn: on, approvedBy: bureau.unit }),
  );
  let written = await insertManyPublished(tx, publications);
  const forms = await formsOn(tx, rulebook, { dataset: 'training', on: trainingDay });
  for (const { form: code, period, openedOn, filings } of trainingFilings(figures)) {
    const form = forms.find((one) => one.form.code === code);
    if (!form) throw new Error(`no form ${code} for the training filings`);
    written += await insertWholeFilings(tx, rulebook, { dataset: 'training', form, period, on: openedOn, by: bureau, filings });
  }
  return written;
}

function spanOf({ id, jurisdiction, until }: ReportingUnit): RosterSpan {
  const to = until === null ? null : daysAfter(until, -1);
  return { unit: id, jurisdiction, from: rosterDay, to, reason: until === null ? '训练：自首期入统' : '训练：并入其他开发区，退出统计' };
}
