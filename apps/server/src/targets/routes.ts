// targets.* of the contract: HTTP in and out.
import { api } from '../platform/api.ts';
import { targetComparison, targetSheet } from './sheet.ts';

export const targetsRoutes = api.targets.router({
  sheet: api.targets.sheet.handler(({ context, input }) => targetSheet(context, input)),
  compare: api.targets.compare.handler(({ context, input }) => targetComparison(context, input)),
});
