// Writing one comment: the draft kept through failure and reload, its sending, and the receipt that stays until another
// comment is begun.
import { useEffect, useRef } from 'react';
import { oneKey, useAddress, useView } from '../shell/index.ts';
import { aimedAt, type CommentDraft, contentOf, emptyDraft } from './draft.ts';
import { useRoundActions } from './hooks.ts';
import type { RoundDetail } from './shapes.ts';
import { useTyped } from './typed.ts';

const nothingSent = { receipt: '', number: '' };

export function useComment(round: RoundDetail) {
  const { on } = useView();
  const [draft, setDraft, forgetDraft] = useTyped<CommentDraft>(`comment.${round.id}`, emptyDraft);
  const [sent, setSent, forgetSent] = useTyped(`receipt.${round.id}`, nothingSent);
  const { comment } = useRoundActions();
  useAim(round, draft, setDraft);
  const send = async (website: string) => {
    // The same key goes out again after a failure: a comment that did arrive is not written twice.
    const keyed = draft.key ? draft : { ...draft, key: oneKey() };
    setDraft(keyed);
    const answer = await comment.mutateAsync({ ...contentOf(keyed, round, website), on });
    setSent({ receipt: answer.receipt, number: String(answer.number) });
    forgetDraft();
  };
  const again = () => {
    comment.reset();
    forgetSent();
  };
  return { draft, setDraft, discard: forgetDraft, sent, again, send, busy: comment.isPending, error: comment.error };
}

/** A link from a row of the plan (?at=blocks/b1/) begins the comment there; the address is then free of it. */
function useAim(round: RoundDetail, draft: CommentDraft, setDraft: (next: CommentDraft) => void): void {
  const [search, change] = useAddress();
  const latest = useRef({ round, draft, setDraft, change });
  latest.current = { round, draft, setDraft, change };
  const { at } = search;
  useEffect(() => {
    if (at === undefined) return;
    const now = latest.current;
    now.setDraft(aimedAt(now.draft, now.round.places, at));
    now.change({ at: undefined }, { replace: true });
  }, [at]);
}
