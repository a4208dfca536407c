// The approval answers of the contract as plain types.
import type { CaseView } from '@zhenghe/contract/approvals';

export type { CaseView };
export type CaseTask = CaseView['tasks'][number];
export type CaseStep = CaseView['steps'][number];
export type CaseOpinion = CaseStep['opinions'][number];
export type CaseAction = CaseView['actions'][number];
export type AllowedAction = CaseView['allowed'][number];
export type ActionKind = AllowedAction['kind'];
export type Stance = NonNullable<CaseOpinion['stance']>;
