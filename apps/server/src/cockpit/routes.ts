// cockpit.day of the contract: the day's answer for the person who asks.
import { countStates, planRows } from '../plans/index.ts';
import { api } from '../platform/api.ts';
import { listJurisdictions } from '../territory/index.ts';
import { countByPlace, meter } from '../zones/index.ts';
import { bindingDates, quotas } from './dates.ts';
import { countSteps, inScope, lateRows, placesOf, waitingFor } from './waiting.ts';

export const cockpitRoutes = api.cockpit.router({
  day: api.cockpit.day.handler(async ({ context, input }) => {
    const { db, rulebook, caller } = context;
    const [control, rows, places] = await Promise.all([meter(db, rulebook, input), planRows(context, input), listJurisdictions(db)]);
    const counts = await countByPlace(db, { dataset: input.dataset, base: control.base.on, asOf: input.asOf });
    const states = await countStates(db, { ...input, within: placesOf(caller.card) });
    return {
      meter: control,
      waiting: waitingFor(caller.card, rows),
      late: lateRows(caller.card, inScope(caller.card, rows)),
      steps: countSteps(states),
      dates: bindingDates(rulebook, caller.card?.jurisdiction ?? '330000', input.asOf),
      quota: quotas(rulebook, places, counts, input.asOf),
    };
  }),
});
