// A chart of the house's set. Options come from pure functions; the drawing library is loaded when a chart is shown.
import { lazy, type ReactNode, Suspense } from 'react';
import type { ChartOption } from './chart-canvas.tsx';
import { Loading } from './states.tsx';

export type { ChartOption } from './chart-canvas.tsx';

const Canvas = lazy(() => import('./chart-canvas.tsx').then((module) => ({ default: module.ChartCanvas })));

interface ChartProps {
  /** What the chart shows, in one sentence, for who cannot see it. */
  readonly label: string;
  readonly option: ChartOption;
  readonly height?: number;
  /** The same figures as a table. */
  readonly twin?: ReactNode;
  /** The `id` of the datum that was clicked; the twin offers the same by keyboard. */
  readonly onPick?: (id: string) => void;
}

export function Chart({ label, option, height = 240, twin, onPick }: ChartProps) {
  return (
    <figure className="chart">
      <div role="img" aria-label={label} style={{ height }}>
        <Suspense fallback={<Loading rows={3} />}>
          <Canvas option={option} onPick={onPick} />
        </Suspense>
      </div>
      {twin ? (
        <details>
          <summary>{label}</summary>
          {twin}
        </details>
      ) : null}
    </figure>
  );
}
