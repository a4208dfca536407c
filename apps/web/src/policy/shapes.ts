// The policy answers of the contract as plain types.
import type * as policy from '@zhenghe/contract/policy';

/** What a contract schema answers with, without bringing the schema itself into the bundle. */
type Answer<Schema extends { readonly _output: unknown }> = Schema['_output'];

export type PackSummary = Answer<typeof policy.PackSummary>;
export type ClauseRow = Answer<typeof policy.ClauseRow>;
export type ClauseView = Answer<typeof policy.ClauseView>;
export type ParameterView = Answer<typeof policy.ParameterView>;
export type Conflict = Answer<typeof policy.Conflict>;
export type TargetView = Answer<typeof policy.TargetView>;
