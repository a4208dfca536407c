// One door for a plan that comes as a file: workbook or JSON, told apart by its bytes. Reads only; keeps nothing.
import { createHash } from 'node:crypto';
import type { Plan } from '@zhenghe/engine/plans';
import { type CellNote, sniff, type Unreadable } from '../kernel/index.ts';
import { readPlanJson } from './read-json.ts';
import { type PlanPlaces, type ReadOptions, readPlanWorkbook } from './read-workbook.ts';

export interface PlanFile {
  readonly ok: true;
  readonly plan: Plan;
  readonly notes: readonly CellNote[];
  readonly places: PlanPlaces;
  /** Of the bytes as handed in. */
  readonly sha256: string;
}

/** `fileName` decides only where the bytes say nothing: an empty or damaged file is called by its ending. */
export async function readPlanFile(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<PlanFile | Unreadable> {
  const kind = sniff(bytes);
  const json = kind === 'json' || (kind === 'other' && fileName.toLowerCase().endsWith('.json'));
  const result = json ? readPlanJson(bytes) : await readPlanWorkbook(bytes, options);
  return result.ok ? { ...result, sha256: createHash('sha256').update(bytes).digest('hex') } : result;
}
