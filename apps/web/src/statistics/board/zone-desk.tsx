// What a zone has to fill in: returned and late first, with one button that opens the most pressing.
import { useQueries } from '@tanstack/react-query';
import { periodName } from '@zhenghe/engine/kernel';
import { api, useOpen, useView } from '../../shell/index.ts';
import { Button, type Column, DataTable, Empty, Figure, FigureRow, Link, Page, StateWord, useSay, useWords } from '../../ui/index.ts';
import { stateTones } from '../parts/state-tones.ts';
import { StatisticsTabs } from '../parts/statistics-tabs.tsx';
import type { BoardRow, FormHead } from '../shapes.ts';
import { words as common } from '../words.ts';
import { words } from '../words-board.ts';
import { byPressure, needsHand, type OwnFiling } from './own.ts';

export function filingPath(id: string): string {
  return `/statistics/filings/${encodeURIComponent(id)}`;
}

export function ZoneDesk({ forms }: { readonly forms: readonly FormHead[] }) {
  const w = useWords(words);
  const c = useWords(common);
  const say = useSay();
  const open = useOpen();
  const filings = useOwnFilings(forms);
  const next = filings.find(needsHand);
  return (
    <Page
      title={c.nav}
      answers={w.zoneAnswers}
      actions={
        next ? (
          <Button kind="main" onClick={() => open(filingPath(next.row.id))}>
            {w[next.row.may === null ? 'fillNext' : 'checkNext'](say(next.form.title), say(periodName(next.period)))}
          </Button>
        ) : null
      }
    >
      <StatisticsTabs />
      <Counts filings={filings} />
      <OwnTable filings={filings} />
    </Page>
  );
}

/** The newest period of each form a zone fills, and everything before it that is not done. */
function useOwnFilings(forms: readonly FormHead[]): readonly OwnFiling[] {
  const { data: dataset, on } = useView();
  const own = forms.filter(({ audience }) => audience === 'zones');
  const answers = useQueries({
    queries: own.map(({ code }) => api.statistics.board.queryOptions({ input: { dataset, on, form: code, size: 100 } })),
  });
  return own
    .flatMap((form, index) => {
      const board = answers[index]?.data;
      const period = board?.period ?? null;
      return board && period !== null ? board.rows.map((row: BoardRow) => ({ form, period, row })) : [];
    })
    .sort(byPressure);
}

function Counts({ filings }: { readonly filings: readonly OwnFiling[] }) {
  const { figures } = useWords(words);
  const { on } = useView();
  const counts = {
    toFill: filings.filter(({ row }) => row.state === 'draft' && !row.late).length,
    returned: filings.filter(({ row }) => row.state === 'returned').length,
    late: filings.filter(({ row }) => row.late && (row.state === 'draft' || row.state === 'returned')).length,
    handedIn: filings.filter(({ row }) => row.state !== 'draft' && row.state !== 'returned').length,
  };
  const tones = { toFill: 'info', returned: 'warn', late: 'bad', handedIn: 'good' } as const;
  return (
    <FigureRow>
      {(['late', 'returned', 'toFill', 'handedIn'] as const).map((key) => (
        <Figure
          key={key}
          label={figures[key]}
          value={counts[key]}
          unit={figures.unitForms}
          tone={counts[key] === 0 ? 'quiet' : tones[key]}
          source={{ meaning: figures.meaning[key], source: figures.source, on }}
        />
      ))}
    </FigureRow>
  );
}

function OwnTable({ filings }: { readonly filings: readonly OwnFiling[] }) {
  const w = useWords(words);
  const c = useWords(common);
  const say = useSay();
  const columns: readonly Column<OwnFiling>[] = [
    { key: 'form', title: w.form, width: 220, render: ({ form, row }) => <Link to={filingPath(row.id)}>{say(form.title)}</Link> },
    { key: 'period', title: w.period, tight: true, important: true, render: ({ period }) => say(periodName(period)) },
    { key: 'unit', title: w.unit, render: ({ row }) => row.name },
    {
      key: 'state',
      title: w.caseState,
      important: true,
      render: ({ row }) => (
        <>
          <StateWord tone={stateTones[row.state]}>{c.states[row.state]}</StateWord>{' '}
          {row.late ? <StateWord tone="bad">{c.late}</StateWord> : null}
        </>
      ),
    },
    { key: 'holder', title: w.holder, render: ({ row }) => (row.holder ? say(row.holder) : '') },
    { key: 'due', title: w.due, tight: true, important: true, render: ({ row }) => row.due ?? <span className="missing">{c.noDay}</span> },
    { key: 'filled', title: w.filled, numeric: true, render: ({ row }) => `${row.filled} / ${row.asked}` },
    { key: 'open', title: w.findings, numeric: true, render: ({ row }) => row.open },
  ];
  return (
    <DataTable
      caption={w.own}
      columns={columns}
      rows={filings}
      rowKey={({ row }) => row.id}
      empty={<Empty title={w.ownEmpty}>{w.ownEmptyNext}</Empty>}
    />
  );
}
