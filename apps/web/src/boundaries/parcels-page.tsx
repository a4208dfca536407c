// The ledger of land reuse: parcels of closed zones and of zones turned into city blocks (F11, S2-二(二), S2-(十三)).
import { Decimal } from '@zhenghe/engine/kernel';
import { useMemo, useState } from 'react';
import { useOpen, usePlaceName, useSession, useView } from '../shell/index.ts';
import {
  Answer,
  Button,
  ClauseLink,
  type Column,
  DataTable,
  Empty,
  Figure,
  FigureRow,
  grouped,
  Link,
  Page,
  Section,
  StateWord,
  type Tone,
  useAreaUnitWord,
  useLook,
  useWords,
} from '../ui/index.ts';
import { inUnit, percent, sumOf } from './areas.ts';
import { useIsStaff, useParcels } from './hooks.ts';
import { ClosedParks } from './parts/closed-parks.tsx';
import { EditParcel } from './parts/edit-parcel.tsx';
import { Land, useLandLook } from './parts/land.tsx';
import { LandArea } from './parts/land-area.tsx';
import { usePlaceLayers } from './parts/use-place-layers.ts';
import type { ParcelRow } from './shapes.ts';
import { words as common } from './words.ts';
import { words } from './words-ledgers.ts';
import './boundaries.css';

const clauses = ['S2-二(二)', 'S2-(十三)'] as const;
const tones: Readonly<Record<ParcelRow['state'], Tone>> = { late: 'bad', open: 'info', undated: 'quiet', done: 'good' };

export function ParcelsPage() {
  const w = useWords(words);
  const c = useWords(common);
  const staff = useIsStaff();
  return (
    <Page title={w.title} answers={w.answer}>
      <p className="page-links">
        <Link to="/boundaries">{w.back}</Link>
        <span className="page-links">
          {w.basis}
          {clauses.map((clause) => (
            <ClauseLink key={clause} citation={{ pack: 'zj-2020-guidance', clause }} />
          ))}
        </span>
      </p>
      {staff ? <Ledger /> : <Empty title={c.layersPublic} />}
    </Page>
  );
}

function Ledger() {
  const { place } = useView();
  const query = useParcels(place);
  return (
    <>
      <Answer query={query}>{(rows) => (rows.length === 0 ? <NoParcels place={place} /> : <Shown rows={rows} />)}</Answer>
      <ClosedParks place={place} parcels={query.data ?? []} />
    </>
  );
}

function NoParcels({ place }: { readonly place: string }) {
  const w = useWords(words);
  const open = useOpen();
  const card = useSession()?.card;
  const action =
    card?.jurisdiction === place ? (
      <Button onClick={() => open('/boundaries/layers/upload', { layer: 'parcels', for: place })}>{w.upload}</Button>
    ) : undefined;
  return (
    <Empty title={w.none} action={action}>
      {w.noneNext}
    </Empty>
  );
}

function Shown({ rows }: { readonly rows: readonly ParcelRow[] }) {
  const w = useWords(words);
  const [look, go] = useLandLook();
  const [edited, edit] = useState<ParcelRow | null>(null);
  const ids = useMemo(() => [...new Set(rows.map(({ layer }) => layer))], [rows]);
  const layers = usePlaceLayers(ids).map((layer) => ({ ...layer, visible: true }));
  const show = (row: ParcelRow) =>
    go({ shape: layers.find(({ id }) => id === row.layer)?.features.find(({ code }) => code === row.code)?.shape });
  return (
    <>
      <Totals rows={rows} />
      <div data-land>{layers.length > 0 ? <Land label={w.table} layers={layers} height={320} {...(look ? { look } : {})} /> : null}</div>
      <ParcelsTable rows={rows} onShow={show} onEdit={edit} />
      <ByUse rows={rows} />
      {edited ? <EditParcel parcel={edited} onClose={() => edit(null)} /> : null}
    </>
  );
}

