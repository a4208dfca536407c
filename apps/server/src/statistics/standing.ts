// Where a filing stands, who may write it now, and which of its cells are open: told by its case (return by cell, F41).
import { type CaseStanding, unlockedCells } from '@zhenghe/engine/approvals';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { CellKey, SheetRow } from '@zhenghe/engine/statistics';
import { barredFrom, unitOfCard } from '../accounts/index.ts';
import { type CaseRecord, findCaseRecord, standingOf } from '../approvals/index.ts';
import type { Caller } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { type FilingHead, noun } from './record.ts';
import * as refuse from './refusals.ts';

export interface Stands extends CaseRecord {
  readonly standing: CaseStanding;
  /** Nothing was done after the asked day. */
  readonly newest: boolean;
}

/** As it stood at the end of the day; as it stands now without one. */
export async function standsOn(db: Database, id: string, on?: Day): Promise<Stands> {
  const record = await findCaseRecord(db, { noun, id });
  if (!record) throw refuse.noFiling(id);
  const { head, actions: all } = record;
  const actions = on === undefined ? all : all.filter((action) => action.on <= on);
  return { head, actions, standing: standingOf(head, actions), newest: actions.length === all.length };
}

/** Keys of the cells that may be filled in now: all while it is a draft, the named ones after a return, else none. */
export function openKeys(standing: CaseStanding, rows: readonly SheetRow[]): ReadonlySet<CellKey> {
  const filed = rows.filter(({ computed }) => !computed).map(({ key }) => key);
  const places = unlockedCells(standing);
  if (places === null) return new Set(filed);
  const whole = places.some(({ table, row }) => table === cellsTable && row === undefined);
  const named = new Set(places.flatMap(({ table, row }) => (table === cellsTable && row !== undefined ? [row] : [])));
  return new Set(whole ? filed : filed.filter((key) => named.has(key)));
}

/** The table of a place in a filing; its row is the cell's key. */
export const cellsTable = 'cells';

/** Why the caller may not write the sheet as it stands; null when he may. */
export function readOnlyFor(caller: Caller, head: FilingHead, { standing, newest }: Pick<Stands, 'standing' | 'newest'>): Bilingual | null {
  const barred = barredFrom(caller, head.dataset);
  if (barred) return barred;
  if (unitOfCard(caller.card) !== head.office) return otherOffice(head.name);
  if (!newest) return pastDay;
  return standing.state === 'draft' || standing.state === 'returned' ? null : closed;
}

const otherOffice = (name: string): Bilingual => ({
  zh: `这张表由${name}自己填报；您可以查看、接收、审定或退回。`,
  en: `This sheet is filled in by ${name}; you may read, accept, approve or return it.`,
});

const pastDay: Bilingual = {
  zh: '所看日期之后已有办理，历史日期只能查看。',
  en: 'Something was done after the day you look at; a past day can only be read.',
};

const closed: Bilingual = {
  zh: '已报送，单元格已锁定；被退回或更正时才能修改。',
  en: 'It was handed in and its cells are locked; they open when it is returned or corrected.',
};
