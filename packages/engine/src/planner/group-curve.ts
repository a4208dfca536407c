// How a group is solved: by tables where it fits one, else by cut and bound; and a desk that does it in the thread that asks.
import type { Desk, Highs } from './desk.ts';
import type { Group, GroupCurve, GroupPiecePoint, Prices } from './group.ts';
import { noPrices } from './large/heuristic-frame.ts';
import { largeCurve } from './large/large.ts';
import { roughCurve } from './large/rough-curve.ts';
import { piecesOfLarge, tablePieces } from './pieces.ts';
import { tableCurve, tabled } from './tables/table-curve.ts';
import { type TableMemory, tableMemory } from './tables/table-memory.ts';

export type Listening = Pick<Desk, 'stopped' | 'tell'>;

/** A desk that works in the calling thread and keeps the tables it has opened. */
export function thisThread(highs: () => Promise<Highs>, listening: Listening = {}): Desk {
  const memory = tableMemory();
  const desk: Desk = {
    ...listening,
    highs,
    // Later, not at once: whoever asks for many groups goes on with its own turn first.
    curve: async (group, prices = noPrices) => {
      await null;
      return groupCurve(group, prices, { desk, memory });
    },
    pieces: async (group) => {
      await null;
      return groupPieces(group, { desk, memory });
    },
  };
  return desk;
}

interface Hand {
  readonly desk: Desk;
  readonly memory: TableMemory;
}

/** Up to so many parks a group is solved to the end although a person has stopped the work: it takes no longer than giving up. */
const atOnce = 17;

function groupCurve(group: Group, prices: Prices, { desk, memory }: Hand): GroupCurve {
  if (group.parks.length > atOnce && desk.stopped?.()) {
    const rough = roughCurve(group, prices);
    if (rough !== null) return rough;
  }
  const found = tabled(group, memory);
  if (found === 'no plan') return { code: group.code, points: [], method: 'tables' };
  return (found && tableCurve(found, prices)) ?? largeCurve(group, prices, desk);
}

function groupPieces(group: Group, { desk, memory }: Hand): readonly GroupPiecePoint[] {
  const found = tabled(group, memory);
  if (found === 'no plan') return [];
  return (found && tablePieces(found)) ?? piecesOfLarge(largeCurve(group, noPrices, desk), group);
}
