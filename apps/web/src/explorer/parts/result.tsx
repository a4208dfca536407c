// The answer in the view asked for; chart and map have the table as their twin.
import { lazy, Suspense } from 'react';
import { Loading } from '../../ui/index.ts';
import type { ExplorerState } from '../question.ts';
import type { PivotAnswer } from '../shapes.ts';
import { ResultTable } from './result-table.tsx';

const Charts = lazy(() => import('./result-charts.tsx').then((part) => ({ default: part.ResultCharts })));
const MapOf = lazy(() => import('./result-map.tsx').then((part) => ({ default: part.ResultMap })));

interface ResultProps {
  readonly answer: PivotAnswer;
  readonly state: ExplorerState;
}

export function Result({ answer, state }: ResultProps) {
  return (
    <>
      <Suspense fallback={<Loading rows={8} />}>
        {state.show === 'chart' ? <Charts answer={answer} state={state} /> : null}
        {state.show === 'map' ? <MapOf answer={answer} state={state} /> : null}
      </Suspense>
      <ResultTable answer={answer} state={state} />
    </>
  );
}
