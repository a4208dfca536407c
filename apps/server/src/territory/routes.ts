// territory.*: HTTP in and out.
import { api } from '../platform/api.ts';
import { listJurisdictions } from './queries.ts';

export const territoryRoutes = {
  list: api.territory.list.handler(async ({ context }) => [...(await listJurisdictions(context.db))]),
};
