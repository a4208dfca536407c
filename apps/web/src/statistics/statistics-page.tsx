// The day's answer of statistics: for a zone what it has to fill in, for the others how far a form and period is.
import { Answer, Empty, Page, useWords } from '../ui/index.ts';
import { BoardDesk } from './board/board-desk.tsx';
import { ZoneDesk } from './board/zone-desk.tsx';
import { useFills, useForms, useIsStaff } from './hooks.ts';
import { words } from './words.ts';
import { words as boardWords } from './words-board.ts';

export function StatisticsPage() {
  const w = useWords(words);
  const b = useWords(boardWords);
  const staff = useIsStaff();
  const fills = useFills();
  const query = useForms();
  if (!staff) {
    return (
      <Page title={w.nav} answers={b.answers}>
        <Empty title={w.notYours}>{w.notYoursNext}</Empty>
      </Page>
    );
  }
  return (
    <Answer query={query} rows={12}>
      {(forms) => (fills ? <ZoneDesk forms={forms} /> : <BoardDesk forms={forms} />)}
    </Answer>
  );
}
