// What merging a duplicate into another would do (F35): which figures come along, which agree, which differ, and who names it.
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '@zhenghe/contract';
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import type { CompareFigures, FiguresCompared } from './figures.ts';
import { libraryOn } from './library.ts';
import { mergeProblems } from './problems.ts';
import * as refuse from './refusals.ts';
import { type UsesOfNoun, usesOn } from './uses.ts';

export interface MergingAsked {
  readonly code: string;
  readonly into: string;
  readonly dataset: Dataset;
  readonly on: Day;
}

type Answer = InferContractRouterOutputs<Contract>['indicators']['merging'];

interface Told {
  readonly nouns: readonly UsesOfNoun[];
  readonly compare: CompareFigures;
}

export async function mergingOf({ db, rulebook }: Context, { nouns, compare }: Told, asked: MergingAsked): Promise<Answer> {
  const { code, into, dataset, on } = asked;
  const loaded = await libraryOn(db, rulebook, asked);
  const row = loaded.rowOf(code);
  if (!row) throw refuse.noIndicator(code);
  const uses = await usesOn(db, { rulebook, dataset, on, nouns }, loaded);
  const compared = await compare(db, { dataset, code, into });
  const problems = [...mergeProblems({ indicator: row.indicator, library: loaded.library, rulebook }, into), ...mergingProblems(compared)];
  const { figures, same, differing } = compared;
  return { problems, figures, same, differing: [...differing], uses: [...(uses.get(code) ?? [])] };
}

/** Two answers to one question are for people to settle before the two become one. */
export function mergingProblems({ different, differing: [first] }: FiguresCompared): DefinitionProblem[] {
  if (different === 0) return [];
  const at = first ? `${first.name} ${first.period}：${first.one} ≠ ${first.other}` : '';
  const message = {
    zh: `同一单位同一时期有 ${different} 个数不一致（${at}），请先更正再合并。`,
    en: `${different} figures of one unit and period differ (${at}): correct them before merging.`,
  };
  return [{ field: 'mergedInto', from: null, to: null, message }];
}
