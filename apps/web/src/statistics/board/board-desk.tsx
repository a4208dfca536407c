// One form and period over the units one answers for: rates, the units with what each lies at, and what can be decided for many at once.

import { useQuery } from '@tanstack/react-query';
import { periodName } from '@zhenghe/engine/kernel';
import { api, useAddress, useView } from '../../shell/index.ts';
import { Answer, Choice, Empty, Figure, FigureRow, Notice, Page, SearchBox, StateWord, useSay, useWords } from '../../ui/index.ts';
import { StatisticsTabs } from '../parts/statistics-tabs.tsx';
import type { Board, FormHead } from '../shapes.ts';
import { words as common } from '../words.ts';
import { words } from '../words-board.ts';
import { PeriodActions } from './period-actions.tsx';
import { shareOf } from './rates.ts';
import { Timeliness } from './timeliness.tsx';
import { UnitsTable } from './units-table.tsx';
import { boardView, pageSize } from './view.ts';

export function BoardDesk({ forms }: { readonly forms: readonly FormHead[] }) {
  const w = useWords(words);
  const c = useWords(common);
  const [search] = useAddress();
  const form = forms.find(({ code }) => code === search.form) ?? forms.find(({ opened }) => opened !== null) ?? forms[0];
  if (!form) {
    return (
      <Page title={c.nav} answers={w.answers}>
        <StatisticsTabs />
        <Empty title={w.noForms}>{w.noFormsNext}</Empty>
      </Page>
    );
  }
  return <FormBoard forms={forms} form={form} />;
}

function useBoard(form: FormHead) {
  const { data: dataset, on } = useView();
  const [search] = useAddress();
  const view = boardView(search);
  const input = { dataset, on, form: form.code, ...view, size: pageSize };
  return useQuery(api.statistics.board.queryOptions({ input, placeholderData: (before) => before }));
}

function FormBoard({ forms, form }: { readonly forms: readonly FormHead[]; readonly form: FormHead }) {
  const w = useWords(words);
  const c = useWords(common);
  const query = useBoard(form);
  return (
    <Page title={c.nav} answers={w.answers} actions={<PeriodActions form={form} board={query.data} />}>
      <StatisticsTabs />
      <Filters forms={forms} form={form} board={query.data} />
      <Answer query={query} rows={12}>
        {(board) =>
          board.period === null ? (
            <Empty title={w.noPeriod}>{w.noPeriodNext}</Empty>
          ) : (
            <>
              {board.locked ? <Notice title={w.lockedOn(board.locked)} /> : null}
              <RateFigures board={board} />
              <UnitsTable key={`${form.code}/${board.period}`} board={board} />
            </>
          )
        }
      </Answer>
      <Timeliness form={form.code} />
    </Page>
  );
}

interface FiltersProps {
  readonly forms: readonly FormHead[];
  readonly form: FormHead;
  readonly board: Board | undefined;
}

function Filters({ forms, form, board }: FiltersProps) {
  const w = useWords(words);
  const c = useWords(common);
  const say = useSay();
  const { data } = useView();
  const [search, change] = useAddress();
  const view = boardView(search);
  const states = (['all', 'mine', 'late', 'returned', 'open', 'approved'] as const).map((value) => ({
    value,
    label: w.stateChoices[value],
  }));
  const periods = (board?.periods ?? []).map((value) => ({ value, label: say(periodName(value)) }));
  return (
    <search className="filters">
      <Choice
        label={w.form}
        width={220}
        value={form.code}
        choices={forms.map(({ code, title }) => ({ value: code, label: say(title) }))}
        onChange={(code) => change({ form: code, period: undefined, page: undefined })}
      />
      <Choice
        label={w.period}
        value={board?.period ?? undefined}
        choices={periods}
        onChange={(period) => change({ period, page: undefined })}
      />
      <Choice
        label={w.state}
        value={view.state}
        choices={states}
        onChange={(state) => change({ state: state === 'all' ? undefined : state, page: undefined })}
      />
      <SearchBox
        label={w.search}
        placeholder={w.search}
        value={view.search}
        onChange={(q) => change({ q, page: undefined }, { replace: true })}
      />
      {data === 'training' ? <StateWord tone="warn">{c.training}</StateWord> : null}
    </search>
  );
}

function RateFigures({ board: { rates } }: { readonly board: Board }) {
  const { figures } = useWords(words);
  const { on } = useView();
  const tones = { due: 'info', submitted: 'info', late: rates.late > 0 ? 'bad' : 'quiet', complete: 'good', approved: 'good' } as const;
  return (
    <FigureRow>
      {(['due', 'submitted', 'late', 'complete', 'approved'] as const).map((key) => {
        const share = key === 'due' ? null : shareOf(rates[key], rates.due);
        return (
          <Figure
            key={key}
            label={figures[key]}
            value={rates[key]}
            unit={figures.unit}
            tone={tones[key]}
            note={share === null ? on : figures.ofDue(share)}
            source={{ meaning: figures.meaning[key], source: figures.source, on }}
          />
        );
      })}
    </FigureRow>
  );
}
