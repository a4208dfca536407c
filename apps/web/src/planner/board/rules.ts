// Every rule the planner knows with what the plan measures against it: the province, then the jurisdiction in view. Pure.
import type { RuleUse } from '@zhenghe/engine/planner';
import type { Instance } from '../shapes.ts';
import type { Proposal } from './proposal.ts';
import type { PlaceView } from './view.ts';

export interface RuleRow {
  readonly key: string;
  readonly rule: RuleUse['rule'];
  readonly subject: string | null;
  /** How much and of how much; null where a rule is only kept or broken. */
  readonly measured: number | null;
  readonly allowed: number | null;
  readonly holds: boolean;
  /** At its limit: one more would break it. */
  readonly tight: boolean;
}

interface Measure {
  readonly rule: RuleUse['rule'];
  readonly subject?: string;
  readonly measured?: number;
  /** null: the rule is not set. */
  readonly allowed?: number | null;
  readonly tight?: boolean;
}

/** Rules that are not set are left out; broken ones come first. */
export function ruleRows(instance: Instance, proposal: Proposal, place: PlaceView | null): readonly RuleRow[] {
  const { caps } = instance;
  const { staff, zones, platforms, budget } = proposal;
  const measures: readonly Measure[] = [
    { rule: 'zones-cap', measured: zones, allowed: caps.zones, tight: zones >= caps.zones },
    { rule: 'staff-share', measured: staff.of > 0 ? staff.kept / staff.of : 0, allowed: caps.staffShare },
    { rule: 'platforms', measured: platforms, allowed: caps.platforms ?? null, tight: platforms <= (caps.platforms ?? 0) },
    { rule: 'budget', measured: budget, allowed: caps.budget ?? null },
    ...(place ? placeMeasures(place) : []),
    { rule: 'detached-pieces', measured: proposal.detachedPieces },
    { rule: 'national-plates' },
    { rule: 'forbidden', measured: instance.parks.filter((park) => park.forbidden).length },
    { rule: 'lock', measured: instance.locks.length },
  ];
  const known = measures.filter(({ allowed }) => allowed !== null).map((measure) => rowOf(measure, proposal.breaks));
  const told = new Set(known.map(({ key }) => key));
  const others = proposal.breaks
    .filter((use) => !told.has(keyOf(use)) && !told.has(use.rule))
    .map((use) => rowOf({ rule: use.rule, ...(use.subject !== null && { subject: use.subject }) }, proposal.breaks));
  return [...known, ...others].sort((a, b) => Number(a.holds) - Number(b.holds));

  function placeMeasures({ code, zones: here, zonesMin, zonesMax }: PlaceView): readonly Measure[] {
    return [
      { rule: 'zones-min', subject: code, measured: here.length, allowed: zonesMin, tight: here.length <= zonesMin },
      { rule: 'zones-max', subject: code, measured: here.length, allowed: zonesMax, tight: here.length >= zonesMax },
    ];
  }
}

function rowOf({ rule, subject, measured, allowed, tight = false }: Measure, breaks: readonly RuleUse[]): RuleRow {
  const holds = !breaks.some((use) => use.rule === rule && (subject === undefined || use.subject === subject));
  return {
    ...{ key: keyOf({ rule, subject: subject ?? null }), rule, subject: subject ?? null, holds, tight },
    ...{ measured: measured ?? null, allowed: allowed ?? null },
  };
}

function keyOf({ rule, subject }: RuleUse): string {
  return subject === null ? rule : `${rule}/${subject}`;
}
