// A filing with all that its sheet rests on, in one statement: a sheet is opened, saved and handed in by many in the last hour, and each
// question to the database costs more than its answer. Whoever writes holds the filing first, so that what is read here is the newest.
import type { Day } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { instant } from '../platform/values.ts';
import type { Paper } from './evidence-queries.ts';
import { type Answered, headColumns } from './queries.ts';
import type { FilingHead, FrozenCell, Lock, StoredCell, Version } from './record.ts';

export interface SheetRead {
  readonly head: FilingHead;
  readonly cells: readonly StoredCell[];
  /** Handed in last; null before. */
  readonly newest: Pick<Version, 'version' | 'content'> | null;
  readonly lock: Lock | null;
  /** The newest publication of the data set: what was read of the past holds as long as it stays. */
  readonly published: Published;
}

export interface Published {
  readonly number: number;
  readonly epoch: number;
}

export interface SheetReadOn extends SheetRead {
  /** In the order they were handed in. */
  readonly papers: readonly Paper[];
  /** What stood approved on the day; null before the first approval. */
  readonly approved: readonly FrozenCell[] | null;
}

export interface SheetToChange extends SheetRead {
  /** What was answered under the key before. */
  readonly answered: Answered | null;
}

interface Read extends Omit<SheetRead, 'head' | 'cells' | 'published'> {
  readonly cells: readonly StoredCell[] | null;
  readonly published: Published | null;
}

type Row<More> = FilingHead & Read & More;

const common = sql`${headColumns},
  (select json_agg(json_build_object('key', c.key, 'value', c.value::text, 'missing', c.missing, 'explanation', c.explanation,
      'comment', c.comment, 'revision', c.revision, 'at', c.changed_at, 'by', c.changed_by))
    from statistics_cells c where c.filing = f.id) as cells,
  (select json_build_object('version', v.version, 'content', v.content) from statistics_versions v
    where v.filing = f.id order by v.version desc limit 1) as newest,
  (select json_build_object('on', l.locked_on, 'reason', l.reason) from statistics_locks l
    where l.dataset = f.dataset and l.form = f.form and l.period = f.period) as lock,
  (select json_build_object('number', h.number, 'epoch', h.epoch) from statistics_head h where h.dataset = f.dataset) as published`;

export async function readSheetOn(db: Database, id: string, on: Day): Promise<SheetReadOn | null> {
  const { rows } = await sql<Row<{ papers: readonly Paper[] | null; approved: readonly FrozenCell[] | null }>>`
    select ${common},
      (select json_agg(json_build_object('key', e.key, 'sha256', e.sha256, 'name', e.name, 'size', e.size) order by e.recorded_at, e.sha256)
        from statistics_evidence e where e.filing = f.id) as papers,
      (select v.content from statistics_publications p join statistics_versions v on v.filing = p.filing and v.version = p.version
        where p.filing = f.id and p.approved_on <= ${on}::date order by p.version desc limit 1) as approved
    from statistics_filings f where f.id = ${id}`.execute(db);
  return rows[0] ? { ...readOf(rows[0]), papers: rows[0].papers ?? [], approved: rows[0].approved } : null;
}

/** Holds the filing against everyone else who writes it until the transaction ends, then reads: in two statements, since one would still
 * show what stood before the wait. */
export async function readSheetToChange(tx: Database, id: string, key: string): Promise<SheetToChange | null> {
  await sql`select from statistics_filings f where f.id = ${id} for update`.execute(tx);
  const { rows } = await sql<Row<{ answered: Answered | null }>>`
    select ${common},
      (select json_build_object('askedSha256', r.asked_sha256, 'answer', r.answer) from statistics_requests r
        where r.filing = f.id and r.key = ${key}) as answered
    from statistics_filings f where f.id = ${id}`.execute(tx);
  return rows[0] ? { ...readOf(rows[0]), answered: rows[0].answered } : null;
}

function readOf({ cells, newest, lock, published, ...rest }: FilingHead & Read): SheetRead {
  return {
    head: rest,
    cells: (cells ?? []).map((cell) => ({ ...cell, at: instant(cell.at) })),
    ...{ newest, lock, published: published ?? { number: 0, epoch: 0 } },
  };
}
