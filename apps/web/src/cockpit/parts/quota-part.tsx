// Zones now against local quotas: a map with its table twin.
import { useMemo, useState } from 'react';
import { province, useAddress, usePlaceName, useTerritory, useView } from '../../shell/index.ts';
import {
  ClauseLink,
  DataTable,
  Empty,
  MapView,
  MissingText,
  Section,
  StateWord,
  Toggle,
  useLook,
  useNarrow,
  useWords,
} from '../../ui/index.ts';
import { standsWithin } from '../order.ts';
import { excessOf, type QuotaRow, quotaAreas, quotaLegend, quotaPoints, quotaState, quotaText, quotaWord } from '../quota.ts';
import { words } from '../words.ts';

interface QuotaPartProps {
  readonly rows: readonly QuotaRow[];
  /** Whether the register holds every zone of the province. */
  readonly complete: boolean;
}

export function QuotaPart({ rows, complete }: QuotaPartProps) {
  const w = useWords(words);
  const narrow = useNarrow(900);
  const here = useRowsHere(rows);
  const [shown, setShown] = useState<'map' | 'table'>('map');
  const map = <QuotaMap rows={here} complete={complete} />;
  const table = <QuotaTable rows={here} complete={complete} />;
  if (!narrow) {
    return (
      <Section title={w.quota} note={w.quotaNote}>
        <div className="columns">
          {map}
          {table}
        </div>
      </Section>
    );
  }
  return (
    <Section title={w.quota} note={w.quotaNote} actions={<MapOrTable shown={shown} onChange={setShown} />}>
      {shown === 'map' ? map : table}
    </Section>
  );
}

/** A county is read among the counties of its city. */
function useRowsHere(rows: readonly QuotaRow[]): readonly QuotaRow[] {
  const { place } = useView();
  const nameOf = usePlaceName();
  return useMemo(() => {
    const scope = place === province ? place : cityOf(place);
    const within = rows.filter((row) => standsWithin(row.code, scope));
    return within.map((row) => ({ ...row, name: nameOf(row.code) }));
  }, [rows, place, nameOf]);
}

function QuotaMap({ rows, complete }: QuotaPartProps) {
  const w = useWords(words);
  const { palette } = useLook();
  const { place } = useView();
  const places = useTerritory();
  const [, change] = useAddress();
  const narrow = useNarrow(900);
  const areas = useMemo(() => quotaAreas(rows, { palette, w, complete }), [rows, palette, w, complete]);
  const points = useMemo(() => quotaPoints(rows, places, { palette, w, complete }), [rows, places, palette, w, complete]);
  return (
    <MapView
      label={w.quotaMap}
      areas={areas}
      points={points}
      legend={quotaLegend({ palette, w, complete })}
      fit={place === province ? [] : [cityOf(place)]}
      height={narrow ? 340 : 480}
      onPick={({ id }) => change({ place: id })}
    />
  );
}

function MapOrTable({ shown, onChange }: { readonly shown: 'map' | 'table'; readonly onChange: (shown: 'map' | 'table') => void }) {
  const w = useWords(words);
  const choices = [
    { value: 'map' as const, label: w.map },
    { value: 'table' as const, label: w.table },
  ];
  return <Toggle label={w.quota} value={shown} choices={choices} onChange={onChange} />;
}

function QuotaTable({ rows, complete }: QuotaPartProps) {
  const w = useWords(words);
  const nameOf = usePlaceName();
  const [, change] = useAddress();
  const { place } = useView();
  const [sort, setSort] = useState({ key: 'excess', descending: true });
  const sorted = [...rows].sort(
    (a, b) => (sort.descending ? -1 : 1) * (figure(a, sort.key) - figure(b, sort.key)) || a.code.localeCompare(b.code),
  );
  return (
    <DataTable
      caption={w.quota}
      rows={sorted}
      rowKey={(row) => row.code}
      empty={<Empty title={w.noQuota} />}
      maxHeight="480px"
      brief={8}
      selected={place}
      sort={sort}
      onSort={setSort}
      onOpen={(row) => change({ place: row.code })}
      columns={[
        { key: 'code', title: w.place, sortable: true, render: (row) => nameOf(row.code) },
        { key: 'base', title: w.base, numeric: true, sortable: true, render: (row) => row.base },
        { key: 'now', title: w.now, numeric: true, sortable: true, important: true, render: (row) => row.now },
        { key: 'max', title: w.max, numeric: true, important: true, render: (row) => quotaText(row) ?? <MissingText reason="not-given" /> },
        {
          key: 'excess',
          title: w.state,
          sortable: true,
          important: true,
          render: (row) => <QuotaStateWord row={row} complete={complete} />,
        },
        {
          key: 'clause',
          title: w.clause,
          render: (row) => (row.clause ? <ClauseLink citation={row.clause} /> : <MissingText reason="not-given" />),
        },
      ]}
    />
  );
}

const tones = { within: 'good', over: 'warn', depends: 'quiet', 'no-quota': 'quiet', incomplete: 'quiet' } as const;

function QuotaStateWord({ row, complete }: { readonly row: QuotaRow; readonly complete: boolean }) {
  const w = useWords(words);
  return <StateWord tone={tones[quotaState(row, complete)]}>{quotaWord(row, complete, w)}</StateWord>;
}

function cityOf(place: string): string {
  return `${place.slice(0, 4)}00`;
}

function figure(row: QuotaRow, key: string): number {
  const figures: Record<string, number> = { code: Number(row.code), base: row.base, now: row.now, excess: excessOf(row) ?? -1 };
  return figures[key] ?? 0;
}
