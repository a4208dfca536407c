// Session and, in the demo profile only, the choice of a role card.
import type { Session } from '@zhenghe/contract/accounts';
import type { z } from 'zod';
import { api, type Context } from '../platform/api.ts';
import { productVersion } from '../platform/product.ts';
import { refusal } from '../platform/refusal.ts';

export const accountsRoutes = api.accounts.router({
  session: api.accounts.session.handler(({ context }) => sessionOf(context, context.caller.card)),
  roleCards: api.accounts.roleCards.handler(({ context }) => [...deskOf(context).cards]),
  chooseRole: api.accounts.chooseRole.handler(({ context, input }) => {
    const card = deskOf(context).choose(input.card);
    if (!card) throw refusal('NOT_FOUND', { zh: `没有“${input.card}”这个身份。`, en: `There is no role card "${input.card}".` });
    return sessionOf(context, card);
  }),
});

function sessionOf(context: Context, card: z.infer<typeof Session>['card']): z.infer<typeof Session> {
  const { profile } = context.caller;
  return { profile, card, datasets: [...(context.datasets ?? ['real' as const])], day: context.today, version: productVersion };
}

function deskOf(context: Context) {
  if (context.demo && context.caller.profile === 'demo') return context.demo;
  throw refusal('NOT_FOUND', { zh: '正式环境没有身份切换。', en: 'There is no choice of role outside the demo.' });
}
