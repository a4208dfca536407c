// The plans of the province: how far each has come, who holds it since when, what is late, what blocks. One's own first.
import { province, useAddress, useOpen, usePlaceName, usePlacePath, useSession, useView } from '../shell/index.ts';
import {
  Answer,
  AreaText,
  Button,
  Choice,
  type Column,
  DataTable,
  Empty,
  Page,
  Section,
  StateWord,
  type Tone,
  useAreaUnitWord,
  useSay,
  useWords,
} from '../ui/index.ts';
import { useOwnJurisdiction, usePlanRows } from './hooks.ts';
import { byUrgency, filterPlans, splitOwn } from './list-rows.ts';
import { BeginPlan } from './parts/begin-plan.tsx';
import { TemplateButton } from './parts/template-button.tsx';
import type { PlanRow } from './shapes.ts';
import { words } from './words.ts';
import './plans.css';

export const stateTones: Readonly<Record<PlanRow['state'], Tone>> = {
  draft: 'quiet',
  submitted: 'info',
  returned: 'warn',
  accepted: 'info',
  approved: 'good',
  refused: 'bad',
};

export function PlanList() {
  const w = useWords(words);
  const { place } = useView();
  const [search] = useAddress();
  const jurisdiction = useOwnJurisdiction();
  const seesAll = useSession()?.card?.role === 'province';
  return (
    <Page title={w.nav} answers={w.listAnswer} actions={<TemplateButton label={w.template} />}>
      <Answer query={usePlanRows()} rows={12}>
        {(rows) => {
          const found = [...filterPlans(rows, { place, city: search.city, state: search.state })].sort(byUrgency);
          const { own, others } = splitOwn(found, jurisdiction);
          return (
            <>
              <BeginPlan rows={rows} />
              <Filters rows={rows} />
              {own.length > 0 ? (
                <Section title={w.mine}>
                  <Plans rows={own} caption={w.mine} />
                </Section>
              ) : null}
              {others.length > 0 || own.length === 0 ? (
                <Section title={own.length > 0 ? w.others : w.allPlans} note={seesAll ? null : w.published}>
                  <Plans rows={others} caption={w.others} />
                </Section>
              ) : null}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Filters({ rows }: { readonly rows: readonly PlanRow[] }) {
  const w = useWords(words);
  const [search, change] = useAddress();
  const { place } = useView();
  const nameOf = usePlaceName();
  const cities = [...new Map(rows.map((row) => [row.city, `${row.jurisdiction.slice(0, 4)}00`]))].map(([value, code]) => ({
    value,
    label: nameOf(code),
  }));
  const states = (['draft', 'submitted', 'returned', 'accepted', 'approved', 'refused'] as const).map((value) => ({
    value,
    label: w.states[value],
  }));
  return (
    <search className="filters">
      {place === province ? (
        <Choice label={w.city} value={search.city} all={w.all} choices={cities} onChange={(city) => change({ city })} />
      ) : (
        <Button onClick={() => change({ place: province, city: undefined })}>{w.wholeProvince}</Button>
      )}
      <Choice
        label={w.state}
        value={states.find((one) => one.value === search.state)?.value}
        all={w.all}
        choices={states}
        onChange={(state) => change({ state })}
      />
    </search>
  );
}

function Plans({ rows, caption }: { readonly rows: readonly PlanRow[]; readonly caption: string }) {
  const w = useWords(words);
  const open = useOpen();
  const [, change] = useAddress();
  const columns = usePlanColumns();
  const clear = <Button onClick={() => change({ city: undefined, state: undefined, place: province })}>{w.clear}</Button>;
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => open(`/plans/${encodeURIComponent(row.id)}`)}
      empty={
        <Empty title={w.none} action={clear}>
          {w.noneNext}
        </Empty>
      }
    />
  );
}

function usePlanColumns(): readonly Column<PlanRow>[] {
  const w = useWords(words);
  const say = useSay();
  const unit = useAreaUnitWord();
  const placeOf = usePlacePath();
  return [
    { key: 'title', title: w.title, width: 240, render: (row) => row.title },
    { key: 'place', title: w.place, render: (row) => placeOf(row.jurisdiction) },
    {
      key: 'state',
      title: w.state,
      important: true,
      render: (row) => <StateWord tone={stateTones[row.state]}>{w.states[row.state]}</StateWord>,
    },
    {
      key: 'holder',
      title: w.holder,
      render: (row) => (
        <>
          {say(row.holder)} <span className="note">{`${w.since} ${row.since}`}</span>
        </>
      ),
    },
    { key: 'late', title: w.due, important: true, render: (row) => <Due row={row} /> },
    { key: 'blocking', title: w.blocking, important: true, render: (row) => <Blocking row={row} /> },
    { key: 'zones', title: w.zonesParks, numeric: true, render: (row) => `${row.zones} / ${row.parks}` },
    { key: 'before', title: w.areaBefore, unit, numeric: true, render: (row) => <AreaText km2={row.areaBefore} bare /> },
    { key: 'after', title: w.areaAfter, unit, numeric: true, render: (row) => <AreaText km2={row.areaAfter} bare /> },
    { key: 'version', title: w.version, numeric: true, render: (row) => row.version },
  ];
}

function Due({ row }: { readonly row: PlanRow }) {
  const w = useWords(words);
  if (row.due === null) return <span className="missing">{w.noDue}</span>;
  return (
    <>
      <span className="number">{row.due}</span> {row.lateDays ? <StateWord tone="bad">{w.late(row.lateDays)}</StateWord> : null}
    </>
  );
}

function Blocking({ row }: { readonly row: PlanRow }) {
  const w = useWords(words);
  return (
    <>
      {row.blocking > 0 ? (
        <StateWord tone="bad">{w.blockingCount(row.blocking)}</StateWord>
      ) : (
        <StateWord tone="good">{w.nothingBlocks}</StateWord>
      )}{' '}
      {row.unknown > 0 ? <span className="note">{w.unknownCount(row.unknown)}</span> : null}
    </>
  );
}
