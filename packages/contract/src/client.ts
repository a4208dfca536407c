// The typed client of the API, as types only: the web takes nothing of zod along.
import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from './index.ts';

export type Client = ContractRouterClient<Contract>;

/** What each procedure answers: `Answers['zones']['get']`. */
export type Answers = InferContractRouterOutputs<Contract>;
