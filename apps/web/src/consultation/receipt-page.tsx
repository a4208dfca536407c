// What became of the comment behind a receipt: /consultation/receipt?receipt=… – no account, only the code.
import { useState } from 'react';
import { useAddress } from '../shell/index.ts';
import { Button, Failed, Link, Loading, Page, Section, TextInput, useWords } from '../ui/index.ts';
import './consultation.css';
import { useReceipt } from './hooks.ts';
import { RoundStateWord } from './parts/clock.tsx';
import { roundPath } from './parts/round-cards.tsx';
import { SaidComment } from './parts/said-comment.tsx';
import type { Comment, RoundRow } from './shapes.ts';
import { words } from './words.ts';

export function ReceiptPage() {
  const w = useWords(words);
  const [search, change] = useAddress();
  const receipt = (search.receipt ?? '').trim();
  const query = useReceipt(receipt);
  return (
    <Page title={w.receipt.title} answers={w.receipt.answers}>
      <p>
        <Link to="/consultation">{w.back}</Link>
      </p>
      <FindForm key={receipt} receipt={receipt} onFind={(next) => change({ receipt: next })} />
      {query.data ? <Found {...query.data} /> : null}
      {query.error ? <Failed error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isFetching && !query.data ? <Loading rows={4} /> : null}
    </Page>
  );
}

function FindForm({ receipt, onFind }: { readonly receipt: string; readonly onFind: (receipt: string) => void }) {
  const w = useWords(words).receipt;
  const [typed, setTyped] = useState(receipt);
  return (
    <form
      className="plain-form"
      aria-label={w.title}
      onSubmit={(event) => {
        event.preventDefault();
        onFind(typed.trim());
      }}
    >
      <TextInput label={w.field} fills="off" value={typed} note={w.nothing} onChange={setTyped} />
      <div className="button-row">
        <Button kind="main" submit disabled={typed.trim() === ''}>
          {w.find}
        </Button>
      </div>
    </form>
  );
}

function Found({ round, comment }: { readonly round: RoundRow; readonly comment: Comment }) {
  const w = useWords(words);
  const path = roundPath(round.id);
  return (
    <Section title={w.receipt.yours} note={<RoundStateWord state={round.state} />}>
      <div className="stack">
        <p className="round-head">
          <Link to={path}>{round.title}</Link>
          <span>{w.numbered(round.number)}</span>
        </p>
        <SaidComment comment={comment} />
        {comment.answer ? null : <Waiting round={round} />}
        {round.state === 'published' ? <Link to={`${path}/answers`}>{w.readAnswers}</Link> : null}
        {comment.answer && round.state !== 'published' ? <p className="note">{w.receipt.notPublished}</p> : null}
      </div>
    </Section>
  );
}

function Waiting({ round }: { readonly round: RoundRow }) {
  const w = useWords(words).receipt;
  return (
    <p>
      <strong>{w.waiting}</strong> {round.state === 'open' ? w.waitingNext(round.closesOn) : w.closedNext}
    </p>
  );
}
