// A plan's file: read on the way in, kept by its hash, handed out again unchanged (F110).
import { type PlanFile, readPlanFile } from '@zhenghe/exchange/plans';
import { mayActFor } from '../accounts/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { findPlan, findSource } from './queries.ts';
import * as refuse from './refusals.ts';

export interface ReadSource extends PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the file holds, or a refusal that names every cell that cannot be read; writes nothing. */
export async function readSource(db: Database, file: File): Promise<ReadSource> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const codes = new Map((await listJurisdictions(db)).map((place) => [place.name, place.code]));
  const read = await readPlanFile(bytes, file.name, { placeCode: (name) => codes.get(name) });
  if (!read.ok) throw refuse.unreadable(read.reason, read.problems);
  return { ...read, name: file.name, bytes };
}

/** Only for those who answer for the place: a file may hold more than the plan that was read from it. */
export async function sourceFile(context: Context, asked: { readonly id: string; readonly version: number }): Promise<File> {
  const head = await findPlan(context.db, asked.id);
  if (!head) throw refuse.noPlan(asked.id);
  if (!mayActFor(context.caller, head.jurisdiction)) throw refuse.notAllowed(othersFile);
  const source = await findSource(context.db, head.id, asked.version);
  if (!source) throw refuse.noSource(asked.version);
  return new File([new Uint8Array(source.bytes)], source.name, { type: 'application/octet-stream' });
}

const othersFile = {
  zh: '导入的原始文件只提供给方案所在地及其上级。',
  en: 'The imported file is open to the place of the plan and to those above it only.',
};
