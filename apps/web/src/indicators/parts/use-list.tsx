// Every place that names an indicator, as links.
import { Link, useSay, useWords } from '../../ui/index.ts';
import type { Use } from '../shapes.ts';
import { words } from '../words.ts';

export function UseList({ uses }: { readonly uses: readonly Use[] }) {
  const w = useWords(words);
  const say = useSay();
  if (uses.length === 0) return <p className="note">{w.usesNone}</p>;
  return (
    <ul className="plain uses">
      {uses.map(({ noun, code, title, link }) => (
        <li key={`${noun}/${code}`}>
          <span className="note">{w.nouns[noun]}</span> <Link to={link}>{say(title)}</Link>
        </li>
      ))}
    </ul>
  );
}
