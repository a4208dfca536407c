// Adopts a solved version: a draft plan for each named place, all or none. Approval begins there; the planner decides nothing.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Plan as Proposed } from '@zhenghe/engine/planner';
import { writeDraft } from '../plans/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { audit } from './actions.ts';
import { writerOf } from './authority.ts';
import { draftOf, type Proposal } from './draft.ts';
import { type Adoption, holdScenario, insertAdoptions } from './queries.ts';
import * as refuse from './refusals.ts';
import { findResult, newestAnswered } from './run-queries.ts';
import { instanceOfScenario, type OpenScenario, openScenario } from './view.ts';

interface AdoptAsked {
  readonly id: string;
  readonly version: number;
  readonly jurisdictions: readonly string[];
  readonly reason: string;
  readonly on: Day;
}

type Adopted = { jurisdiction: string; plan: string; version: number; made: 'new' | 'version' }[];

export async function adopt(context: Context, asked: AdoptAsked): Promise<Adopted> {
  return context.db.transaction().execute(async (tx) => {
    await holdScenario(tx, asked.id);
    const open = await openScenario({ db: tx }, asked.id, asked.version);
    const by = writerOf(context.caller, open.head);
    if (open.head.closed) throw refuse.closed();
    const { run, proposal } = await solvedProposal(tx, context, open);
    const adoptions: Adoption[] = [];
    const refused: { jurisdiction: string; reason: Bilingual }[] = [];
    for (const place of await placesOf(tx, proposal, asked.jurisdictions)) {
      const { code: jurisdiction } = place;
      const plan = draftOf(proposal, place, asked.on);
      const written = await writeDraft(tx, context, {
        dataset: open.head.dataset,
        jurisdiction,
        on: asked.on,
        by,
        note: proposal.source,
        plan,
      });
      if (written.ok) {
        const { id, version, made } = written;
        adoptions.push({ scenario: asked.id, version: asked.version, jurisdiction, plan: id, planVersion: version, made });
      } else refused.push({ jurisdiction, reason: written.reason });
    }
    if (refused.length > 0) throw refuse.notAdopted(refused);
    await insertAdoptions(tx, adoptions, { dataset: open.head.dataset, run, reason: asked.reason, by });
    await audit(tx, context, { ...open.head, action: 'planner/adopt', before: proposal.made.hash });
    return adoptions.map(({ jurisdiction, plan, planVersion, made }) => ({ jurisdiction, plan, version: planVersion, made }));
  });
}

/** The newest solve of that version, which must be a plan; refused where the register or the rules say something else by now. */
async function solvedProposal(
  tx: Database,
  { rulebook }: Context,
  open: OpenScenario,
): Promise<{ readonly run: string; readonly proposal: Proposal }> {
  const { head, version } = open;
  const made = await instanceOfScenario({ db: tx, rulebook }, open);
  const run = await newestAnswered(tx, { scenario: head.id, version: version.version });
  const result = run && (await findResult(tx, run.answeredBy ?? run.id));
  if (!run || result?.kind !== 'solve' || result.answer.status === 'infeasible') throw refuse.notSolved();
  if (run.instanceHash !== made.hash) throw refuse.notCurrent();
  const proposed: Proposed = result.answer;
  const dataset: Dataset = head.dataset;
  return { run: run.id, proposal: { made, proposed, dataset, source: sourceOf(version.name, version.version, made.hash) } };
}

function sourceOf(name: string, version: number, hash: string): string {
  return `规划情景“${name}”第 ${version} 版，实例 ${hash.slice(0, 12)}`;
}

/** Each once; only places of the scenario with parks. */
async function placesOf(tx: Database, { made }: Proposal, codes: readonly string[]) {
  const bearing = new Set(made.parks.map(({ jurisdiction }) => jurisdiction));
  const places = new Map((await listJurisdictions(tx)).map(({ code, name }) => [code, name]));
  return [...new Set(codes)].sort().map((code) => {
    const name = places.get(code);
    if (name === undefined || !bearing.has(code)) throw refuse.notInInstance(code);
    return { code, name };
  });
}
