// Every jurisdiction of the scope in a line; a line opens its own plan.
import { DataTable, useWords } from '../../../ui/index.ts';
import type { Lock } from '../../shapes.ts';
import { words } from '../../words-board.ts';
import { parksOf } from '../locks.ts';
import type { BoardView, PlaceView } from '../view.ts';

interface PlacesTableProps {
  readonly view: BoardView;
  readonly locks: readonly Lock[];
  readonly onPlace: (code: string) => void;
}

export function PlacesTable({ view, locks, onPlace }: PlacesTableProps) {
  const w = useWords(words);
  const locked = (place: PlaceView) =>
    locks.filter((lock) => parksOf(lock).some((park) => view.parks.get(park) && place.parks.some((one) => one.park.code === park))).length;
  const dash = (count: number) => (count === 0 ? '–' : count);
  return (
    <DataTable
      caption={w.placesTable}
      rows={view.places}
      rowKey={({ code }) => code}
      empty={null}
      maxHeight="560px"
      onOpen={({ code }) => onPlace(code)}
      columns={[
        { key: 'place', title: w.place, render: ({ name }) => name },
        { key: 'zones', title: w.zones, unit: w.zonesUnit, numeric: true, important: true, render: ({ zones }) => zones.length },
        { key: 'allowed', title: w.zonesAllowed, numeric: true, important: true, render: (place) => `${place.zonesMin}–${place.zonesMax}` },
        { key: 'parks', title: w.parksCount, numeric: true, important: true, render: ({ parks }) => parks.length },
        { key: 'converted', title: w.convertedCount, numeric: true, render: ({ converted }) => dash(converted.length) },
        { key: 'abolished', title: w.abolishedCount, numeric: true, render: ({ abolished }) => dash(abolished.length) },
        { key: 'locks', title: w.locksCount, numeric: true, render: (place) => dash(locked(place)) },
        { key: 'changed', title: w.changed, numeric: true, render: ({ parks }) => dash(parks.filter(({ moved }) => moved).length) },
      ]}
    />
  );
}
