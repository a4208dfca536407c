// A plan's boundaries checked against the layers and rules in force on a day; the same question is computed once.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { BoundaryReport, Feature } from '@zhenghe/engine/boundaries';
import type { Day } from '@zhenghe/engine/kernel';
import { hashOf, type Rulebook, rulesInForce } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { work } from './desk.ts';
import { countyAt } from './outlines.ts';
import { findReport, findSet, keepReport, layersToCheck } from './queries.ts';
import { setHash } from './record.ts';
import type { Bounded } from './subject.ts';

/** Part of the key: a report made by other code is not taken for this one's. */
const made = 2;

interface About {
  readonly db: Database;
  readonly rulebook: Rulebook;
}

/** Of features on the table as well as of those a version carries. */
export async function reportOf(about: About, subject: Bounded, features: readonly Feature[], on: Day): Promise<BoundaryReport> {
  const { db, rulebook } = about;
  const { dataset, jurisdiction, blocks, zoneNames, hosted, answers } = subject;
  const at: { dataset: Dataset; on: Day; jurisdiction: string } = { dataset, on, jurisdiction };
  const inForce = rulesInForce(rulebook, { on, jurisdiction });
  const rules = inForce.ok ? inForce.boundaryRules : [];
  const layers = await layersToCheck(db, at);
  const set = setHash(features);
  const last = subject.lastPlan === null ? null : await findSet(db, subject.lastPlan);
  const key = hashOf({
    ...{ made, set, blocks, zoneNames, hosted, answers, rules, last: last?.sha256 ?? null },
    layers: layers.map(({ id, sha256 }) => ({ id, sha256 })),
  });
  const known = await findReport(db, key);
  if (known) return known;
  const county = await countyAt(db, at);
  const input = { set, features, blocks, zoneNames, layers, lastPlan: last?.features ?? null, county, hosted, answers };
  const report = await work<'check'>({ kind: 'check', input, rules });
  await keepReport(db, { key, dataset, jurisdiction, report });
  return report;
}

/** What a version carries, and what is to say of it; null when it carries none. */
export async function carriedReport(about: About, subject: Bounded, on: Day) {
  const { boundaries } = subject;
  const set = boundaries && (await findSet(about.db, boundaries.sha256));
  if (!boundaries || !set) return null;
  return { features: set.features, surveyGrade: boundaries.surveyGrade, report: await reportOf(about, subject, set.features, on) };
}