function Totals({ rows }: { readonly rows: readonly ParcelRow[] }) {
  const w = useWords(words);
  const { on } = useView();
  const { areaUnit } = useLook();
  const unit = useAreaUnitWord();
  const late = rows.filter(({ state }) => state === 'late').length;
  const unsaid = rows.filter(({ nextUse }) => nextUse === null).length;
  const source = (meaning: string) => ({ meaning, source: w.source, on });
  return (
    <FigureRow>
      <Figure label={w.count} value={rows.length} unit={w.pieces} source={source(w.meaning.count)} />
      <Figure
        label={w.area}
        value={grouped(inUnit(sumOf(rows.map(({ area }) => area)), areaUnit))}
        unit={unit}
        source={source(w.meaning.area)}
      />
      <Figure label={w.late} value={late} unit={w.pieces} tone={late > 0 ? 'bad' : 'good'} source={source(w.meaning.late)} />
      <Figure label={w.noNextUse} value={unsaid} unit={w.pieces} tone={unsaid > 0 ? 'warn' : 'good'} source={source(w.meaning.noNextUse)} />
    </FigureRow>
  );
}

interface ParcelsTableProps {
  readonly rows: readonly ParcelRow[];
  readonly onShow: (row: ParcelRow) => void;
  readonly onEdit: (row: ParcelRow) => void;
}

function ParcelsTable({ rows, onShow, onEdit }: ParcelsTableProps) {
  const w = useWords(words);
  const c = useWords(common);
  const unit = useAreaUnitWord();
  const placeName = usePlaceName();
  const own = useSession()?.card?.jurisdiction;
  const text = (value: string | null) => value ?? <span className="missing">{w.unstated}</span>;
  const columns: readonly Column<ParcelRow>[] = [
    { key: 'parcel', title: w.parcel, render: (row) => row.name },
    { key: 'place', title: c.place, render: (row) => placeName(row.jurisdiction) },
    { key: 'park', title: w.park, render: (row) => text(row.park) },
    { key: 'use', title: w.use, render: (row) => text(row.use) },
    { key: 'next', title: w.nextUse, important: true, render: (row) => text(row.nextUse) },
    { key: 'receiver', title: w.receiver, important: true, render: (row) => text(row.receiver) },
    { key: 'deadline', title: w.deadline, tight: true, render: (row) => text(row.deadline) },
    { key: 'area', title: c.area, unit, numeric: true, render: (row) => <LandArea m2={row.area} bare /> },
    { key: 'state', title: w.state, tight: true, important: true, render: (row) => <State row={row} /> },
    {
      key: 'do',
      title: c.actions,
      render: (row) => (
        <span className="row-buttons">
          <Button small onClick={() => onShow(row)}>
            {c.show}
          </Button>
          {row.jurisdiction === own ? (
            <Button small onClick={() => onEdit(row)}>
              {w.edit}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={w.table}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.layer}/${row.code}`}
      rowTone={(row) => (row.state === 'late' ? 'bad' : undefined)}
      maxHeight="60vh"
      empty={null}
    />
  );
}

function State({ row }: { readonly row: ParcelRow }) {
  const w = useWords(words);
  return <StateWord tone={tones[row.state]}>{row.lateDays === null ? w.states[row.state] : w.lateDays(row.lateDays)}</StateWord>;
}

/** Sums by next use; what is not stated stands apart. */
function ByUse({ rows }: { readonly rows: readonly ParcelRow[] }) {
  const w = useWords(words);
  const c = useWords(common);
  const unit = useAreaUnitWord();
  const total = sumOf(rows.map(({ area }) => area));
  const uses = [...new Set(rows.map(({ nextUse }) => nextUse))];
  const sums = uses
    .map((use) => {
      const own = rows.filter(({ nextUse }) => nextUse === use);
      return { use, count: own.length, area: sumOf(own.map(({ area }) => area)) };
    })
    .toSorted((a, b) => Number(b.area) - Number(a.area));
  const lines = [...sums, { use: w.total, count: rows.length, area: total }];
  const columns: readonly Column<(typeof lines)[number]>[] = [
    { key: 'use', title: w.nextUse, render: (row) => row.use ?? w.unstated },
    { key: 'count', title: w.count, numeric: true, important: true, render: (row) => row.count },
    { key: 'area', title: c.area, unit, numeric: true, important: true, render: (row) => <LandArea m2={row.area} bare /> },
    {
      key: 'share',
      title: w.share,
      numeric: true,
      important: true,
      render: (row) => percent(new Decimal(row.area).div(Decimal.max(total, '0.01')).toFixed(6)),
    },
  ];
  return (
    <Section title={w.byUse}>
      <DataTable caption={w.byUse} columns={columns} rows={lines} rowKey={(row) => row.use ?? ''} empty={null} />
    </Section>
  );
}
