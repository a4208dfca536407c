// consultation.* of the contract: HTTP in and out, no thought. The wiring says which nouns are consulted on.
import { api } from '../platform/api.ts';
import * as refuse from './refusals.ts';

export const consultationRoutes = () =>
  api.consultation.router({
    list: api.consultation.list.handler(() => []),
    get: api.consultation.get.handler(() => {
      throw refuse.noRound();
    }),
    begin: api.consultation.begin.handler(() => {
      throw refuse.noRound();
    }),
    end: api.consultation.end.handler(() => {
      throw refuse.noRound();
    }),
    comment: api.consultation.comment.handler(() => {
      throw refuse.noRound();
    }),
    receipt: api.consultation.receipt.handler(() => {
      throw refuse.noRound();
    }),
    answer: api.consultation.answer.handler(() => {
      throw refuse.noRound();
    }),
    withhold: api.consultation.withhold.handler(() => {
      throw refuse.noRound();
    }),
    publish: api.consultation.publish.handler(() => {
      throw refuse.noRound();
    }),
  });
