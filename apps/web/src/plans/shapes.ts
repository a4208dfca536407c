// The plan answers of the contract as plain types.
import type * as plans from '@zhenghe/contract/plans';

/** What a contract schema answers with, without bringing the schema itself into the bundle. */
type Answer<Schema extends { readonly _output: unknown }> = Schema['_output'];

export type PlanRow = Answer<typeof plans.PlanRow>;
export type PlanDetail = Answer<typeof plans.PlanDetail>;
export type PlanAction = Answer<typeof plans.PlanAction>;
