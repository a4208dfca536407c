// The four pages of policy.
import { Link, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';
import '../policy.css';

export function PolicyTabs() {
  const w = useWords(words);
  return (
    <nav className="policy-tabs" aria-label={w.nav}>
      <Link to="/policy" exact className="">
        {w.tabs.packs}
      </Link>
      <Link to="/policy/clauses" className="">
        {w.tabs.clauses}
      </Link>
      <Link to="/policy/conflicts" className="">
        {w.tabs.conflicts}
      </Link>
      <Link to="/policy/targets" className="">
        {w.tabs.targets}
      </Link>
    </nav>
  );
}
