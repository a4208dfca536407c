// What the boundaries of a version have to say, beside the checks of its figures.
import type { Day, Finding } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import { type Bounded, carriedFindings } from '../boundaries/index.ts';
import type { Context } from '../platform/api.ts';
import { inForceBefore, type PlanHead } from './queries.ts';

/** What there is to say of the boundaries a version carries; nothing while it carries none. */
export async function boundaryFindings(
  about: Pick<Context, 'db' | 'rulebook'>,
  head: PlanHead,
  { version, plan }: { readonly version: number; readonly plan: Plan },
  on: Day,
): Promise<readonly Finding[]> {
  if (!plan.boundaries) return [];
  const subject = boundedOf(head, { version, plan }, await inForceBefore(about.db, head.id, version));
  return carriedFindings(about, subject, on);
}

/** A version as boundaries need it; `before` is the version in force before it. */
export function boundedOf(head: PlanHead, { version, plan }: { version: number; plan: Plan }, before: Plan | null): Bounded {
  const zoneOf = new Map(plan.parts.map(({ code, zone }) => [code, zone]));
  return {
    id: head.id,
    dataset: head.dataset,
    jurisdiction: head.jurisdiction,
    version,
    title: plan.title,
    blocks: plan.blocks.map(({ code, name, part, areaAfter }) => ({ code, name, part, zone: zoneOf.get(part) ?? '', declared: areaAfter })),
    zoneNames: Object.fromEntries(plan.zones.map(({ code, name }) => [code, name])),
    hosted: plan.townships.filter(({ hosted }) => hosted).map(({ name }) => name),
    answers: plan.answers,
    boundaries: plan.boundaries ?? null,
    lastPlan: before?.boundaries?.sha256 ?? null,
  };
}
