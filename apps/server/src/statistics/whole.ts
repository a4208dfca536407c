// Whole filings at once: with their cells, the version handed in and the case's record, as the training province has them; and taking all
// training statistics away again.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Action } from '@zhenghe/engine/approvals';
import { type Day, isMissing } from '@zhenghe/engine/kernel';
import { computeCells, type SheetCell } from '@zhenghe/engine/statistics';
import { hashOf, type Rulebook } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import type { Actor } from '../accounts/index.ts';
import { openCases } from '../approvals/index.ts';
import type { Database } from '../platform/database.ts';
import { askedOf, checkedSheet } from './checking.ts';
import { frozenCells } from './frozen.ts';
import { insertOpened, type OpenedFiling, type Opening } from './open.ts';
import type { FrozenCell } from './record.ts';
import { filingDecided } from './subject.ts';
import type { AskedUnit } from './units.ts';

export interface WholeAction extends Omit<Action, 'version' | 'hand'> {
  readonly actor: Actor;
}

export interface WholeFiling extends AskedUnit {
  /** As filed; computed rows are computed here. */
  readonly cells: readonly SheetCell[];
  readonly by: Actor;
  /** In order; empty for a sheet that is still being filled. One version is handed in: one `submit`. An approval publishes. */
  readonly actions: readonly WholeAction[];
}

export interface WholePeriod extends Omit<Opening, 'units'> {
  readonly filings: readonly WholeFiling[];
}

interface Made {
  readonly opened: OpenedFiling;
  readonly filing: WholeFiling;
  readonly content: readonly FrozenCell[];
  readonly filled: number;
  readonly open: number;
}

/** Answers how many are new. Folds each record first: one that could not have happened is not written. */
export async function insertWholeFilings(tx: Database, rulebook: Rulebook, { filings, ...opening }: WholePeriod): Promise<number> {
  const byUnit = new Map(filings.map((filing) => [filing.unit, filing]));
  const opened = await insertOpened(tx, rulebook, { ...opening, units: filings });
  const made: Made[] = [];
  for (const one of opened) {
    const filing = byUnit.get(one.head.unit);
    if (filing) made.push(await madeOf(tx, rulebook, one, filing));
  }
  await insertCells(tx, made);
  await insertVersions(tx, made);
  await saveAllCounts(tx, made);
  await openCases(
    tx,
    made.map(({ opened: { case: head }, filing, content }) => ({
      head,
      actions: filing.actions.map((act) => ({ ...act, version: 1, sha256: hashOf(content) })),
    })),
  );
  await publishApproved(tx, made);
  return made.length;
}

const noPast = { history: new Map(), peers: new Map() };

async function madeOf(tx: Database, rulebook: Rulebook, opened: OpenedFiling, filing: WholeFiling): Promise<Made> {
  const asked = await askedOf(tx, rulebook, opened.head);
  const byKey = new Map(filing.cells.map((cell) => [cell.key, cell]));
  const filed = asked.rows.filter(({ computed }) => !computed).map(({ key }) => byKey.get(key) ?? { key, value: null, explanation: null });
  const computed = new Map(computeCells(asked.form, asked.library, filed).map(({ key, value }) => [key, value]));
  const { filled, open } = checkedSheet(asked, filed, { ...noPast, period: opened.head.period });
  return { opened, filing, content: frozenCells(asked.rows, filed, computed), filled, open };
}

function handedOn({ filing }: Made): Day | null {
  return filing.actions.find(({ kind }) => kind === 'submit')?.on ?? null;
}

async function insertCells(tx: Database, made: readonly Made[]): Promise<void> {
  const rows = made.flatMap(({ opened, filing, content }) =>
    content
      .filter(({ computed, value, explanation }) => !computed && (value !== null || explanation !== null))
      .map(({ key, value, explanation }) => ({
        ...{ filing: opened.head.id, key, explanation, by: filing.by },
        value: isMissing(value) ? null : value,
        missing: isMissing(value) ? value.missing : null,
      })),
  );
  await sql`
    insert into statistics_cells (filing, key, value, missing, explanation, revision, changed_by)
    select filing, key, value, missing, explanation, 1, by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (filing text, key text, value numeric, missing text, explanation text,
      by jsonb)`.execute(tx);
}

async function insertVersions(tx: Database, made: readonly Made[]): Promise<void> {
  const rows = made
    .filter((one) => handedOn(one) !== null)
    .map((one) => {
      const { opened, filing, content } = one;
      return { filing: opened.head.id, dataset: opened.head.dataset, content, sha256: hashOf(content), on: handedOn(one), by: filing.by };
    });
  await sql`
    insert into statistics_versions (filing, version, dataset, content, sha256, handed_on, recorded_by)
    select filing, 1, dataset, content, sha256, "on", by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (filing text, dataset text, content jsonb, sha256 text, "on" date,
      by jsonb)`.execute(tx);
}

async function saveAllCounts(tx: Database, made: readonly Made[]): Promise<void> {
  const rows = made.map((one) => ({
    id: one.opened.head.id,
    filled: one.filled,
    open: one.open,
    changed: handedOn(one) === null && one.filled > 0,
  }));
  await sql`
    update statistics_filings f set filled = t.filled, open = t.open, changed = t.changed
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id text, filled int, open int, changed boolean)
    where f.id = t.id`.execute(tx);
}

async function publishApproved(tx: Database, made: readonly Made[]): Promise<void> {
  for (const { opened, filing, content } of made) {
    const approved = filing.actions.find(({ kind }) => kind === 'approve');
    if (approved)
      await filingDecided(tx, { head: opened.case, kind: 'approve', version: 1, sha256: hashOf(content), on: approved.on, paper: null });
  }
}

/** Takes every training row; forms as they were asked stay, they are of no data set. The number goes on: nobody mistakes new for old. */
export async function deleteTrainingStatistics(tx: Database): Promise<void> {
  const dataset: Dataset = 'training';
  const { rows: papers } = await sql<{ sha256: string }>`
    select distinct e.sha256 from statistics_evidence e join statistics_filings f on f.id = e.filing
    where f.dataset = ${dataset}`.execute(tx);
  for (const table of ['figures', 'publications', 'filings', 'periods', 'locks', 'roster'] as const)
    await sql`delete from ${sql.table(`statistics_${table}`)} where dataset = ${dataset}`.execute(tx);
  await sql`update statistics_head set epoch = epoch + 1 where dataset = ${dataset}`.execute(tx);
  const gone = papers.map(({ sha256 }) => sha256);
  await sql`
    delete from source_files s where s.sha256 = any(${gone}::text[])
      and not exists (select from statistics_evidence e where e.sha256 = s.sha256)
      and not exists (select from plan_actions a where a.source_sha256 = s.sha256)
      and not exists (select from boundary_readings r where r.file_sha256 = s.sha256)
      and not exists (select from boundary_sets b where b.source_sha256 = s.sha256)`.execute(tx);
}
