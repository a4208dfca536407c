// The pages of statistics.
import { PageTabs, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';
import '../statistics.css';

export function StatisticsTabs() {
  const w = useWords(words);
  return (
    <PageTabs
      label={w.nav}
      tabs={[
        { to: '/statistics', label: w.tabs.board, exact: true },
        { to: '/statistics/forms', label: w.tabs.forms },
        { to: '/statistics/burden', label: w.tabs.burden },
        { to: '/statistics/roster', label: w.tabs.roster },
      ]}
    />
  );
}
