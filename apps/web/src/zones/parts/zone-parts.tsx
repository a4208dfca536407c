// Parts of a zone's page: basics, names, plates, areas by calibre, blocks with their four bounds, acts.
import { roughText } from '@zhenghe/engine/kernel';
import { usePlacePath } from '../../shell/index.ts';
import { AreaText, DataTable, Empty, Facts, Link, MissingText, StateWord, useAreaUnitWord, useWords } from '../../ui/index.ts';
import type { ZoneAct, ZoneDetail } from '../shapes.ts';
import { firstDay, sinceText } from '../since.ts';
import { terms } from '../terms.ts';
import { words } from '../words.ts';
import { Standing, zonePath } from './list-table.tsx';

interface ZoneProps {
  readonly zone: ZoneDetail;
}

export function Basics({ zone }: ZoneProps) {
  const w = useWords(words);
  const placeOf = usePlacePath();
  const t = useWords(terms);
  return (
    <Facts
      rows={[
        [w.status, <Standing key="standing" row={zone} />],
        [w.type, t.type[zone.type]],
        [w.grade, t.grade[zone.grade]],
        [w.place, placeOf(zone.jurisdiction)],
        [w.area, <AreaText key="area" km2={zone.areaKm2} />],
        [w.calibre, zone.areaCalibre ? t.calibre[zone.areaCalibre] : undefined],
        [w.industries, zone.industries.length > 0 ? zone.industries.join('、') : <MissingText key="industries" reason="not-given" />],
        [w.approval, zone.approval ?? <MissingText key="approval" reason="not-given" />],
        [w.from, sinceText(zone, w.onRecord)],
        [w.fromDocument, zone.fromDocument],
        [w.to, zone.to],
        [w.source, zone.source ?? <MissingText key="source" reason="not-given" />],
        [w.confidence, zone.confidence ? t.confidence[zone.confidence] : undefined],
        [w.note, zone.note],
      ]}
    />
  );
}

export function Names({ zone }: ZoneProps) {
  const w = useWords(words);
  return (
    <DataTable
      caption={w.names}
      rows={zone.names}
      rowKey={(name) => `${name.name} ${name.from}`}
      empty={null}
      wrap
      columns={[
        { key: 'name', title: w.name, render: (name) => name.name },
        { key: 'from', title: w.since, tight: true, render: (name) => firstDay(zone, name.from, w.onRecord) },
        { key: 'to', title: w.until, tight: true, render: (name) => name.to ?? '—' },
      ]}
    />
  );
}

export function Plates({ zone }: ZoneProps) {
  const w = useWords(words);
  const t = useWords(terms);
  return (
    <DataTable
      caption={w.plateList}
      rows={zone.plateList}
      rowKey={(plate) => `${plate.name} ${plate.from}`}
      empty={<MissingText reason="not-given" />}
      wrap
      columns={[
        { key: 'name', title: w.plate, render: (plate) => plate.name },
        { key: 'level', title: w.grade, render: (plate) => t.grade[plate.level] },
        { key: 'from', title: w.since, tight: true, render: (plate) => firstDay(zone, plate.from, w.onRecord) },
        { key: 'to', title: w.until, tight: true, render: (plate) => plate.to ?? '—' },
        { key: 'document', title: w.document, render: (plate) => plate.document ?? <MissingText reason="not-given" /> },
      ]}
    />
  );
}

export function Areas({ zone }: ZoneProps) {
  const w = useWords(words);
  const t = useWords(terms);
  const unit = useAreaUnitWord();
  return (
    <DataTable
      caption={w.areas}
      rows={zone.areas}
      rowKey={(area) => `${area.calibre} ${area.from} ${area.document}`}
      empty={<Empty title={w.areasNone} />}
      wrap
      columns={[
        { key: 'calibre', title: w.calibre, render: (area) => t.calibre[area.calibre] },
        { key: 'area', title: w.area, unit, numeric: true, important: true, render: (area) => <AreaText km2={area.areaKm2} bare /> },
        {
          key: 'from',
          title: w.on,
          tight: true,
          important: true,
          render: (area) => roughText({ day: area.from, precision: area.fromPrecision }),
        },
        { key: 'document', title: w.document, important: true, render: (area) => area.document },
        { key: 'note', title: w.note, render: (area) => area.note ?? '' },
      ]}
    />
  );
}

export function Blocks({ zone }: ZoneProps) {
  const w = useWords(words);
  const unit = useAreaUnitWord();
  const bound = (text: string | null) => text ?? <MissingText reason="not-given" />;
  return (
    <DataTable
      caption={w.blocks}
      rows={zone.blocks}
      rowKey={(block) => block.name}
      empty={<Empty title={w.blocksNone} />}
      wrap
      columns={[
        { key: 'name', title: w.block, render: (block) => block.name },
        { key: 'area', title: w.area, unit, numeric: true, render: (block) => <AreaText km2={block.areaKm2} bare /> },
        { key: 'east', title: w.east, render: (block) => bound(block.east) },
        { key: 'south', title: w.south, render: (block) => bound(block.south) },
        { key: 'west', title: w.west, render: (block) => bound(block.west) },
        { key: 'north', title: w.north, render: (block) => bound(block.north) },
      ]}
    />
  );
}

export function Acts({ zone }: ZoneProps) {
  const w = useWords(words);
  const t = useWords(terms);
  return (
    <DataTable
      caption={w.acts}
      rows={zone.acts}
      rowKey={(act) => act.id}
      empty={<Empty title={w.actsNone} />}
      wrap
      columns={[
        { key: 'on', title: w.on, tight: true, render: (act) => act.on },
        { key: 'kind', title: w.act, important: true, render: (act) => <StateWord tone="info">{t.act[act.kind]}</StateWord> },
        { key: 'from', title: w.fromZones, render: (act) => <Parties parties={act.from} /> },
        { key: 'to', title: w.toZones, important: true, render: (act) => <Parties parties={act.to} /> },
        { key: 'paper', title: w.paper, important: true, render: (act) => act.paper },
        { key: 'note', title: w.note, render: (act) => act.note ?? '' },
      ]}
    />
  );
}

function Parties({ parties }: { readonly parties: ZoneAct['from'] }) {
  return (
    <>
      {parties.map((party, index) => (
        <span key={party.id}>
          {index > 0 ? '、' : ''}
          <Link to={zonePath(party.id)}>{party.name}</Link>
        </span>
      ))}
    </>
  );
}
