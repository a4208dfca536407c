// The four pages of policy.
import { PageTabs, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';
import '../policy.css';

export function PolicyTabs() {
  const w = useWords(words);
  return (
    <PageTabs
      label={w.nav}
      tabs={[
        { to: '/policy', label: w.tabs.packs, exact: true },
        { to: '/policy/clauses', label: w.tabs.clauses },
        { to: '/policy/conflicts', label: w.tabs.conflicts },
        { to: '/policy/targets', label: w.tabs.targets },
      ]}
    />
  );
}
