// The API, once: every procedure with its path, input, output and refusals. Server and web both follow it.
import { accounts } from './accounts.ts';
import { approvals } from './approvals.ts';
import { cockpit } from './cockpit.ts';
import { plans } from './plans.ts';
import { policy } from './policy.ts';
import { territory } from './territory.ts';
import { zones } from './zones.ts';

export const contract = { accounts, territory, policy, zones, approvals, plans, cockpit };
export type Contract = typeof contract;
