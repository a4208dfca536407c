// Keeps what is drawn and not saved in the browser, and offers it back when the same land is drawn again: in this draft, or in another
// one of the same plan or layer, as a closed tab begins a new draft.
import { useMemo } from 'react';
import { KeptOffer, useKept } from '../../shell/index.ts';
import { useWords } from '../../ui/index.ts';
import { targetKey } from '../target.ts';
import { words } from '../words-map.ts';
import type { Drawing, Features } from './use-drawing.ts';

export function KeptDrawing({ drawing: { saved, history, dirty } }: { readonly drawing: Drawing }) {
  const w = useWords(words);
  const { now, change } = history;
  const drawn = useMemo(() => (dirty ? now : null), [dirty, now]);
  const keeping = useKept<Features>(`boundaries/${targetKey(saved.target)}`, 'drawn', drawn);
  // One step, so that undo takes it back.
  return <KeptOffer keeping={keeping} where={w.keptWhere(keeping.offer?.content.length ?? 0)} onRestore={change} />;
}
