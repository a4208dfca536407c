// The explorer and the tags stand beside each other.
import { PageTabs, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

export function ExplorerTabs() {
  const w = useWords(words);
  const tabs = [
    { to: '/explorer', label: w.title },
    { to: '/tags', label: w.tags },
  ];
  return <PageTabs label={w.pages} tabs={tabs} />;
}
