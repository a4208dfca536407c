// One indicator with all that hangs on it: the formula written out, its parts, where it is used, what was merged into it.
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '@zhenghe/contract';
import type { Dataset } from '@zhenghe/contract/kernel';
import { writtenOut } from '@zhenghe/engine/indicators';
import type { Day } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import { partsOf } from './formula.ts';
import { libraryOn } from './library.ts';
import { shownRow } from './list.ts';
import * as refuse from './refusals.ts';
import { type UsesOfNoun, usesOn } from './uses.ts';

type Answer = InferContractRouterOutputs<Contract>['indicators']['get'];

export interface DetailAsked {
  readonly code: string;
  readonly dataset: Dataset;
  readonly on: Day;
}

export async function indicatorDetail(context: Context, nouns: readonly UsesOfNoun[], { code, dataset, on }: DetailAsked): Promise<Answer> {
  const { db, rulebook } = context;
  const loaded = await libraryOn(db, rulebook, { dataset, on });
  const row = loaded.rowOf(code);
  if (!row) throw refuse.noIndicator(code);
  const { library, rows } = loaded;
  const { indicator } = row;
  const uses = await usesOn(db, { rulebook, dataset, on, nouns }, loaded);
  const absorbed = rows.filter(
    (other) => other !== row && other.indicator.mergedInto !== null && library.get(other.indicator.code)?.code === code,
  );
  return {
    indicator: shownRow(row, uses),
    written: writtenOut(code, library),
    parts: partsOf(indicator.formula, library),
    uses: [...(uses.get(code) ?? [])],
    absorbed: absorbed.map((other) => ({ code: other.indicator.code, name: other.indicator.name })),
  };
}
