// A named reason why an action may not happen. The names and their HTTP status stand in the contract, once.

import { ORPCError } from '@orpc/server';
import { refusals } from '@zhenghe/contract/kernel';
import type { Bilingual } from '@zhenghe/engine/kernel';

type Named = 'NOT_ALLOWED' | 'PROOF_NEEDED' | 'SIGNED_OUT' | 'NOT_FOUND' | 'CONFLICT';

/** `throw refusal('NOT_FOUND', { zh: '没有这个方案', en: 'No such plan' })`. */
export function refusal(code: Named, reason: Bilingual): ORPCError<Named, { reason: Bilingual }> {
  return new ORPCError(code, { defined: true, status: refusals[code].status, message: reason.en, data: { reason } });
}
