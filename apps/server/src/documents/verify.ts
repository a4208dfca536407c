// Answers for a printed code, to anyone: the version as it was when the paper was made. Wrong codes are counted by address.
import type { VerifiedDocument } from '@zhenghe/contract/documents';
import type { Context } from '../platform/api.ts';
import { senderAt } from '../platform/sender.ts';
import { guessLimit, readCode } from './code.ts';
import { findPrinted } from './queries.ts';
import * as refuse from './refusals.ts';

const minutes = 10;
const limit = guessLimit(20, minutes * 60_000);

export async function verifyCode({ db, visit }: Pick<Context, 'db' | 'visit'>, typed: string): Promise<VerifiedDocument> {
  // Without sign-in the demo answers this machine only: one address.
  const from = visit ? senderAt(visit.address) : 'this machine';
  const now = Date.now();
  if (limit.isShut(from, now)) throw refuse.tooMany(minutes);
  const code = readCode(typed);
  const printed = code === null ? null : await findPrinted(db, code);
  if (!printed) {
    limit.wrong(from, now);
    throw refuse.noCode();
  }
  const { content, by, recordedAt, file, latest } = printed;
  const { detail } = content;
  return {
    ...{ code: printed.code, kind: content.kind, dataset: detail.dataset, title: detail.plan.title, place: content.place },
    ...{ version: detail.version, state: detail.state, on: content.on, recordedAt, by: by.unit, latest },
    parks: detail.plan.parks.length,
    zones: detail.plan.zones.length,
    before: detail.check.totals.before,
    after: detail.check.totals.after,
    planSha256: content.planSha256,
    packs: detail.check.packs,
    file,
  };
}
