// The explorer: one question over approved figures, answered as a table, charts or a map; a figure opens its source beside it.
import { useMemo, useState } from 'react';
import { useAddress, useView } from '../shell/index.ts';
import { Answer, Button, Empty, Failed, Loading, Notice, Page, Split, useSay, useWords } from '../ui/index.ts';
import { cellOf, columnsOf } from './answer.ts';
import { useChoices, usePivot } from './hooks.ts';
import { AskBar } from './parts/ask-bar.tsx';
import { CopyLink, Download } from './parts/download.tsx';
import { EmptyStart } from './parts/empty-start.tsx';
import { ExplorerTabs } from './parts/explorer-tabs.tsx';
import { afresh, Chips, Picker } from './parts/picker.tsx';
import { Result } from './parts/result.tsx';
import { SourcePanel } from './parts/source-panel.tsx';
import { askOf, type ExplorerState, joined, rowId, stateOf } from './question.ts';
import type { Ask, Choices, PivotAnswer } from './shapes.ts';
import { useReading, useRowName } from './use-reading.ts';
import { words } from './words.ts';
import './explorer.css';

export function ExplorerPage() {
  const w = useWords(words);
  const choices = useChoices();
  return (
    <Page title={w.title} answers={w.answers} actions={<CopyLink />}>
      <ExplorerTabs />
      <Answer query={choices} rows={12}>
        {(found) => <Question choices={found} />}
      </Answer>
    </Page>
  );
}

function Question({ choices }: { readonly choices: Choices }) {
  const w = useWords(words);
  const [search, change] = useAddress();
  const { data: dataset, on, place } = useView();
  const [choosing, setChoosing] = useState(false);
  const state = useMemo(() => stateOf(search), [search]);
  const chosen = useMemo(
    () => state.indicators.flatMap((code) => choices.indicators.find((row) => row.code === code) ?? []),
    [state, choices],
  );
  const unknown = state.indicators.filter((code) => !chosen.some((row) => row.code === code));
  const ask = askOf(state, { dataset, on, place }, choices.indicators);
  const choose = () => setChoosing(true);
  return (
    <>
      {choices.indicators.length > 0 ? <AskBar state={state} choices={choices} chosen={chosen} onChoose={choose} /> : null}
      <Chips chosen={chosen} onChange={(codes) => change({ i: joined(codes), ...afresh })} />
      {unknown.length > 0 ? <Notice tone="warn" title={w.unknownCodes(unknown.join(', '))} /> : null}
      {choosing ? <Picker all={choices.indicators} chosen={chosen} onClose={() => setChoosing(false)} /> : null}
      {ask ? <Asked ask={ask} state={state} /> : <EmptyStart all={choices.indicators} onChoose={choose} />}
    </>
  );
}

function Asked({ ask, state }: { readonly ask: Ask; readonly state: ExplorerState }) {
  const w = useWords(words);
  const { query, stop, stopped } = usePivot(ask);
  const { data: answer } = query;
  if (stopped) return <Empty title={w.stopped} action={<Button onClick={() => void query.refetch()}>{w.again}</Button>} />;
  return (
    <>
      <div className="asked-line">
        {answer ? <span className="note">{w.summary(answer.units, answer.publication)}</span> : null}
        {query.isFetching ? (
          <span role="status" className="note">
            {w.working}{' '}
            <Button small onClick={stop}>
              {w.cancel}
            </Button>
          </span>
        ) : null}
        <span className="asked-files">
          <Download ask={ask} />
        </span>
      </div>
      {query.error ? <Failed error={query.error} onRetry={() => query.refetch()} /> : null}
      {answer ? <Answered answer={answer} state={state} ask={ask} /> : query.error ? null : <Loading rows={14} />}
    </>
  );
}

interface AnsweredProps {
  readonly answer: PivotAnswer;
  readonly state: ExplorerState;
  readonly ask: Ask;
}

function Answered({ answer, state, ask }: AnsweredProps) {
  const w = useWords(words);
  const say = useSay();
  const reading = useReading(state.growth !== 'none');
  const open = useOpenFigure(answer, state);
  const panel = open ? <SourcePanel open={open} ask={ask} reading={reading} /> : null;
  return (
    <Split panel={panel}>
      {answer.problems.length > 0 ? (
        <Notice tone="warn" title={w.problems}>
          <ul>
            {answer.problems.map((problem) => (
              <li key={problem.zh}>{say(problem)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {answer.rows.length === 0 ? <Empty title={w.noRows}>{w.noRowsNext}</Empty> : <Result answer={answer} state={state} />}
    </Split>
  );
}

function useOpenFigure(answer: PivotAnswer, { at }: ExplorerState) {
  const rowName = useRowName();
  const row = at ? answer.rows.find((one) => rowId(one) === at.row) : undefined;
  const column = columnsOf(answer).find(({ indicator, period }) => indicator.code === at?.indicator && period === at.period);
  if (!at || !row || !column) return null;
  return { at, row, rowName: rowName(row), indicator: column.indicator, cell: cellOf(answer, row, column.at) };
}
