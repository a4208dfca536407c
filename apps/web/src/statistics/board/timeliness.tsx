// How timely and how complete a form came in, period by period.
import { periodName } from '@zhenghe/engine/kernel';
import { useMemo } from 'react';
import { Answer, Chart, type Column, DataTable, Section, useSay, useWords } from '../../ui/index.ts';
import { useTimeliness } from '../hooks.ts';
import { words } from '../words-board.ts';
import { courseOption, type PeriodRates, shareOf } from './rates.ts';

export function Timeliness({ form }: { readonly form: string }) {
  const w = useWords(words);
  const query = useTimeliness(form);
  if (query.data && query.data.length === 0) return null;
  return (
    <Section title={w.timeliness} note={w.timelinessNote}>
      <Answer query={query} rows={5}>
        {(periods) => <Course periods={periods} />}
      </Answer>
    </Section>
  );
}

function Course({ periods }: { readonly periods: readonly PeriodRates[] }) {
  const w = useWords(words);
  const say = useSay();
  const option = useMemo(
    () => courseOption(periods, { late: w.lateRate, complete: w.completeRate, name: (period) => period }),
    [periods, w],
  );
  const columns: readonly Column<PeriodRates>[] = [
    { key: 'period', title: w.period, render: ({ period }) => say(periodName(period)) },
    { key: 'due', title: w.figures.due, numeric: true, render: ({ due }) => due },
    { key: 'submitted', title: w.figures.submitted, numeric: true, render: ({ submitted }) => submitted },
    { key: 'late', title: w.lateRate, numeric: true, important: true, render: ({ late, due }) => shareOf(late, due) ?? w.none0 },
    {
      key: 'complete',
      title: w.completeRate,
      numeric: true,
      important: true,
      render: ({ complete, due }) => shareOf(complete, due) ?? w.none0,
    },
    { key: 'approved', title: w.figures.approved, numeric: true, render: ({ approved }) => approved },
  ];
  const table = <DataTable caption={w.timeliness} columns={columns} rows={periods} rowKey={({ period }) => period} empty={null} />;
  return <Chart label={w.timeliness} option={option} height={220} twin={table} />;
}
