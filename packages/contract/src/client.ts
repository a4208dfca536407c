// The typed client of the API, as types only: the web takes nothing of zod along.
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from './index.ts';

export type Client = ContractRouterClient<Contract>;
