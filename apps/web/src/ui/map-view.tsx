// A map of the province: county outlines, points, a legend, keyboard zoom. Always used beside a table of the same rows.
// OpenLayers is loaded when a map is first shown.
import { type ReactNode, Suspense } from 'react';
import { useWords } from './language.tsx';
import { LaterPart, later } from './later.tsx';
import type { AreaMark, Dragging, LegendEntry, LinkMark, PointMark } from './map-marks.ts';
import { countyOutlines } from './outlines.ts';
import { Loading } from './states.tsx';
import { words } from './words.ts';

const canvas = later<MapViewProps>(() => import('./map-canvas.tsx').then((module) => module.MapCanvas));

/** Fetches all that a map needs while its figures are still on their way. A failure is told by the map itself. */
export function warmMap(): void {
  void canvas.fetchAhead();
  void countyOutlines().catch(() => undefined);
}

export interface MapViewProps {
  readonly label: string;
  /** By GB/T 2260 code of the county; a county not named is drawn empty. */
  readonly areas?: Readonly<Record<string, AreaMark>>;
  readonly points?: readonly PointMark[];
  readonly links?: readonly LinkMark[];
  readonly dragging?: Dragging;
  /** Over the foot of the map: trays to drop points on. */
  readonly over?: ReactNode;
  readonly legend: readonly LegendEntry[];
  /** Codes to fit the view to; all when absent. */
  readonly fit?: readonly string[];
  /** Fits the view to the points instead, as far as there are any. */
  readonly fitPoints?: boolean;
  readonly height?: number;
  readonly onPick?: (picked: { readonly kind: 'area' | 'point'; readonly id: string }) => void;
  readonly note?: ReactNode;
}

export function MapView(props: MapViewProps) {
  const w = useWords(words);
  const height = props.height ?? 420;
  return (
    <figure className="map">
      <div style={{ height }}>
        <Suspense fallback={<Loading rows={8} />}>
          <LaterPart of={canvas} props={{ ...props, height }} />
        </Suspense>
      </div>
      <figcaption>
        <ul className="legend" aria-label={w.legend}>
          {props.legend.map((entry) => (
            <li key={entry.label}>
              <LegendMark entry={entry} />
              {entry.label}
            </li>
          ))}
        </ul>
        <p className="note">
          {props.note} {w.mapNote} {w.mapKeys}
        </p>
      </figcaption>
    </figure>
  );
}

function LegendMark({ entry }: { readonly entry: LegendEntry }) {
  const { color, shape, size = 5 } = entry;
  const side = Math.max(14, 2 * size + 2);
  const marks: Record<LegendEntry['shape'], ReactNode> = {
    circle: <circle cx={side / 2} cy={side / 2} r={size} fill={color} />,
    ring: <circle cx="7" cy="7" r="4" fill="none" stroke={color} strokeWidth="2" />,
    square: <rect x="2.5" y="2.5" width="9" height="9" fill={color} />,
    diamond: <path d="M7 1l6 6-6 6-6-6z" fill={color} />,
    triangle: <path d="M7 1.5l6 11H1z" fill={color} />,
    cross: <path d="M3 3l8 8M11 3l-8 8" stroke={color} strokeWidth="2.4" />,
    area: <rect x="0.5" y="1.5" width="13" height="11" fill={color} stroke="currentColor" strokeWidth="0.5" />,
    hatched: (
      <>
        <rect x="0.5" y="1.5" width="13" height="11" fill={color} stroke="currentColor" strokeWidth="0.5" />
        <path d="M1 12L12 2M6 12.5l7.5-7" stroke="currentColor" strokeWidth="1" />
      </>
    ),
  };
  return (
    <svg viewBox={`0 0 ${side} ${side}`} width={side} height={side} aria-hidden="true">
      {marks[shape]}
    </svg>
  );
}
