// What merging a duplicate into another would do (F35): which figures come along, which agree, which differ, and who names it.
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '@zhenghe/contract';
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Indicator, type Library, mergingOfFigures, mergingProblems, unitFactor } from '@zhenghe/engine/indicators';
import type { Day } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import type { FiguresUnder } from './figures.ts';
import { libraryOn } from './library.ts';
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
  readonly figures: FiguresUnder;
}

export async function mergingOf({ db, rulebook }: Context, { nouns, figures }: Told, asked: MergingAsked): Promise<Answer> {
  const { code, into, dataset, on } = asked;
  const loaded = await libraryOn(db, rulebook, asked);
  const [one, other] = [loaded.rowOf(code)?.indicator, loaded.rowOf(into)?.indicator];
  if (!one || !other) throw refuse.noIndicator(one ? into : code);
  const uses = await usesOn(db, { rulebook, dataset, on, nouns }, loaded);
  const merged = await mergeStanding(db, { dataset, figures, library: loaded.library }, { one, other });
  return { ...merged, uses: [...(uses.get(code) ?? [])] };
}

interface Standing {
  readonly dataset: Dataset;
  readonly figures: FiguresUnder;
  readonly library: Library;
}

/** How many that differ are shown one by one. */
const mostShown = 20;

/** Definitions and figures; two answers to one question are for people to settle before the two become one. */
export async function mergeStanding(
  db: Database,
  { dataset, figures, library }: Standing,
  { one, other }: { readonly one: Indicator; readonly other: Indicator },
): Promise<Omit<Answer, 'uses'>> {
  const [mine, theirs] = [await figures(db, { dataset, code: one.code }), await figures(db, { dataset, code: other.code })];
  const compared = mergingOfFigures({ one, other }, { one: mine, other: theirs });
  const names = new Map(mine.map(({ unit, name }) => [unit, name]));
  const differing = compared.differing.map((each) => ({ ...each, name: names.get(each.unit) ?? each.unit }));
  return {
    problems: [...definitionProblems(library, { one, other }), ...figureProblems(differing)],
    figures: compared.figures,
    same: compared.same,
    differing: differing.slice(0, mostShown),
  };
}

function definitionProblems(
  library: Library,
  { one, other }: { readonly one: Indicator; readonly other: Indicator },
): readonly DefinitionProblem[] {
  const found = mergingProblems({ ...one, mergedInto: null }, other, library).map((problem) => ({ ...problem, from: null, to: null }));
  const factor = unitFactor(one.unit, other.unit);
  // Figures come along as they stand: 亿元 read as 万元 would be the ten-thousandfold slip the checks look for.
  if (factor === null || factor.eq(1)) return found;
  const message = {
    zh: `计量单位的倍数不同：${one.unit} 与 ${other.unit}，先把计量单位改成一致`,
    en: `The units differ by a factor: ${one.unit} and ${other.unit}; make them the same first`,
  };
  return [...found, { field: 'unit', from: null, to: null, message }];
}

function figureProblems(differing: Answer['differing']): readonly DefinitionProblem[] {
  const [first] = differing;
  if (!first) return [];
  const at = `${first.name} ${first.period}：${first.one} ≠ ${first.other}`;
  const message = {
    zh: `同一单位同一时期有 ${differing.length} 个数不一致（${at}），请先更正再合并。`,
    en: `${differing.length} figures of one unit and period differ (${at}): correct them before merging.`,
  };
  return [{ field: 'mergedInto', from: null, to: null, message }];
}
