// The board of a form and period: every unit the caller answers for, where its filing stands on the day, and the rates over all of them.
// One statement a page; filters and order come from enumerated maps.

import type { CaseState } from '@zhenghe/contract/approvals';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { BoardRow } from '@zhenghe/contract/statistics';
import type { Bilingual, Day, Period } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { unitOfCard } from '../accounts/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { findLock, listPeriods } from './queries.ts';

export interface BoardAsked {
  readonly dataset: Dataset;
  readonly on: Day;
  readonly form: string;
  readonly period?: Period | undefined;
  readonly state: 'all' | 'late' | 'mine' | 'returned' | 'approved' | 'open';
  readonly sort: 'place' | 'name' | 'state' | 'due' | 'filled';
  readonly search: string;
  readonly page: number;
  readonly size: number;
}

export interface Rates {
  due: number;
  submitted: number;
  late: number;
  complete: number;
  approved: number;
}

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly state: z.infer<typeof CaseState>;
  readonly step: Bilingual | null;
  readonly holder: Bilingual | null;
  readonly due: Day | null;
  readonly submitted: Day | null;
  readonly late: boolean;
  readonly filled: number;
  readonly asked: number;
  readonly open: number;
  readonly may: 'accept' | 'approve' | null;
}

const noRates: Rates = { due: 0, submitted: 0, late: 0, complete: 0, approved: 0 };

export async function boardOf({ db, caller }: Context, asked: BoardAsked) {
  const periods = await listPeriods(db, asked);
  const period = asked.period ?? periods[0] ?? null;
  if (period === null) return { period, periods, locked: null, rates: noRates, total: 0, rows: [] };
  const lock = await findLock(db, { ...asked, period });
  const hand = caller.card?.personId ?? caller.card?.id ?? '';
  const found = await page(db, { ...asked, period, unit: unitOfCard(caller.card) ?? '', hand });
  return { period, periods, locked: lock && lock.on <= asked.on ? lock.on : null, ...found };
}

interface PageAsked extends BoardAsked {
  readonly period: Period;
  readonly unit: string;
  readonly hand: string;
}

async function page(db: Database, asked: PageAsked): Promise<{ rates: Rates; total: number; rows: z.infer<typeof BoardRow>[] }> {
  const offset = (asked.page - 1) * asked.size;
  const { rows } = await sql<{ rates: Rates; total: number; rows: Row[] | null }>`
    with base as materialized (${standings(asked, sql`f.period = ${asked.period}`)}),
    chosen as materialized (select * from base b where ${filters[asked.state](asked)} and ${searched(asked.search)}),
    shown as (select * from chosen b order by ${orders[asked.sort]}, b.jurisdiction, b.unit limit ${asked.size} offset ${offset})
    select (select ${rates} from base b) as rates, (select count(*)::int from chosen) as total,
      (select json_agg(${row(asked)} order by ${orders[asked.sort]}, b.jurisdiction, b.unit) from shown b) as rows`.execute(db);
  const [found] = rows;
  return { rates: found?.rates ?? noRates, total: found?.total ?? 0, rows: found?.rows ?? [] };
}

/** Where filings stood at the end of the day: the task that lay open, or what the last version came to. */
function standings({ dataset, form, on }: Pick<BoardAsked, 'dataset' | 'form' | 'on'>, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select f.*, t.unit as holder_unit, t.unit_name as holder, v.submitted, v.latest,
      case when t.state is not null then t.state when p.approved then 'approved' else 'refused' end as state,
      coalesce(f.due < coalesce(v.submitted, ${on}::date), false) as late
    from statistics_filings f
    left join lateral (select min(handed_on) as submitted, max(version) as latest from statistics_versions v
      where v.filing = f.id and v.handed_on <= ${on}::date) v on true
    left join approval_tasks t on t.noun = 'statistics' and t.subject = f.id and t.kind <> 'opine'
      and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)
    left join lateral (select true as approved from statistics_publications p
      where t.state is null and p.filing = f.id and p.version = v.latest and p.approved_on <= ${on}::date limit 1) p on true
    where f.dataset = ${dataset} and f.form = ${form} and f.opened_on <= ${on}::date and ${which}`;
}

const rates = sql`json_build_object('due', count(*)::int, 'submitted', count(b.submitted)::int,
  'late', count(*) filter (where b.late)::int, 'complete', count(*) filter (where b.submitted is not null and b.filled >= b.asked)::int,
  'approved', count(*) filter (where b.state = 'approved')::int)`;

const filters: Readonly<Record<BoardAsked['state'], (asked: PageAsked) => RawBuilder<unknown>>> = {
  all: () => sql`true`,
  late: () => sql`b.late`,
  mine: ({ unit }) => sql`b.holder_unit = ${unit}`,
  returned: () => sql`b.state = 'returned'`,
  approved: () => sql`b.state = 'approved'`,
  open: () => sql`b.state not in ('approved', 'refused')`,
};

const orders: Readonly<Record<BoardAsked['sort'], RawBuilder<unknown>>> = {
  place: sql`b.jurisdiction`,
  name: sql`b.name`,
  state: sql`array_position(array['returned', 'draft', 'review', 'decide', 'refused', 'approved'], b.state)`,
  due: sql`b.due nulls last`,
  filled: sql`b.filled::numeric / greatest(b.asked, 1)`,
};

function searched(text: string): RawBuilder<unknown> {
  const trimmed = text.trim().toLowerCase();
  return trimmed === '' ? sql`true` : sql`(strpos(lower(b.name), ${trimmed}) > 0 or strpos(b.unit, ${trimmed}) > 0)`;
}

function row({ unit, hand }: PageAsked): RawBuilder<unknown> {
  const step = sql`(select s.step -> 'title' from approval_cases c, jsonb_array_elements(c.workflow -> 'steps') as s (step)
    where c.noun = 'statistics' and c.subject = b.id and b.state in ('review', 'decide')
      and s.step -> 'unit' ->> 'id' = b.holder_unit limit 1)`;
  // Two people: whoever handed it in does not check it (the zone's own step; nobody else is both).
  const own = sql`(b.holder_unit = b.office and exists (select from approval_actions a
    where a.noun = 'statistics' and a.subject = b.id and a.kind = 'submit'
      and a.seq = (select max(l.seq) from approval_actions l where l.noun = 'statistics' and l.subject = b.id and l.kind = 'submit')
      and coalesce(a.acted_by ->> 'hand', a.acted_by ->> 'card') = ${hand}))`;
  const may = sql`case when b.state in ('review', 'decide') and b.holder_unit = ${unit} and not ${own}
    then case when strpos(b.holder_unit, '/') > 0 then 'accept' else 'approve' end end`;
  return sql`json_build_object('id', b.id, 'unit', b.unit, 'name', b.name, 'jurisdiction', b.jurisdiction, 'state', b.state,
    'step', ${step}, 'holder', b.holder, 'due', b.due, 'submitted', b.submitted, 'late', b.late,
    'filled', b.filled, 'asked', b.asked, 'open', b.open, 'may', ${may})`;
}

/** By period, newest first. */
export async function timelinessOf(
  { db }: Context,
  asked: { readonly dataset: Dataset; readonly on: Day; readonly form: string },
): Promise<(Rates & { period: Period })[]> {
  const { rows } = await sql<{ rates: Rates; period: Period }>`
    with base as materialized (${standings(asked, sql`true`)})
    select b.period, ${rates} as rates from base b group by b.period order by b.period desc`.execute(db);
  return rows.map(({ rates: found, period }) => ({ ...found, period }));
}
