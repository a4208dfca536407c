// Layers in force on the day, by place: what they are, who owns them, where they come from, since when (S2-(十三), F07).
import { type LayerKind, layerKinds, layerNames } from '@zhenghe/engine/boundaries';
import { useMemo } from 'react';
import { province, useAddress, useOpen, usePlaceName, useSession, useView } from '../shell/index.ts';
import {
  Answer,
  Button,
  Choice,
  type Column,
  DataTable,
  Empty,
  Link,
  Page,
  Section,
  useAreaUnitWord,
  useSay,
  useWords,
} from '../ui/index.ts';
import { useIsStaff, useLayers } from './hooks.ts';
import { ExportMenu } from './parts/export-menu.tsx';
import { Land, useLandLook } from './parts/land.tsx';
import { LandArea } from './parts/land-area.tsx';
import { usePlaceLayers } from './parts/use-place-layers.ts';
import type { LayerRow } from './shapes.ts';
import { drawingPath, drawingSearch, layerNamed } from './target.ts';
import { words } from './words.ts';
import './boundaries.css';

/** Who may bring layers: departments and governments, for their own place. */
const bringers: readonly string[] = ['county', 'city', 'province', 'department'];

export function LayersPage() {
  const w = useWords(words);
  const staff = useIsStaff();
  return (
    <Page title={w.layersTitle} answers={w.layersAnswer}>
      <p className="page-links">
        <Link to="/boundaries/hosting">{w.hostingTitle}</Link> <Link to="/boundaries/parcels">{w.parcelsLink}</Link>
      </p>
      {staff ? <Layers /> : <Empty title={w.layersPublic} />}
    </Page>
  );
}

function Layers() {
  const w = useWords(words);
  const { place } = useView();
  const query = useLayers();
  return (
    <>
      <Answer query={query}>
        {(rows) => {
          const here = rows.filter(({ jurisdiction }) => covers(place, jurisdiction));
          return here.length === 0 ? <Empty title={w.layersNone}>{w.layersNoneNext}</Empty> : <Shown rows={here} />;
        }}
      </Answer>
      <NewVersion />
    </>
  );
}

/** The whole province, a city with its counties, or one county. */
function covers(place: string, jurisdiction: string): boolean {
  if (place === province) return true;
  return place.endsWith('00') ? jurisdiction.startsWith(place.slice(0, 4)) : jurisdiction === place;
}

function Shown({ rows }: { readonly rows: readonly LayerRow[] }) {
  const w = useWords(words);
  const say = useSay();
  const [search, change] = useAddress();
  const [look, go] = useLandLook();
  const kind = layerNamed(search.layer);
  const shown = useMemo(() => (kind ? rows.filter((row) => row.kind === kind) : rows), [rows, kind]);
  const layers = usePlaceLayers(useMemo(() => shown.slice(0, 40).map(({ id }) => id), [shown]));
  const kinds = layerKinds.filter((one) => rows.some((row) => row.kind === one));
  return (
    <>
      <div className="filters">
        <Choice
          label={w.chooseKind}
          value={kind}
          all={w.kindHead}
          width={200}
          choices={kinds.map((value) => ({ value, label: say(layerNames[value]) }))}
          onChange={(layer: LayerKind | undefined) => change({ layer })}
        />
        <span className="note">{w.openDay}</span>
      </div>
      <div data-land>
        {layers.length > 0 ? <Land label={w.layersMap} layers={layers} height={400} {...(look ? { look } : {})} /> : null}
      </div>
      <LayersTable
        rows={shown}
        onShow={(row) => go({ shape: layers.find(({ id }) => id === row.id)?.features.flatMap(({ shape }) => shape) })}
      />
    </>
  );
}

function LayersTable({ rows, onShow }: { readonly rows: readonly LayerRow[]; readonly onShow: (row: LayerRow) => void }) {
  const w = useWords(words);
  const say = useSay();
  const unit = useAreaUnitWord();
  const placeName = usePlaceName();
  const columns: readonly Column<LayerRow>[] = [
    { key: 'title', title: w.title, render: (row) => say(row.title) },
    { key: 'kind', title: w.kindHead, render: (row) => say(layerNames[row.kind]) },
    { key: 'place', title: w.place, render: (row) => placeName(row.jurisdiction) },
    { key: 'owner', title: w.owner, important: true, render: (row) => say(row.owner) },
    { key: 'from', title: w.from, tight: true, important: true, render: (row) => row.validFrom },
    { key: 'to', title: w.to, tight: true, render: (row) => row.validTo ?? w.inForce },
    { key: 'count', title: w.count, numeric: true, render: (row) => row.features },
    { key: 'area', title: w.area, unit, numeric: true, important: true, render: (row) => <LandArea m2={row.area} bare /> },
    { key: 'source', title: w.source, render: (row) => row.source },
    {
      key: 'do',
      title: w.actions,
      render: (row) => (
        <span className="row-buttons">
          <Button small onClick={() => onShow(row)}>
            {w.show}
          </Button>
          <ExportMenu of={{ layer: row.id }} small />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={w.layersTitle}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      maxHeight="60vh"
      empty={<p>{w.layersNone}</p>}
    />
  );
}

function NewVersion() {
  const w = useWords(words);
  const say = useSay();
  const open = useOpen();
  const card = useSession()?.card;
  const [search, change] = useAddress();
  const layer = layerNamed(search.bring) ?? 'farmland';
  if (!card || !bringers.includes(card.role)) return null;
  const target = { kind: 'layer', layer, jurisdiction: card.jurisdiction } as const;
  return (
    <Section title={w.newVersion} note={w.newVersionNote}>
      <div className="filters">
        <Choice
          label={w.kindHead}
          value={layer}
          width={200}
          choices={layerKinds.map((value) => ({ value, label: say(layerNames[value]) }))}
          onChange={(bring) => change({ bring }, { replace: true })}
        />
        <Button onClick={() => open('/boundaries/layers/upload', { layer, for: card.jurisdiction })}>{w.uploadLayer}</Button>
        <Button onClick={() => open(drawingPath(target), drawingSearch(target))}>{w.drawLayer}</Button>
      </div>
    </Section>
  );
}
