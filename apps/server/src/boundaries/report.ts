// A plan's boundaries checked against the layers and rules in force on a day; the same question is computed once.
import type { BoundaryInput, BoundaryReport, Feature } from '@zhenghe/engine/boundaries';
import type { Day, Finding } from '@zhenghe/engine/kernel';
import { hashOf, type Rulebook, rulesInForce } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { work } from './desk.ts';
import { countyOf } from './outlines.ts';
import { findReport, findSet, hasSet, keepReport, listLayers, withFeatures } from './queries.ts';
import type { Bounded } from './subject.ts';

/** Part of the key: a report made by other code is not taken for this one's. */
const made = 4;

interface About {
  readonly db: Database;
  readonly rulebook: Rulebook;
}

interface Asked {
  /** Hash of the features. */
  readonly set: string;
  /** Called only when the report has to be made. */
  readonly features: () => Promise<readonly Feature[]>;
  readonly on: Day;
}

/**
 * Of features on the table as well as of those a version carries. Whether it was made before is told by the layers' versions alone:
 * no shape is read for that.
 */
export async function reportOf({ db, rulebook }: About, subject: Bounded, { set, features, on }: Asked): Promise<BoundaryReport> {
  const { dataset, jurisdiction, blocks, zoneNames, hosted, answers } = subject;
  const inForce = rulesInForce(rulebook, { on, jurisdiction });
  const rules = inForce.ok ? inForce.boundaryRules : [];
  const lines = await listLayers(db, { dataset, on, jurisdiction });
  const last = subject.lastPlan !== null && (await hasSet(db, subject.lastPlan)) ? subject.lastPlan : null;
  const key = hashOf({
    ...{ made, jurisdiction, set, blocks, zoneNames, hosted, answers, rules, last },
    layers: lines.map(({ id, sha256 }) => ({ id, sha256 })),
  });
  const known = await findReport(db, key);
  if (known) return known;
  const layers = await withFeatures(db, lines);
  const input: BoundaryInput = {
    ...{ set, blocks, zoneNames, layers, hosted, answers },
    features: await features(),
    lastPlan: last === null ? null : ((await findSet(db, last))?.features ?? null),
    county: countyOf(jurisdiction, layers),
  };
  const report = await work<'check'>({ kind: 'check', input, rules });
  await keepReport(db, { key, dataset, jurisdiction, report });
  return report;
}

/** What a version carries, and what is to say of it; null when it carries none. */
export async function carriedReport(about: About, subject: Bounded, on: Day) {
  const { boundaries } = subject;
  const set = boundaries && (await findSet(about.db, boundaries.sha256));
  if (!boundaries || !set) return null;
  const { features } = set;
  const report = await reportOf(about, subject, { set: boundaries.sha256, features: async () => features, on });
  return { features, surveyGrade: boundaries.surveyGrade, report };
}

/** Only what is to say of it: its shapes are read when they are checked for the first time. */
export async function carriedFindings({ db, rulebook }: About, subject: Bounded, on: Day): Promise<readonly Finding[]> {
  const { boundaries } = subject;
  if (!boundaries || !(await hasSet(db, boundaries.sha256))) return [];
  const features = async () => (await findSet(db, boundaries.sha256))?.features ?? [];
  return (await reportOf({ db, rulebook }, subject, { set: boundaries.sha256, features, on })).findings;
}
