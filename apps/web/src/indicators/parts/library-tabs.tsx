// The pages of the library; drafts and bundles are for units.
import { PageTabs, useWords } from '../../ui/index.ts';
import { useIsStaff } from '../hooks.ts';
import { words } from '../words.ts';
import '../indicators.css';

export function LibraryTabs() {
  const w = useWords(words);
  const staff = useIsStaff();
  const drafts = staff ? [{ to: '/indicators/proposals', label: w.tabs.proposals }] : [];
  return (
    <PageTabs
      label={w.nav}
      tabs={[{ to: '/indicators', label: w.tabs.library, exact: true }, ...drafts, { to: '/indicators/bundle', label: w.tabs.bundle }]}
    />
  );
}
