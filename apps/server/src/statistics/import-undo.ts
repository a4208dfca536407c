// Taking an import of figures back: cells get what stood there, figures of history are published again as they were. Refused where a cell
// was changed, a filing handed in, or a figure corrected since: later work is not overwritten.

import { cellOf as contractCell, DecimalString } from '@zhenghe/contract/kernel';
import { type Bilingual, type Cell, type DecimalText, isMissing, missingReasons } from '@zhenghe/engine/kernel';
import { z } from 'zod';
import { laterWork, type Undoing } from '../imports/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { listCellsOf, listPublishedIn } from './import-queries.ts';
import { insertPublished } from './publish.ts';
import * as refuse from './refusals.ts';
import { saveWithin } from './save.ts';

const Value = contractCell(DecimalString);
/** As the commit wrote it. */
const Memo = z.object({
  publications: z.array(z.number()),
  cells: z.array(z.object({ filing: z.string(), key: z.string(), value: Value, before: Value.nullable(), seen: z.number() })),
});
type Filled = z.infer<typeof Memo>['cells'][number];

export async function undoImported(tx: Database, context: Context, undoing: Undoing): Promise<void> {
  const { publications, cells } = Memo.parse(undoing.memo);
  await emptyCells(tx, context, { cells, reason: undoing.reason, at: undoing.writtenAt });
  if (publications.length > 0) await republish(tx, context, { publications, undoing });
}

async function emptyCells(
  tx: Database,
  context: Context,
  { cells, at }: { readonly cells: readonly Filled[]; readonly reason: string; readonly at: string },
): Promise<void> {
  const filings = [...new Set(cells.map(({ filing }) => filing))].sort();
  const now = new Map((await listCellsOf(tx, filings)).map((cell) => [`${cell.filing} ${cell.key}`, cell]));
  const changed = cells.filter(({ filing, key, seen }) => now.get(`${filing} ${key}`)?.revision !== seen + 1);
  if (changed.length > 0) throw laterWork(cellsChanged(changed.length));
  for (const id of filings) {
    const own = cells.filter(({ filing }) => filing === id);
    const key = `undo-${at.replace(/\D/g, '').slice(0, 20)}-${own.length}`;
    const { fates } = await saveWithin(tx, context, {
      id,
      key,
      cells: own.map(({ key: cell, before, seen }) => ({ key: cell, value: filed(before), seen: seen + 1 })),
    });
    const bad = fates.find(({ fate }) => fate !== 'saved' && fate !== 'same');
    if (bad) throw refuse.conflict(bad.reason ?? cellsChanged(1));
  }
}

function filed(value: Cell<DecimalText> | null) {
  if (value === null || !isMissing(value)) return value;
  const { missing } = value;
  return missing === 'not-given' ? null : { missing };
}

interface Taken {
  readonly publications: readonly number[];
  readonly undoing: Undoing;
}

/** What stood there before, under a publication of its own; where nothing did, "not given". */
async function republish(tx: Database, { caller }: Context, { publications, undoing }: Taken): Promise<void> {
  const { dataset, reason, on } = undoing;
  if (dataset !== 'real' && dataset !== 'training') throw new Error(`no data set ${dataset}`);
  const written = await listPublishedIn(tx, dataset, publications);
  const later = written.filter(({ replacedIn }) => replacedIn !== null);
  if (later.length > 0) throw laterWork(figuresChanged(later.length));
  const told = publications.join('、');
  await insertPublished(tx, {
    ...{ dataset, approvedOn: on, approvedBy: caller.card?.unit ?? null, reason },
    source: { zh: `撤销第 ${told} 次公布的导入`, en: `Undoing the import of publication ${publications.join(', ')}` },
    figures: written.map(({ unit, jurisdiction, indicator, period, calibre, before }) => ({
      ...{ unit, jurisdiction, indicator, period, calibre: calibre === '' ? null : calibre, explanation: null },
      value: before?.value ?? null,
      missing: before?.value == null ? (missingReasons.find((one) => one === before?.missing) ?? 'not-given') : null,
    })),
  });
}

const cellsChanged = (count: number): Bilingual => ({
  zh: `有 ${count} 格后来又改过，不能撤销。请在报表上改。`,
  en: `${count} ${count === 1 ? 'cell was' : 'cells were'} changed since; mend them on the sheet.`,
});
const figuresChanged = (count: number): Bilingual => ({
  zh: `有 ${count} 个数后来又更正过，请先撤销后来的批次。`,
  en: `${count} ${count === 1 ? 'figure was' : 'figures were'} corrected since; undo the later batch first.`,
});
