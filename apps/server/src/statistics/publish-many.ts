// Publishing in bulk, as the training province is loaded: many publications in one go, each with its own number, and their figures written
// unit by unit. What a later one of them corrects is marked at once; figures held before are not looked for.
import type { Dataset } from '@zhenghe/contract/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { insertPublication, type NewFigure, nextNumber, type Publication } from './publish.ts';

interface Row {
  readonly figure: NewFigure;
  readonly dataset: Dataset;
  readonly publication: number;
  replacedIn: number | null;
}

/** Rows of one statement. */
const atOnce = 20_000;

/** Answers the figures written. None of them may stand already: a key that does is refused by the database. */
export async function insertManyPublished(tx: Database, publications: readonly Publication[]): Promise<number> {
  const units = new Map<string, Row[]>();
  for (const publication of publications) {
    const number = await nextNumber(tx, publication.dataset);
    await insertPublication(tx, publication, number);
    for (const figure of publication.figures) {
      const row: Row = { figure, dataset: publication.dataset, publication: number, replacedIn: null };
      const held = units.get(figure.unit);
      if (held) held.push(row);
      else units.set(figure.unit, [row]);
    }
  }
  // Unit by unit, as the table's key begins: neighbours in the index are written together.
  const rows = [...units].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, held]) => withReplaced(held));
  for (let from = 0; from < rows.length; from += atOnce) await insertRows(tx, rows.slice(from, from + atOnce));
  // The planner knows nothing of rows of this transaction, and would read all of them for each approval that follows in it.
  await sql`analyze statistics_figures`.execute(tx);
  return rows.length;
}

/** Rows of one unit, oldest first, each told what replaced it. */
function withReplaced(rows: readonly Row[]): readonly Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const { indicator, period, calibre } = row.figure;
    const key = `${row.dataset} ${indicator} ${period} ${calibre ?? ''}`;
    const before = newest.get(key);
    if (before) before.replacedIn = row.publication;
    newest.set(key, row);
  }
  return rows;
}

async function insertRows(tx: Database, rows: readonly Row[]): Promise<void> {
  const of = <K extends keyof NewFigure>(field: K): NewFigure[K][] => rows.map(({ figure }) => figure[field]);
  const datasets = rows.map(({ dataset }) => dataset);
  const [numbers, replaced] = [rows.map(({ publication }) => publication), rows.map(({ replacedIn }) => replacedIn)];
  await sql`
    insert into statistics_figures (dataset, unit, jurisdiction, indicator, period, calibre, publication, value, missing, explanation,
      replaced_in)
    select dataset, unit, jurisdiction, indicator, period, coalesce(calibre, ''), publication, value, missing, explanation, replaced_in
    from unnest(${datasets}::text[], ${of('unit')}::text[], ${of('jurisdiction')}::text[], ${of('indicator')}::text[],
      ${of('period')}::text[], ${of('calibre')}::text[], ${numbers}::bigint[], ${of('value')}::numeric[], ${of('missing')}::text[],
      ${of('explanation')}::text[], ${replaced}::bigint[])
      as t (dataset, unit, jurisdiction, indicator, period, calibre, publication, value, missing, explanation, replaced_in)`.execute(tx);
}
