// One kind of land as it stands in a legend: the same pattern, dash and colour as on the map.
import { landLook, strokesOf } from './land-look.ts';
import type { LandKind } from './land-marks.ts';
import { useLook } from './look.tsx';
import { light } from './theme.ts';

const width = 22;
const height = 14;
const size = 7;

/** `printed`: on paper, always light. */
export function LandSwatch({ kind, printed = false }: { readonly kind: LandKind; readonly printed?: boolean }) {
  const { palette, scheme } = useLook();
  const look = printed ? landLook(kind, light, false) : landLook(kind, palette, scheme === 'dark');
  const strokes = [0, 1, 2, 3].flatMap((column) =>
    [0, 1].flatMap((row) =>
      strokesOf(look.pattern, size).map(
        ([x1, y1, x2, y2]) => `M${x1 + column * size} ${y1 + row * size}L${x2 + column * size} ${y2 + row * size}`,
      ),
    ),
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <rect x="1" y="1" width={width - 2} height={height - 2} fill={look.color} fillOpacity={look.ground} />
      <path d={strokes.join('')} stroke={look.color} strokeWidth={look.pattern === 'dots' ? 1.8 : 0.9} strokeLinecap="round" fill="none" />
      <rect
        x="1"
        y="1"
        width={width - 2}
        height={height - 2}
        fill="none"
        stroke={look.color}
        strokeWidth={Math.min(2, look.width)}
        strokeDasharray={look.dash.join(' ')}
      />
    </svg>
  );
}
