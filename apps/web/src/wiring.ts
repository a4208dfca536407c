// The one place that knows every noun's pages. A new noun adds its routes here.
import { accountsRoutes } from './accounts/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { boundariesRoutes } from './boundaries/routes.ts';
import { workbenchRoutes } from './boundaries/workbench/routes.ts';
import { cockpitRoutes } from './cockpit/routes.ts';
import { consultationRoutes } from './consultation/routes.ts';
import { documentsRoutes } from './documents/routes.ts';
import { explorerRoutes } from './explorer/routes.ts';
import { importsRoutes } from './imports/routes.ts';
import { indicatorsRoutes } from './indicators/routes.ts';
import { plannerRoutes } from './planner/routes.ts';
import { plansRoutes } from './plans/routes.ts';
import { policyRoutes } from './policy/routes.ts';
import type { Door, NounRoute } from './shell/index.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import { targetsRoutes } from './targets/routes.ts';
import { workRoutes } from './work/routes.ts';
import { zonesRoutes } from './zones/routes.ts';

export const routes: readonly NounRoute[] = [
  ...cockpitRoutes,
  ...workRoutes,
  ...zonesRoutes,
  ...policyRoutes,
  ...plansRoutes,
  ...plannerRoutes,
  ...boundariesRoutes,
  ...workbenchRoutes,
  ...indicatorsRoutes,
  ...explorerRoutes,
  ...targetsRoutes,
  ...statisticsRoutes,
  ...consultationRoutes,
  ...documentsRoutes,
  ...importsRoutes,
  ...auditRoutes,
  ...accountsRoutes,
];

/** Who signs in again, or proves once more who is there, does it here. */
export const door = (): Promise<Door> => import('./accounts/door-dialog.tsx').then((part) => part.DoorDialog);
