// A small step line against a limit, as SVG of our own: light enough for the first page, the same on paper.
import { type ReactNode, useState } from 'react';
import { dotsOf, heightOf, stepPath, ticksOf } from './step-line.ts';
import { useWidth } from './use-width.ts';

interface TrendProps {
  /** What the line shows, in one sentence. */
  readonly label: string;
  readonly points: readonly { readonly on: string; readonly value: number }[];
  readonly limit: number;
  readonly limitLabel: string;
  /** The same figures as a table. */
  readonly twin: ReactNode;
}

export function Trend({ label, points, limit, limitLabel, twin }: TrendProps) {
  const [frame, width] = useWidth(900);
  const [near, setNear] = useState<number | null>(null);
  const box = { width, height: 180, left: 44, right: 16, top: 14, bottom: 24 };
  const ticks = ticksOf(Math.max(limit, ...points.map((point) => point.value)));
  const most = Math.max(limit, ...points.map((point) => point.value)) * 1.05;
  const dots = dotsOf(
    points.map((point) => point.value),
    most,
    box,
  );
  const every = Math.ceil((points.length * 80) / width);
  const limitY = heightOf(limit, most, box);
  const shown = near === null ? undefined : points[near];
  return (
    <figure className="chart" ref={frame}>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={label} className="trend" onPointerLeave={() => setNear(null)}>
        {ticks
          .filter((tick) => tick <= most)
          .map((tick) => (
            <g key={tick}>
              <line
                className="grid"
                x1={box.left}
                x2={box.width - box.right}
                y1={heightOf(tick, most, box)}
                y2={heightOf(tick, most, box)}
              />
              <text x={box.left - 6} y={heightOf(tick, most, box) + 4} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
        {dots.map((dot, index) =>
          index % every === 0 ? (
            <text
              key={points[index]?.on}
              x={dot.x}
              y={box.height - 6}
              textAnchor={index === 0 ? 'start' : dot.x > width - 60 ? 'end' : 'middle'}
            >
              {points[index]?.on.slice(0, 7)}
            </text>
          ) : null,
        )}
        <line className="limit" x1={box.left} x2={box.width - box.right} y1={limitY} y2={limitY} />
        <text className="limit-word" x={box.left + 6} y={limitY - 5}>
          {limitLabel}
        </text>
        <path className="course" d={stepPath(dots)} />
        {dots.map((dot, index) => (
          // Hovering tells the figure; the table under the chart tells it to everyone else.
          <circle
            key={points[index]?.on}
            className={near === index ? 'dot near' : 'dot'}
            cx={dot.x}
            cy={dot.y}
            r="3"
            onPointerEnter={() => setNear(index)}
          />
        ))}
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
