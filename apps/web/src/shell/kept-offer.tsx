// Offers what was typed before the page was loaded again: put it back, or throw it away.
import { Button, Notice, useWords } from '../ui/index.ts';
import type { Keeping } from './kept.ts';
import { words } from './words.ts';

interface KeptOfferProps<T> {
  readonly keeping: Keeping<T>;
  /** What it was typed in: 方案, 退回意见 … */
  readonly where: string;
  readonly onRestore: (content: T) => void;
}

export function KeptOffer<T>({ keeping, where, onRestore }: KeptOfferProps<T>) {
  const w = useWords(words);
  const { offer, restored, discard } = keeping;
  if (!offer) return null;
  const restore = () => {
    onRestore(offer.content);
    restored();
  };
  return (
    <Notice
      tone="warn"
      title={w.kept(where, minuteOf(offer.at))}
      action={
        <span className="button-row">
          <Button kind="main" onClick={restore}>
            {w.keptRestore}
          </Button>
          <Button onClick={discard}>{w.keptDiscard}</Button>
        </span>
      }
    >
      {w.keptNote}
    </Notice>
  );
}

function minuteOf(instant: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant));
}
