// One filing: fetches the sheet on the day in view and opens it.
import { useParam } from '../shell/index.ts';
import { Answer, Page, useWords } from '../ui/index.ts';
import { FilingSheet } from './filing/filing-sheet.tsx';
import { useSheet } from './hooks.ts';
import { StatisticsTabs } from './parts/statistics-tabs.tsx';
import { words } from './words.ts';
import { words as filingWords } from './words-filing.ts';

export function FilingPage() {
  const w = useWords(words);
  const f = useWords(filingWords);
  const id = useParam('id');
  const query = useSheet(id);
  if (query.data) return <FilingSheet key={query.data.id} sheet={query.data} />;
  // Without a filing there is no title of its own: the page still says where one is.
  return (
    <Page title={w.nav} answers={f.answers}>
      <StatisticsTabs />
      <Answer query={query} rows={14}>
        {() => null}
      </Answer>
    </Page>
  );
}
