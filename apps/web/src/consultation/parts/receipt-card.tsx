// The receipt after sending: large, copied with one button, and said plainly that it cannot be replaced.
import { useEffect, useRef, useState } from 'react';
import { Button, Link, StateWord, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

interface ReceiptCardProps {
  readonly sent: { readonly receipt: string; readonly number: string };
  readonly onAnother: (() => void) | undefined;
}

export function ReceiptCard({ sent, onAnother }: ReceiptCardProps) {
  const w = useWords(words).receipt;
  const card = useRef<HTMLDivElement>(null);
  // The form is gone: whoever reads with a screen reader or a small screen is taken to what came instead.
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div className="receipt-card" ref={card} tabIndex={-1} role="status">
      <StateWord tone="good">{w.thanks(Number(sent.number))}</StateWord>
      <div>
        <p className="note">{w.code}</p>
        <p className="receipt-code">{sent.receipt}</p>
      </div>
      <p>{w.keep}</p>
      <div className="button-row">
        <CopyButton text={sent.receipt} />
        <Link to="/consultation/receipt" search={{ receipt: sent.receipt }} className="large-link">
          {w.look}
        </Link>
        {onAnother ? <Button onClick={onAnother}>{w.another}</Button> : null}
      </div>
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const w = useWords(words).receipt;
  const [told, setTold] = useState<'copied' | 'copyFailed' | null>(null);
  // On plain http a browser has no clipboard to give; the code can still be selected with one click.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('copied');
    } catch {
      setTold('copyFailed');
    }
  };
  return (
    <>
      <Button kind="main" onClick={() => void copy()}>
        {w.copy}
      </Button>
      {told ? <span role="status">{w[told]}</span> : null}
    </>
  );
}
