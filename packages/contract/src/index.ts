// The API, once: every procedure with its path, input, output and refusals. Server and web both follow it.
import { accounts } from './accounts.ts';
import { approvals } from './approvals.ts';
import { audit } from './audit.ts';
import { boundaries } from './boundaries.ts';
import { cockpit } from './cockpit.ts';
import { consultation } from './consultation.ts';
import { definitions } from './definitions.ts';
import { documents } from './documents.ts';
import { explorer } from './explorer.ts';
import { imports } from './imports.ts';
import { indicators } from './indicators.ts';
import { planner } from './planner.ts';
import { plans } from './plans.ts';
import { policy } from './policy.ts';
import { statistics } from './statistics.ts';
import { targets } from './targets.ts';
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
  definitions,
  indicators,
  statistics,
  explorer,
  targets,
  imports,
  cockpit,
  audit,
};
export type Contract = typeof contract;
