// Opening filings: one for each unit that is asked, with its case. Many at once; a unit that has one is left alone.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Library } from '@zhenghe/engine/indicators';
import { addWorkingDays, type Bilingual, type Day, type Period, periodEnd } from '@zhenghe/engine/kernel';
import { sheetRows } from '@zhenghe/engine/statistics';
import { type Rulebook, workflowFor } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import type { Actor } from '../accounts/index.ts';
import { type CaseHead, officialCalendar, openCases } from '../approvals/index.ts';
import { libraryOn } from '../indicators/index.ts';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import type { LoadedForm } from './forms.ts';
import { type FilingHead, filingId, noun, officeOf } from './record.ts';
import { type AskedUnit, province } from './units.ts';

export interface Opening {
  readonly dataset: Dataset;
  readonly form: LoadedForm;
  readonly period: Period;
  readonly on: Day;
  readonly units: readonly AskedUnit[];
  readonly by: Actor;
}

export interface OpenedFiling {
  readonly head: FilingHead;
  readonly case: CaseHead;
}

/** Answers those that are new, with their cases. */
export async function openFilings(tx: Database, rulebook: Rulebook, opening: Opening): Promise<readonly OpenedFiling[]> {
  const opened = await insertOpened(tx, rulebook, opening);
  await openCases(
    tx,
    opened.map((one) => ({ head: one.case, actions: [] })),
  );
  return opened;
}

/** The rows without their cases, for whoever brings cases with their record. */
export async function insertOpened(tx: Database, rulebook: Rulebook, opening: Opening): Promise<readonly OpenedFiling[]> {
  const { dataset, form, period, on } = opening;
  const { library } = await libraryOn(tx, rulebook, { dataset, on });
  const due = addWorkingDays(officialCalendar, periodEnd(period), form.form.dueDays);
  await insertAsked(tx, opening, due);
  const heads = headsOf(opening, due, library);
  const fresh = await insertHeads(tx, heads);
  const nameOf = await placeNames(tx);
  return heads.filter(({ id }) => fresh.has(id)).map((head) => ({ head, case: caseOf(rulebook, opening, { head, nameOf }) }));
}

function headsOf({ dataset, form, period, on, units }: Opening, due: Day, library: Library): readonly FilingHead[] {
  const { code, audience } = form.form;
  const asked = sheetRows(form.form, library).filter(({ computed }) => !computed).length;
  return units.map(({ unit, name, jurisdiction }) => {
    const key = { dataset, form: code, unit, period };
    const office = officeOf(audience, { unit, jurisdiction });
    const counts = { asked, filled: 0, open: 0, changed: false };
    return { ...key, id: filingId(key), formSha256: form.sha256, name, jurisdiction, office, openedOn: on, due, ...counts };
  });
}

async function insertAsked(tx: Database, { dataset, form, period, on, by }: Opening, due: Day): Promise<void> {
  await sql`
    insert into statistics_forms (sha256, code, version, body)
    values (${form.sha256}, ${form.form.code}, ${form.version}, ${JSON.stringify(form.form)}::jsonb)
    on conflict (sha256) do nothing`.execute(tx);
  await sql`
    insert into statistics_periods (dataset, form, period, opened_on, due, recorded_by)
    values (${dataset}, ${form.form.code}, ${period}, ${on}::date, ${due}::date, ${JSON.stringify(by)}::jsonb)
    on conflict (dataset, form, period) do nothing`.execute(tx);
}

async function insertHeads(tx: Database, heads: readonly FilingHead[]): Promise<ReadonlySet<string>> {
  if (heads.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into statistics_filings (id, dataset, form, form_sha256, period, unit, name, jurisdiction, office, opened_on, due, asked)
    select id, dataset, form, "formSha256", period, unit, name, jurisdiction, office, "openedOn", due, asked
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as t (id text, dataset text, form text, "formSha256" text, period text,
      unit text, name text, jurisdiction text, office text, "openedOn" date, due date, asked int)
    on conflict (dataset, form, period, unit) do nothing returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

type NameOf = (code: string) => Bilingual;

async function placeNames(db: Database): Promise<NameOf> {
  const places = new Map((await listJurisdictions(db)).map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]));
  return (code) => places.get(code) ?? (code === '330000' ? province : { zh: code, en: code });
}

function caseOf(
  rulebook: Rulebook,
  { dataset, form, on }: Opening,
  { head, nameOf }: { readonly head: FilingHead; readonly nameOf: NameOf },
): CaseHead {
  const { id, jurisdiction, office, due } = head;
  const zones = form.form.audience === 'zones';
  const name = zones ? { zh: head.name, en: head.name } : joined(nameOf(jurisdiction));
  const asked = { jurisdiction, on, draftBy: due, drafter: { id: office, name }, nameOf };
  const workflow = workflowFor(rulebook, { ...asked, noun: zones ? noun : 'statistics-place' });
  if (!workflow) throw new Error(`no workflow for filings of ${jurisdiction} on ${on}`);
  return { noun, id, dataset, jurisdiction, openedOn: on, workflow };
}

function joined({ zh, en }: Bilingual): Bilingual {
  return { zh: `${zh}统计局`, en: `${en}, bureau of statistics` };
}
