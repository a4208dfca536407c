// The one place that knows every noun's pages. A new noun adds its routes here.
import { accountsRoutes } from './accounts/routes.ts';
import { cockpitRoutes } from './cockpit/routes.ts';
import { plansRoutes } from './plans/routes.ts';
import { policyRoutes } from './policy/routes.ts';
import type { NounRoute } from './shell/index.ts';
import { zonesRoutes } from './zones/routes.ts';

export const routes: readonly NounRoute[] = [...cockpitRoutes, ...zonesRoutes, ...policyRoutes, ...plansRoutes, ...accountsRoutes];
