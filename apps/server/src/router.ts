// Every noun's procedures behind one check of who may call them. A procedure of the contract that is missing here does not compile.
import { accountsRoutes, authorised } from './accounts/index.ts';
import { approvalsRoutes } from './approvals/index.ts';
import { auditRoutes } from './audit/index.ts';
import { boundariesRoutes } from './boundaries/index.ts';
import { cockpitRoutes } from './cockpit/index.ts';
import { consultationRoutes } from './consultation/index.ts';
import { definitionsRoutes } from './definitions/index.ts';
import { documentsRoutes } from './documents/index.ts';
import { explorerRoutes } from './explorer/index.ts';
import { importsRoutes } from './imports/index.ts';
import { indicatorsRoutes } from './indicators/index.ts';
import { plannerRoutes } from './planner/index.ts';
import { plansRoutes } from './plans/index.ts';
import { policyRoutes } from './policy/index.ts';
import { statisticsRoutes } from './statistics/index.ts';
import { targetsRoutes } from './targets/index.ts';
import { territoryRoutes } from './territory/index.ts';
import { bounded, consulted, definitionKinds, importKinds, indicatorsWiring, wiring } from './wiring.ts';
import { zonesRoutes } from './zones/index.ts';

export const router = authorised.router({
  accounts: accountsRoutes,
  territory: territoryRoutes,
  policy: policyRoutes,
  zones: zonesRoutes,
  boundaries: boundariesRoutes(bounded),
  approvals: approvalsRoutes(wiring),
  consultation: consultationRoutes(consulted),
  plans: plansRoutes,
  planner: plannerRoutes,
  explorer: explorerRoutes,
  documents: documentsRoutes,
  definitions: definitionsRoutes(definitionKinds),
  indicators: indicatorsRoutes(indicatorsWiring),
  imports: importsRoutes(importKinds),
  statistics: statisticsRoutes,
  targets: targetsRoutes,
  cockpit: cockpitRoutes,
  audit: auditRoutes,
});
