// Contiguity (相对集中连片, S2-二(二), F10): which features adjoin, how many pieces a zone falls into, how wide the gaps are.
// The adjacency graph is the one the planner uses.
import { Decimal, type DecimalText } from '../kernel/index.ts';
import { crosses, outlineOf, widthBetween } from './gaps.ts';
import type { Neighbour, ZonePieces } from './report.ts';
import type { Feature } from './shape.ts';

export interface AdjacencySetting {
  /** m; two features no further apart are one piece. */
  readonly gap: number;
  /** m; gaps up to here are listed. */
  readonly listed: number;
  /** Rivers, railways, motorways that part what lies on both sides. */
  readonly barriers: readonly Feature[];
}

/** Every pair within `listed`, by code; a barrier parts a pair only where the way between them crosses it. */
export function neighboursOf(features: readonly Feature[], { gap, listed, barriers }: AdjacencySetting): readonly Neighbour[] {
  const outlines = features.map(({ shape }) => outlineOf(shape));
  const walls = barriers.map((barrier) => ({ name: barrier.name, outline: outlineOf(barrier.shape) }));
  return features.flatMap((one, left) =>
    features.slice(left + 1).flatMap((other, offset) => {
      const [from, to] = [outlines[left], outlines[left + 1 + offset]];
      const width = from && to ? widthBetween(from, to, Math.max(gap, listed)) : null;
      if (!width) return [];
      const wall = walls.find(({ outline }) => crosses(outline, width.from, width.to));
      const adjacent = width.metres <= gap && wall === undefined;
      return [{ a: one.code, b: other.code, gap: width.metres.toFixed(1), barrier: wall?.name ?? null, adjacent }];
    }),
  );
}

/** Pieces by area, the largest first. */
export function piecesOf(
  zones: ReadonlyMap<string, readonly string[]>,
  neighbours: readonly Neighbour[],
  areas: ReadonlyMap<string, Decimal>,
): readonly ZonePieces[] {
  return [...zones].map(([zone, members]) => {
    const pieces = groupsOf(members, neighbours)
      .map((features) => ({ features, area: sum(features, areas) }))
      .toSorted((a, b) => b.area.comparedTo(a.area) || String(a.features[0]).localeCompare(String(b.features[0])));
    const total = pieces.reduce((all, { area }) => all.plus(area), new Decimal(0));
    const largest = pieces[0]?.area ?? new Decimal(0);
    return {
      zone,
      pieces: pieces.map(({ features, area }) => ({ features, area: area.toFixed(2) })),
      largestShare: shareText(largest, total),
    };
  });
}

/** Share of a whole as text with six digits; of nothing, one. */
export function shareText(part: Decimal, whole: Decimal): DecimalText {
  return whole.isZero() ? '1' : part.dividedBy(whole).toFixed(6);
}

function sum(codes: readonly string[], areas: ReadonlyMap<string, Decimal>): Decimal {
  return codes.reduce((total, code) => total.plus(areas.get(code) ?? 0), new Decimal(0));
}

function groupsOf(members: readonly string[], neighbours: readonly Neighbour[]): readonly (readonly string[])[] {
  const group = new Map(members.map((code) => [code, code]));
  const root = (code: string): string => {
    const up = group.get(code) ?? code;
    return up === code ? code : root(up);
  };
  for (const { a, b, adjacent } of neighbours) if (adjacent && group.has(a) && group.has(b)) group.set(root(a), root(b));
  const groups = new Map<string, string[]>();
  for (const code of members) groups.set(root(code), [...(groups.get(root(code)) ?? []), code]);
  return [...groups.values()];
}
