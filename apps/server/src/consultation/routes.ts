// consultation.* of the contract: HTTP in and out, no thought. The wiring says which nouns are consulted on.
import { api } from '../platform/api.ts';
import { takeStep } from './act.ts';
import { beginRound } from './begin.ts';
import { takeComment } from './comment.ts';
import { roundOffer } from './offer.ts';
import { received } from './received.ts';
import type { ConsultedNouns } from './subject.ts';
import { roundDetail, roundRows } from './view.ts';

export const consultationRoutes = (nouns: ConsultedNouns) =>
  api.consultation.router({
    list: api.consultation.list.handler(({ context, input }) => roundRows(context, input)),
    get: api.consultation.get.handler(({ context, input }) => roundDetail(context, nouns, input)),
    offer: api.consultation.offer.handler(({ context, input }) => roundOffer(context, nouns, input)),
    begin: api.consultation.begin.handler(async ({ context, input }) => {
      const round = await beginRound(context, nouns, input);
      return roundDetail(context, nouns, { round, on: input.on });
    }),
    end: api.consultation.end.handler(async ({ context, input: { round, reason, on } }) => {
      await takeStep(context, nouns, { round, on, kind: 'end', text: reason });
      return roundDetail(context, nouns, { round, on });
    }),
    comment: api.consultation.comment.handler(({ context, input }) => takeComment(context, nouns, input)),
    receipt: api.consultation.receipt.handler(({ context, input }) => received(context, input)),
    answer: api.consultation.answer.handler(async ({ context, input: { reason, ...asked } }) => {
      await takeStep(context, nouns, { ...asked, kind: 'answer', text: reason });
      return roundDetail(context, nouns, asked);
    }),
    withhold: api.consultation.withhold.handler(async ({ context, input: { reason, ...asked } }) => {
      await takeStep(context, nouns, { ...asked, kind: 'withhold', text: reason });
      return roundDetail(context, nouns, asked);
    }),
    publish: api.consultation.publish.handler(async ({ context, input }) => {
      await takeStep(context, nouns, { ...input, kind: 'publish' });
      return roundDetail(context, nouns, input);
    }),
  });
