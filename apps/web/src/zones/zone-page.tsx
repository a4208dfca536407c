// One zone on one day: basics, names, plates, areas by calibre, blocks, lineage, acts.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Origins } from '../imports/index.ts';
import { api, useParam, usePlacePath, useView } from '../shell/index.ts';
import { Answer, AreaUnitSwitch, MapView, Notice, Page, Section, useLook, useWords } from '../ui/index.ts';
import { LineageTree } from './parts/lineage-tree.tsx';
import { Acts, Areas, Basics, Blocks, Names, Plates } from './parts/zone-parts.tsx';
import { pointLegend, zonePoints } from './points.ts';
import type { ZoneDetail } from './shapes.ts';
import { terms } from './terms.ts';
import { words } from './words.ts';

export function ZonePage() {
  const w = useWords(words);
  const t = useWords(terms);
  const placeOf = usePlacePath();
  const id = useParam('id');
  const { on: asOf } = useView();
  const zone = useQuery(api.zones.get.queryOptions({ input: { id, asOf }, enabled: asOf !== '' }));
  const answers = zone.data ? `${t.type[zone.data.type]} · ${placeOf(zone.data.jurisdiction)} · ${asOf}` : undefined;
  return (
    <Page title={zone.data?.name ?? w.title} answers={answers} actions={<AreaUnitSwitch />}>
      <Answer query={zone} rows={14}>
        {(detail) => <Parts zone={detail} />}
      </Answer>
    </Page>
  );
}

function Parts({ zone }: { readonly zone: ZoneDetail }) {
  const w = useWords(words);
  return (
    <>
      {zone.dataset === 'training' ? <Notice tone="warn" title={w.training} /> : null}
      {zone.to ? <Notice tone="quiet" title={w.ended(zone.to)} /> : null}
      <div className="columns">
        <Section title={w.basics}>
          <Basics zone={zone} />
        </Section>
        <Where zone={zone} />
      </div>
      <Section title={w.areas} note={w.areasNote}>
        <Areas zone={zone} />
      </Section>
      <Lineage id={zone.id} />
      <Section title={w.acts}>
        <Acts zone={zone} />
      </Section>
      <div className="columns">
        <Section title={w.names}>
          <Names zone={zone} />
        </Section>
        <Section title={w.plateList}>
          <Plates zone={zone} />
        </Section>
      </div>
      <Section title={w.blocks}>
        <Blocks zone={zone} />
      </Section>
      <Origins kind="zones" subject={zone.id} />
    </>
  );
}

function Where({ zone }: { readonly zone: ZoneDetail }) {
  const w = useWords(words);
  const { palette } = useLook();
  const points = useMemo(() => zonePoints([{ ...zone, counted: zone.label === null && zone.to === null }], palette), [zone, palette]);
  return (
    <Section title={w.map}>
      <MapView label={`${w.map} · ${zone.name}`} points={points} legend={pointLegend(palette, w)} fit={[zone.jurisdiction]} height={280} />
    </Section>
  );
}

function Lineage({ id }: { readonly id: string }) {
  const w = useWords(words);
  const { on: asOf } = useView();
  const lineage = useQuery(api.zones.lineage.queryOptions({ input: { id, asOf } }));
  return (
    <Section title={w.lineage}>
      <Answer query={lineage} rows={3}>
        {(trees) => (
          <div className="columns">
            <LineageTree title={w.predecessors} root={trees.predecessors} none={w.noPredecessors} />
            <LineageTree title={w.successors} root={trees.successors} none={w.noSuccessors} />
          </div>
        )}
      </Answer>
    </Section>
  );
}
