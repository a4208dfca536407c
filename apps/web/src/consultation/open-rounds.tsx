// What the overview shows of consultation: the public reads what it can comment on today.
import { useView } from '../shell/index.ts';
import { Link, Section, useWords } from '../ui/index.ts';
import './consultation.css';
import { useRounds } from './hooks.ts';
import { filtered, forPublic } from './order.ts';
import { RoundCards } from './parts/round-cards.tsx';
import { words } from './words.ts';

export function OpenRounds() {
  const w = useWords(words);
  const { place } = useView();
  const rounds = useRounds().data;
  if (!rounds) return null;
  const { open } = forPublic(filtered(rounds, { kind: 'public', state: 'open', place }));
  return (
    <Section title={w.openNow} note={<Link to="/consultation">{w.back}</Link>}>
      {open.length > 0 ? <RoundCards rounds={open.slice(0, 4)} label={w.openNow} /> : <p className="note">{w.openNone}</p>}
    </Section>
  );
}
