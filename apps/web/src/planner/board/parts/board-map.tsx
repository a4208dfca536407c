// The plan on the map: parks by zone and outcome, taken by hand and put elsewhere. The table beside it says and does the same.
import { useMemo } from 'react';
import { type Dragging, type DropTarget, MapView, useLook, useNarrow, useWords } from '../../../ui/index.ts';
import { words } from '../../words-board.ts';
import { putPark, type Target } from '../locks.ts';
import { boardLegend, parkMarks, placeAreas, zoneLinks } from '../marks.ts';
import type { Board } from '../use-board.ts';
import type { ParkView } from '../view.ts';

interface BoardMapProps {
  readonly board: Board;
  /** The jurisdiction shown; null: all. */
  readonly at: string | null;
  readonly chosen: string | null;
  readonly onPark: (code: string) => void;
  readonly onPlace: (code: string) => void;
}

export function BoardMap({ board, at, chosen, onPark, onPlace }: BoardMapProps) {
  const w = useWords(words);
  const { palette } = useLook();
  const narrow = useNarrow(900);
  const { view, scenario, proposal, mayChange } = board;
  const look = useMemo(
    () => ({ palette, at, chosen, titleOf: ({ park, role }: ParkView) => `${park.name} · ${w.role[role]}` }),
    [palette, at, chosen, w],
  );
  const points = useMemo(() => parkMarks(view, scenario.places, look), [view, scenario.places, look]);
  const links = useMemo(() => zoneLinks(view, scenario.places, look), [view, scenario.places, look]);
  const areas = useMemo(() => placeAreas(view, look, ({ name }) => name), [view, look]);
  const fit = useMemo(() => fitOf(at ?? scenario.scope, board), [at, scenario.scope, board]);
  const dragging = useDragging(board);
  return (
    <div className="planner-map">
      <MapView
        label={w.map}
        areas={areas}
        points={points}
        links={links}
        legend={boardLegend(palette, w.legend, proposal !== null)}
        fit={fit}
        fitPoints={at !== null}
        height={narrow ? 380 : 460}
        onPick={({ kind, id }) => (kind === 'point' ? onPark(id) : onPlace(id))}
        {...(mayChange && proposal ? { dragging, over: <Trays /> } : {})}
        note={`${mayChange ? (narrow ? w.mapNotePhone : w.mapNote) : ''} ${w.legendLocked} · ${w.legendMoved} ·`}
      />
    </div>
  );
}

function Trays() {
  const w = useWords(words);
  return (
    <div className="planner-trays" aria-hidden="true">
      {(['convert', 'abolish', 'free'] as const).map((tray) => (
        <div key={tray} data-tray={tray}>
          {w.trays[tray]}
        </div>
      ))}
    </div>
  );
}

/** What a drop means: a tray is an outcome, or takes the locks away; another park is its zone. */
function useDragging(board: Board): Dragging {
  const w = useWords(words);
  const { view, content, setLocks } = board;
  return useMemo(
    () => ({
      mayDrag: (id) => view.parks.has(id),
      tells: (id, target) => {
        const put = targetOf(view.parks, id, target);
        const name = view.parks.get(id)?.park.name ?? id;
        if (put === null) return null;
        if (target.kind === 'tray')
          return w.dropTray(name, w.trays[put === 'free' || 'zone' in put || put.outcome === 'merge' ? 'free' : put.outcome]);
        return put !== 'free' && 'zone' in put ? w.dropZone(name, view.parks.get(put.zone)?.park.name ?? put.zone) : null;
      },
      onDrop: (id, target) => {
        const put = targetOf(view.parks, id, target);
        if (put !== null) setLocks(putPark(content.locks, id, put));
      },
    }),
    [view, content.locks, setLocks, w],
  );
}

/** null: nothing. A zone reaches no further than its own jurisdiction, or the joint one it stands in. */
export function targetOf(parks: Board['view']['parks'], id: string, target: DropTarget): Target | null {
  if (target.kind === 'tray') return target.id === 'convert' || target.id === 'abolish' ? { outcome: target.id } : 'free';
  const [park, other] = [parks.get(id), parks.get(target.id)];
  if (!park || !other?.lead || other.lead === id || other.lead === park.lead) return null;
  return { zone: other.lead };
}

function fitOf(code: string, { instance, view }: Board): readonly string[] {
  const joint = instance.jurisdictions.find((one) => one.code === code)?.joins;
  if (joint) return joint;
  // City proper has no outline: its city is shown.
  return view.places.length > 0 ? [code] : [];
}
