// What a comment speaks of: a place of the very version, under the name the subject gives it, or a clause it follows.
import type { Day } from '@zhenghe/engine/kernel';
import type { CellPlace } from '../approvals/index.ts';
import type { Context } from '../platform/api.ts';
import type { CommentAim, RoundHead } from './record.ts';
import * as refuse from './refusals.ts';
import type { Consulted } from './subject.ts';

interface Aimed {
  readonly head: RoundHead;
  readonly aim: CommentAim;
  readonly on: Day;
}

export async function aimed(context: Context, consulted: Consulted, { head, aim, on }: Aimed): Promise<CommentAim> {
  const { subject: id, version } = head;
  const { place, clause } = aim;
  const known = place && (await consulted.hasPlace(context.db, id, version, place));
  const named = known ? nameOf(await consulted.places(context.db, id, version), place) : null;
  if (place && !named) throw refuse.noPlace(place.label.slice(0, longestTold));
  if (clause) {
    const clauses = await consulted.clauses(context, { id, version, on });
    if (!clauses.some((one) => one.pack === clause.pack && one.clause === clause.clause)) throw refuse.noClause(clause.clause);
  }
  return { place: named, clause };
}

const longestTold = 60;

/** Everybody reads it in the answer table: it is named as the subject names the cell, its row or its table, never as the sender does. */
function nameOf(places: readonly CellPlace[], { table, row, field }: CellPlace): CellPlace | null {
  const under = (wanted: Omit<CellPlace, 'label'>) =>
    places.find((one) => one.table === wanted.table && one.row === wanted.row && one.field === wanted.field)?.label;
  const label = under({ table, row, field }) ?? under({ table, row }) ?? under({ table });
  if (label === undefined) return null;
  return { table, ...(row === undefined ? {} : { row }), ...(field === undefined ? {} : { field }), label };
}
