// The roster (入统名单): who is in the statistics from which day to which. The province, and each place for its own, takes in and lets go.

import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { statistics } from '@zhenghe/contract/statistics';
import type { Day } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import { actorOf, barredFrom, mayActOn } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import { parksOn } from '../zones/index.ts';
import * as refuse from './refusals.ts';
import { insertRoster, listRoster, type RosterSpan } from './roster-queries.ts';

type Rows = InferContractRouterOutputs<typeof statistics>['roster'];

/** Spans of the places the caller answers for; until a list is kept, the zones of the register on that day. */
export async function rosterOn(context: Context, { dataset, on }: { readonly dataset: Dataset; readonly on: Day }): Promise<Rows> {
  const { db, caller } = context;
  const kept = await listRoster(db, dataset);
  const parks = await parksOn(db, { dataset, day: on, within: '33' });
  const names = new Map(parks.map(({ id, name }) => [id, name]));
  const spans = kept.length > 0 ? kept : parks.map((park) => fromRegister(park, on));
  const barred = barredFrom(caller, dataset) !== null;
  return spans.map((span) => ({
    ...span,
    name: names.get(span.unit) ?? span.unit,
    mayChange: !barred && mayActOn(caller, 'statistics.enrol', span.jurisdiction),
  }));
}

function fromRegister({ id, jurisdiction }: { readonly id: string; readonly jurisdiction: string }, on: Day): RosterSpan {
  return { unit: id, jurisdiction, from: on, to: null, reason: '名录在册（尚未另设入统名单） On the register; no list is kept yet' };
}

export interface EnrolAsked {
  readonly dataset: Dataset;
  readonly unit: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly reason: string;
  readonly on: Day;
}

/** The same first day again replaces what was said of it. The first entry of all begins a list, with everybody the register has. */
export async function enrol(context: Context, asked: EnrolAsked): Promise<{ unit: string; from: Day; to: Day | null }> {
  const { caller, requestId } = context;
  const { dataset, unit, from, to, reason } = asked;
  if (to !== null && to < from) throw refuse.backwards();
  return context.db.transaction().execute(async (tx) => {
    const parks = await parksOn(tx, { dataset, day: to === null || from > asked.on ? from : asked.on, within: '33' });
    const kept = (await listRoster(tx, dataset)).filter((span) => span.unit === unit);
    const jurisdiction = parks.find(({ id }) => id === unit)?.jurisdiction ?? kept[0]?.jurisdiction;
    if (jurisdiction === undefined) throw refuse.noUnit(unit);
    const barred = barredFrom(caller, dataset);
    if (barred || !caller.card) throw refuse.notAllowed(barred ?? nobody);
    if (!mayActOn(caller, 'statistics.enrol', jurisdiction)) throw refuse.notAllowed(otherPlace);
    const across = kept.find((span) => span.from !== from && (to === null || span.from <= to) && (span.to === null || from <= span.to));
    if (across) throw refuse.overlapping(across.from, across.to);
    const span: RosterSpan = { unit, jurisdiction, from, to, reason };
    await insertRoster(tx, dataset, [span], actorOf(caller.card));
    const object = `statistics/roster/${unit}`;
    await recordAudit(tx, { caller, requestId, dataset, action: 'statistics/enrol', object, before: null, after: hashOf(span) });
    return { unit, from, to };
  });
}

const nobody = { zh: '请先选择身份。', en: 'Choose a role first.' };
const otherPlace = { zh: '这个单位不在您的辖区。', en: 'The unit is not of your place.' };
