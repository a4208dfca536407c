// A small step line against a limit, as SVG of our own: light enough for the first page, the same on paper.
import { type ReactNode, useState } from 'react';
import { type Box, type Dot, dotsOf, heightOf, stepPath, ticksOf } from './step-line.ts';
import { useWidth } from './use-width.ts';

interface Point {
  readonly on: string;
  readonly value: number;
}

interface TrendProps {
  /** What the line shows, in one sentence. */
  readonly label: string;
  readonly points: readonly Point[];
  readonly limit: number;
  readonly limitLabel: string;
  /** The same figures as a table. */
  readonly twin: ReactNode;
}

export function Trend({ label, points, limit, limitLabel, twin }: TrendProps) {
  const [frame, width] = useWidth(900);
  const [near, setNear] = useState<number | null>(null);
  const box = { width, height: 180, left: 44, right: 16, top: 14, bottom: 24 };
  const most = Math.max(limit, ...points.map((point) => point.value)) * 1.05;
  const dots = dotsOf(
    points.map((point) => point.value),
    most,
    box,
  );
  const limitY = heightOf(limit, most, box);
  const shown = near === null ? undefined : points[near];
  return (
    <figure className="chart" ref={frame}>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={label} className="trend" onPointerLeave={() => setNear(null)}>
        <Heights most={most} box={box} />
        <Days dots={dots} points={points} box={box} />
        <line className="limit" x1={box.left} x2={box.width - box.right} y1={limitY} y2={limitY} />
        <text className="limit-word" x={box.left + 6} y={limitY - 5}>
          {limitLabel}
        </text>
        <path className="course" d={stepPath(dots)} />
        <Dots dots={dots} points={points} near={near} onNear={setNear} />
      </svg>
      <details>
        <summary>
          {label}
          {shown ? <b className="number"> {`${shown.on} · ${shown.value}`}</b> : null}
        </summary>
        {twin}
      </details>
    </figure>
  );
}

function Heights({ most, box }: { readonly most: number; readonly box: Box }) {
  return ticksOf(most)
    .filter((tick) => tick <= most)
    .map((tick) => {
      const y = heightOf(tick, most, box);
      return (
        <g key={tick}>
          <line className="grid" x1={box.left} x2={box.width - box.right} y1={y} y2={y} />
          <text x={box.left - 6} y={y + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      );
    });
}

interface PlacedProps {
  readonly dots: readonly Dot[];
  readonly points: readonly Point[];
}

/** Months under the line, as many as there is room for. */
function Days({ dots, points, box }: PlacedProps & { readonly box: Box }) {
  const every = Math.max(1, Math.ceil((points.length * 80) / box.width));
  return dots.map((dot, index) =>
    index % every === 0 ? (
      <text
        key={points[index]?.on}
        x={dot.x}
        y={box.height - 6}
        textAnchor={index === 0 ? 'start' : dot.x > box.width - 60 ? 'end' : 'middle'}
      >
        {points[index]?.on.slice(0, 7)}
      </text>
    ) : null,
  );
}

/** Hovering tells a dot's figure; the table under the chart tells it to everyone else. */
function Dots({ dots, points, near, onNear }: PlacedProps & { readonly near: number | null; readonly onNear: (index: number) => void }) {
  return dots.map((dot, index) => (
    <circle
      key={points[index]?.on}
      className={near === index ? 'dot near' : 'dot'}
      cx={dot.x}
      cy={dot.y}
      r="3"
      onPointerEnter={() => onNear(index)}
    />
  ));
}
