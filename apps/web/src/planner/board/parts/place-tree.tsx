// One jurisdiction as a table: its zones, each with its lead and members, then what converts and what ends.
import { type Column, DataTable, Empty, StateWord, useLook, useNarrow, useWords } from '../../../ui/index.ts';
import { figure } from '../../figures.ts';
import { words } from '../../words-board.ts';
import type { Known } from '../known.ts';
import { zoneColor } from '../marks.ts';
import type { ParkView, PlaceView } from '../view.ts';
import { KnownFigure } from './known-figure.tsx';

interface PlaceTreeProps {
  readonly place: PlaceView;
  readonly known: Known;
  readonly chosen: string | null;
  readonly onPark: (code: string) => void;
}

export function PlaceTree({ place, known, chosen, onPark }: PlaceTreeProps) {
  const w = useWords(words);
  const parts = [
    ...place.zones.map(({ number, lead, parks }) => ({ key: lead.code, title: w.zoneOf(number, lead.name), parks, number })),
    { key: 'convert', title: w.converted, parks: place.converted, number: null },
    { key: 'abolish', title: w.abolished, parks: place.abolished, number: null },
    { key: 'open', title: w.open, parks: place.open, number: null },
  ].filter(({ parks }) => parks.length > 0);
  if (parts.length === 0) return <Empty title={w.emptyTitle} />;
  return (
    <div className="stack">
      {parts.map(({ key, title, parks, number }) => (
        <div key={key} className="planner-zone">
          <h3>
            {number === null ? null : <ZoneNumber number={number} />} {title} <span className="note">{w.zoneCount(parks.length)}</span>
          </h3>
          <Parks title={`${place.name} ${title}`} parks={parks} known={known} chosen={chosen} onPark={onPark} />
        </div>
      ))}
    </div>
  );
}

function ZoneNumber({ number }: { readonly number: number }) {
  const { palette } = useLook();
  return (
    <span className="zone-number" style={{ background: zoneColor(palette, number) }} aria-hidden="true">
      {number}
    </span>
  );
}

interface ParksProps extends Pick<PlaceTreeProps, 'known' | 'chosen' | 'onPark'> {
  readonly title: string;
  readonly parks: readonly ParkView[];
}

function Parks({ title, parks, known, chosen, onPark }: ParksProps) {
  const columns = useParkColumns(known);
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={parks}
      rowKey={({ park }) => park.code}
      empty={null}
      {...(chosen === null ? {} : { selected: chosen })}
      onOpen={({ park }) => onPark(park.code)}
    />
  );
}

function useParkColumns(known: Known): readonly Column<ParkView>[] {
  const w = useWords(words);
  const narrow = useNarrow();
  const all: readonly Column<ParkView>[] = [
    { key: 'park', title: w.park, width: 200, render: ({ park }) => park.name },
    { key: 'role', title: w.goPlace, important: true, render: (view) => <RoleWord view={view} /> },
    { key: 'level', title: w.level, render: ({ park }) => w.levels[park.level] },
    {
      key: 'output',
      title: w.output,
      unit: w.outputUnit,
      numeric: true,
      important: true,
      render: ({ park }) => <KnownFigure shown={known(park, 'output')} places={2} />,
    },
    {
      key: 'staff',
      title: w.staff,
      unit: w.staffUnit,
      numeric: true,
      important: true,
      render: ({ park }) => <KnownFigure shown={known(park, 'staff')} places={0} />,
    },
    { key: 'km', title: w.km, unit: w.kmUnit, numeric: true, render: ({ km }) => (km === null ? '–' : figure(km, 1)) },
    { key: 'weight', title: w.weight, unit: w.weightUnit, numeric: true, render: ({ park }) => figure(park.weight, 3) },
  ];
  return narrow ? all.filter(({ key }) => key !== 'weight') : all;
}

function RoleWord({ view: { role, locked, moved, park } }: { readonly view: ParkView }) {
  const w = useWords(words);
  return (
    <>
      {w.role[role]}
      {locked ? (
        <>
          {' '}
          <StateWord tone="info">{w.locked}</StateWord>
        </>
      ) : null}
      {moved ? (
        <>
          {' '}
          <StateWord tone="warn">{w.moved}</StateWord>
        </>
      ) : null}
      {park.forbidden ? <span className="note"> {w.forbidden}</span> : null}
    </>
  );
}
