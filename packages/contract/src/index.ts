// The API, once: every procedure with its path, input, output and refusals. Server and web both follow it.
import { accounts } from './accounts.ts';
import { approvals } from './approvals.ts';
import { audit } from './audit.ts';
import { boundaries } from './boundaries.ts';
import { cockpit } from './cockpit.ts';
import { consultation } from './consultation.ts';
import { documents } from './documents.ts';
import { imports } from './imports.ts';
import { planner } from './planner.ts';
import { plans } from './plans.ts';
import { policy } from './policy.ts';
import { territory } from './territory.ts';
import { zones } from './zones.ts';

export const contract = {
  accounts,
  territory,
  policy,
  zones,
  boundaries,
  approvals,
  consultation,
  plans,
  planner,
  documents,
  imports,
  cockpit,
  audit,
};
export type Contract = typeof contract;
