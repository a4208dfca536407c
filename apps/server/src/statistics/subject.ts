// Filings as subjects of cases (F41): what a case asks about one, and what an approval does: its figures become current at once.

import { type Bilingual, type Day, periodName } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { type Decision, listActions, type Subject } from '../approvals/index.ts';
import type { Database } from '../platform/database.ts';
import { figuresOf } from './frozen.ts';
import { linkOf } from './held.ts';
import { insertPublished } from './publish.ts';
import { findApproved, findFiling, findVersion, getFormBody } from './queries.ts';
import { type FilingHead, noun } from './record.ts';
import * as refuse from './refusals.ts';
import { cellsTable } from './standing.ts';

/** What the hash of a filing is before its first version. */
const nothingYet = hashOf([]);

export const filingSubject: Subject = {
  find: async (db, id, version) => {
    const head = await findFiling(db, id);
    if (!head) return null;
    const newest = await findVersion(db, id);
    const title = await titleOf(db, head);
    // Before anything was handed in the case speaks of a first version to come.
    if (!newest) return version === undefined || version === 1 ? { title, latest: 1, sha256: nothingYet } : null;
    const found = version === undefined || version === newest.version ? newest : await findVersion(db, id, version);
    return found ? { title, latest: newest.version, sha256: found.sha256 } : null;
  },
  describe: async (db, ids) => {
    const { rows } = await sql<{ id: string; title: string; place: string }>`
      select f.id, f.name || ' ' || (b.body -> 'title' ->> 'zh') || ' ' || f.period as title, f.jurisdiction as place
      from statistics_filings f join statistics_forms b on b.sha256 = f.form_sha256 where f.id = any(${[...ids]})`.execute(db);
    return new Map(rows.map(({ id, ...found }) => [id, found]));
  },
  link: linkOf,
  mayHandIn: async (tx, _context, { id, version }) => {
    const actions = await listActions(tx, { noun, id });
    if (actions.some((action) => action.kind === 'submit' && action.version === version) || !(await findVersion(tx, id, version)))
      throw refuse.onItsPage();
  },
  opened: async (_db, _id, _version, places) => [...places],
  hasPlace: async (db, id, version, { table, row }) => {
    if (table !== cellsTable) return false;
    if (row === undefined) return true;
    const found = await findVersion(db, id, version);
    return found?.content.some(({ key, computed }) => key === row && !computed) ?? false;
  },
};

async function titleOf(db: Database, head: FilingHead): Promise<string> {
  const { form } = await getFormBody(db, head.formSha256);
  return `${head.name} ${form.title.zh} ${head.period}`;
}

/** Approval publishes; a refusal leaves what was approved before. */
export async function filingDecided(tx: Database, { head, kind, version, on }: Decision): Promise<void> {
  if (kind !== 'approve') return;
  const approvedBy = head.workflow.steps.at(-1)?.unit.name ?? null;
  await publishFiling(tx, { id: head.id, version, on, approvedBy });
}

interface Approved {
  readonly id: string;
  readonly version: number;
  readonly on: Day;
  readonly approvedBy: Bilingual | null;
}

async function publishFiling(tx: Database, { id, version, on, approvedBy }: Approved): Promise<void> {
  const head = await findFiling(tx, id);
  const found = head && (await findVersion(tx, id, version));
  if (!head || !found) throw refuse.noFiling(id);
  const { form } = await getFormBody(tx, head.formSha256);
  const before = await findApproved(tx, id, on);
  const name = periodName(head.period);
  await insertPublished(tx, {
    ...{ dataset: head.dataset, approvedOn: on, approvedBy, jurisdiction: head.jurisdiction, filing: { id, version } },
    source: { zh: `${form.title.zh}（${head.name}，${name.zh}）`, en: `${form.title.en} (${head.name}, ${name.en})` },
    figures: figuresOf(head, found.content, before?.content ?? []),
    reason: found.reason,
    afterLock: found.afterLock,
  });
}
