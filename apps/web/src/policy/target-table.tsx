// The target table: base, goal and calibre of each line. A line without a base says so and is never zero.
import { unitWord } from '@zhenghe/engine/kernel';
import { Answer, ClauseLink, type Column, DataTable, Empty, Page, useSay, useWords } from '../ui/index.ts';
import { useTargets } from './hooks.ts';
import { PolicyTabs } from './parts/policy-tabs.tsx';
import type { TargetView } from './shapes.ts';
import { words } from './words.ts';

export function TargetTable() {
  const w = useWords(words);
  const columns = useTargetColumns();
  return (
    <Page title={w.tabs.targets} answers={w.targetsAnswer}>
      <PolicyTabs />
      <Answer query={useTargets()} rows={12}>
        {(targets) => (
          <DataTable
            caption={w.tabs.targets}
            columns={columns}
            rows={targets}
            rowKey={(row) => `${row.pack}/${row.id}`}
            wrap
            empty={<Empty title={w.none} />}
          />
        )}
      </Answer>
    </Page>
  );
}

function useTargetColumns(): readonly Column<TargetView>[] {
  const w = useWords(words);
  const say = useSay();
  return [
    { key: 'title', title: w.target, width: 200, render: (row) => `${say(row.title)}${row.calibre ? ' *' : ''}` },
    { key: 'group', title: w.group, render: (row) => say(row.group) },
    { key: 'base', title: w.base, numeric: true, important: true, render: (row) => <Base target={row} /> },
    {
      key: 'goal',
      title: w.goal,
      numeric: true,
      important: true,
      render: (row) => (
        <>
          <span className="note">{row.goal.sense === 'at-least' ? w.atLeast : w.atMost}</span> <b className="number">{row.goal.value}</b>{' '}
          <span className="note">{row.goal.year}</span>
        </>
      ),
    },
    { key: 'unit', title: w.unitOfValue, render: (row) => say(unitWord(row.unit)) },
    { key: 'calibre', title: w.calibre, width: 220, render: (row) => (row.calibre ? `* ${say(row.calibre)}` : '') },
    { key: 'clause', title: w.clause, important: true, render: (row) => <ClauseLink citation={row} /> },
  ];
}

function Base({ target }: { readonly target: TargetView }) {
  const w = useWords(words);
  const say = useSay();
  const { value, year, note } = target.base;
  if (value === null) return <span className="missing">{w.noBase}</span>;
  return (
    <span title={note ? say(note) : undefined}>
      <b className="number">{value}</b> <span className="note">{year ?? ''}</span>
    </span>
  );
}
