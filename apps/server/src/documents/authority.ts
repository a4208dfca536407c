// Who may have papers of a plan made, and which: the place itself and those above it; a 批复 only of the approved version.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type PaperKind, type PaperRound, paperKinds } from '@zhenghe/exchange/documents';
import { type Actor, actorOf, mayActOn } from '../accounts/index.ts';
import type { Caller } from '../platform/api.ts';
import type { Detail } from './content.ts';
import { noRounds, notApproved, notMaker, otherVersionApproved, roundsNotAnswered } from './refusals.ts';

/** Null when the caller has no business with the plan's papers. */
export function makerFor(caller: Caller, jurisdiction: string): Actor | null {
  const { card } = caller;
  if (!card || !mayActOn(caller, 'documents.make', jurisdiction)) return null;
  return actorOf(card);
}

/** `rounds` are those of the version's consultation: an answer table is complete or is not made. */
export function refusedKind(kind: PaperKind, detail: Detail, rounds: readonly PaperRound[]): Bilingual | null {
  if (kind === 'answers' || kind === 'answers-sheet') return refusedTable(rounds);
  if (kind !== 'reply') return null;
  const approved = detail.actions.findLast((action) => action.kind === 'approved');
  if (!approved || detail.state !== 'approved') return notApproved;
  return approved.version === detail.version ? null : otherVersionApproved(approved.version);
}

function refusedTable(rounds: readonly PaperRound[]): Bilingual | null {
  if (rounds.length === 0) return noRounds;
  return rounds.some(({ state }) => state === 'open' || state === 'closed') ? roundsNotAnswered : null;
}

export function kindsFor(caller: Caller, detail: Detail, rounds: readonly PaperRound[]): { kind: PaperKind; refused: Bilingual | null }[] {
  const refused = makerFor(caller, detail.plan.jurisdiction) ? null : notMaker;
  return paperKinds.map((kind) => ({ kind, refused: refused ?? refusedKind(kind, detail, rounds) }));
}
