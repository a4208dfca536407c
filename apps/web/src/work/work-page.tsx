// My work today (待办): late, returned to me, due, waiting for me, waiting for others; leaders see where cases are stuck.
import { WaitingRounds } from '../consultation/index.ts';
import { useSession, useView } from '../shell/index.ts';
import { Answer, Empty, Figure, FigureRow, Page, useWords } from '../ui/index.ts';
import { hasWork, useMyWork } from './hooks.ts';
import { listsFor } from './lists.ts';
import { WorkList } from './parts/work-list.tsx';
import { words } from './words.ts';

const counted = ['late', 'returned', 'due', 'waitingOnMe', 'waitingOnOthers'] as const;

export function WorkPage() {
  const w = useWords(words);
  const session = useSession();
  const { on } = useView();
  const work = useMyWork();
  if (!session || !hasWork(session)) {
    return (
      <Page title={w.title} answers={w.answers}>
        <Empty title={w.nobody}>{w.nobodyNext}</Empty>
      </Page>
    );
  }
  const leads = session.card?.role === 'city' || session.card?.role === 'province';
  return (
    <Page title={w.title} answers={w.answers}>
      <Answer query={work} rows={12}>
        {(lists) => (
          <>
            <FigureRow>
              {counted.map((name) => (
                <Figure
                  key={name}
                  label={w.lists[name]}
                  value={lists[name].total}
                  tone={name === 'late' && lists.late.total > 0 ? 'bad' : 'info'}
                  source={{ meaning: w.notes[name], source: w.source, on }}
                />
              ))}
            </FigureRow>
            <WaitingRounds />
            {listsFor(lists, leads).map((name) => (
              <WorkList key={name} name={name} list={lists[name]} />
            ))}
          </>
        )}
      </Answer>
    </Page>
  );
}
