// The list of nouns at the left, in the order of the work; a noun that does not exist yet is simply absent.
import { Link, useSay, useWords } from '../ui/index.ts';
import { NavCount } from './nav-count.tsx';
import type { NounRoute } from './route.ts';
import type { SessionData } from './session.ts';
import { words } from './words.ts';

interface NavListProps {
  readonly routes: readonly NounRoute[];
  readonly session: SessionData;
  /** On a phone the list opens from the menu button. */
  readonly open: boolean;
  readonly onGo: () => void;
}

export function NavList({ routes, session, open, onGo }: NavListProps) {
  const w = useWords(words);
  const say = useSay();
  const listed = routes
    .flatMap((route) => (route.nav && (route.nav.shownTo?.(session) ?? true) ? [{ path: route.path, ...route.nav }] : []))
    .sort((a, b) => a.order - b.order);
  return (
    <nav className={open ? 'nouns open' : 'nouns'} aria-label={w.nouns}>
      <ul>
        {listed.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside takes the key; this only folds the menu after
          <li key={item.path} onClick={onGo}>
            <Link to={item.path} className="noun" exact={item.path === '/'}>
              {say(item.title)}
              {item.useCount ? <NavCount useCount={item.useCount} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
