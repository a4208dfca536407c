// The annex as a workbook: empty for a beginner, or a plan's own version to go on with elsewhere.
import { writePlanWorkbook } from '@zhenghe/exchange/plans';
import type { Database } from '../platform/database.ts';
import { historyOf } from './history.ts';
import { publishedOn } from './published.ts';
import { findPlan, findVersion } from './queries.ts';
import * as refuse from './refusals.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function planWorkbook(
  db: Database,
  asked: { readonly id?: string | undefined; readonly version?: number | undefined },
): Promise<File> {
  if (asked.id === undefined) return workbookFile(await writePlanWorkbook(null), '整合提升方案-模板');
  const head = await findPlan(db, asked.id);
  if (!head) throw refuse.noPlan(asked.id);
  const number = asked.version ?? (await newestFor(db, head.id));
  if (number === undefined) throw refuse.noPlan(asked.id);
  const version = await findVersion(db, head.id, number);
  if (!version) throw refuse.noVersion(number);
  const mark = head.dataset === 'training' ? '训练数据-' : '';
  return workbookFile(await writePlanWorkbook(version.plan), `${mark}${version.plan.title}-第${number}版`);
}

/** The version that stands, to those who answer for the plan; the published one to everyone else. */
async function newestFor(db: Database, id: string): Promise<number | undefined> {
  const history = await historyOf(db, id);
  return (history?.standing ?? (await publishedOn(db, id, { on: '9999-12-31' })))?.version;
}

function workbookFile(bytes: Uint8Array, name: string): File {
  return new File([new Uint8Array(bytes)], `${name}.xlsx`, { type });
}
