// approvals.* of the contract: HTTP in and out, no thought. The wiring says which nouns have cases.
import { mustHaveProved } from '../accounts/index.ts';
import { api } from '../platform/api.ts';
import { act } from './act.ts';
import * as refuse from './refusals.ts';
import { placeOf, type Wiring } from './subject.ts';
import { caseView } from './view.ts';
import { myWork } from './work.ts';

export const approvalsRoutes = (wiring: Wiring) =>
  api.approvals.router({
    get: api.approvals.get.handler(({ context, input }) => caseView(context, wiring, input)),
    act: api.approvals.act.handler(async ({ context, input }) => {
      const wired = Object.hasOwn(wiring, input.noun) ? wiring[input.noun] : undefined;
      if (!wired) throw refuse.noCase(input.noun, input.id);
      if (input.kind === 'approve' || input.kind === 'refuse') mustHaveProved(context);
      const reasons = input.reasons?.map(({ place, text }) => ({ place: placeOf(place), text }));
      await act(context, wired, { ...input, reasons });
      return caseView(context, wiring, input);
    }),
    work: api.approvals.work.handler(({ context, input }) => myWork(context, wiring, input)),
  });
