// The planner's answers of the contract as plain types.
import type { Answers } from '@zhenghe/contract/client';

export type ScenarioRow = Answers['planner']['scenarios'][number];
export type Scenario = Answers['planner']['scenario'];
export type Settings = Scenario['settings'];
export type { Instance, Lock, Park, PlateDecision as Decision, RuleUse } from '@zhenghe/engine/planner';
export type Run = Answers['planner']['run'];
export type SolveResult = Extract<NonNullable<Run['result']>, { kind: 'solve' }>;
export type ExplainResult = Extract<NonNullable<Run['result']>, { kind: 'explain' }>;
export type Solved = Extract<SolveResult['answer'], { status: 'optimal' | 'bounded' }>;
export type Defaults = Answers['planner']['defaults'];
export type Rule = Defaults['rules'][number];
export type Adopted = Answers['planner']['adopt'][number];
export type FrontierResult = Extract<NonNullable<Run['result']>, { kind: 'frontier' }>;
export type FrontierPoint = FrontierResult['points'][number];
