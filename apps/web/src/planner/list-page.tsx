// The scenarios of one's places: what each covers, how far it is proven, what it costs; a new one, and closing one.
import { useState } from 'react';
import { useAddress, useOpen, usePlaceName, useSession, useView } from '../shell/index.ts';
import { Answer, Button, type Column, DataTable, Empty, Page, StateWord, Toggle, useSay, useWords } from '../ui/index.ts';
import { figure, minuteOf } from './figures.ts';
import { useScenarios } from './hooks.ts';
import { CloseScenario } from './parts/close-scenario.tsx';
import { NewScenario } from './parts/new-scenario.tsx';
import { plansHere } from './reach.ts';
import type { ScenarioRow } from './shapes.ts';
import { words } from './words.ts';
import './planner.css';

export function ScenarioList() {
  const w = useWords(words);
  const [search, change] = useAddress();
  const session = useSession();
  const closed = search.closed === 'yes';
  const scenarios = useScenarios(closed);
  const [making, setMaking] = useState(false);
  const [closing, setClosing] = useState<ScenarioRow | null>(null);
  const make =
    session && plansHere(session) ? (
      <Button kind="main" onClick={() => setMaking(true)}>
        {w.create}
      </Button>
    ) : undefined;
  const choices = [
    { value: 'no' as const, label: w.hideClosed },
    { value: 'yes' as const, label: w.showClosed },
  ];
  return (
    <Page title={w.nav} answers={w.answers} actions={make}>
      <div className="filters">
        <Toggle
          label={w.closed}
          value={closed ? 'yes' : 'no'}
          choices={choices}
          onChange={(next) => change({ closed: next === 'yes' ? 'yes' : undefined })}
        />
      </div>
      <Answer query={scenarios} rows={6}>
        {(rows) => <Scenarios rows={rows} onClose={setClosing} />}
      </Answer>
      {making ? <NewScenario rows={scenarios.data ?? []} onClose={() => setMaking(false)} /> : null}
      {closing ? <CloseScenario scenario={closing} onClose={() => setClosing(null)} /> : null}
    </Page>
  );
}

interface ScenariosProps {
  readonly rows: readonly ScenarioRow[];
  readonly onClose: (row: ScenarioRow) => void;
}

function Scenarios({ rows, onClose }: ScenariosProps) {
  const w = useWords(words);
  const open = useOpen();
  const columns = useColumns(onClose);
  return (
    <DataTable
      caption={w.nav}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => open(`/planner/${row.id}`)}
      empty={<Empty title={w.none}>{w.noneNext}</Empty>}
    />
  );
}

function useColumns(onClose: (row: ScenarioRow) => void): readonly Column<ScenarioRow>[] {
  const w = useWords(words);
  const say = useSay();
  const nameOf = usePlaceName();
  const { data } = useView();
  return [
    {
      key: 'name',
      title: w.name,
      width: 220,
      render: (row) => (
        <>
          {data === 'training' ? <span className="training-word">{w.training}</span> : null} {row.name}
        </>
      ),
    },
    { key: 'scope', title: w.scope, render: (row) => nameOf(row.scope) },
    { key: 'day', title: w.day, tight: true, render: (row) => <span className="number">{row.day}</span> },
    { key: 'state', title: w.state, important: true, render: (row) => <SolvedWord row={row} /> },
    {
      key: 'cost',
      title: w.cost,
      unit: w.costUnit,
      numeric: true,
      important: true,
      render: (row) => (typeof row.solved?.cost === 'number' ? figure(row.solved.cost) : <span className="missing">{w.unsolved}</span>),
    },
    {
      key: 'zones',
      title: w.zones,
      unit: w.zonesUnit,
      numeric: true,
      render: (row) => row.solved?.zones ?? <span className="missing">{w.unsolved}</span>,
    },
    { key: 'version', title: w.version, numeric: true, render: (row) => row.version },
    { key: 'adopted', title: w.adopted, render: (row) => (row.adopted.length > 0 ? w.adoptedCount(row.adopted.length) : '–') },
    {
      key: 'at',
      title: w.at,
      render: (row) => (
        <>
          <span className="number">{minuteOf(row.at)}</span> {say(row.by)}
        </>
      ),
    },
    // On a phone a scenario can be closed too.
    { key: 'act', title: w.more, important: true, render: (row) => <Acts row={row} onClose={onClose} /> },
  ];
}

function Acts({ row, onClose }: { readonly row: ScenarioRow; readonly onClose: (row: ScenarioRow) => void }) {
  const w = useWords(words);
  if (row.closed) return <StateWord tone="quiet">{w.closed}</StateWord>;
  if (!row.mayChange) return <span>–</span>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row's own click away from the button
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button takes the keys
    <span onClick={(event) => event.stopPropagation()}>
      <Button small kind="quiet" onClick={() => onClose(row)} label={`${w.close} ${row.name}`}>
        {w.close}
      </Button>
    </span>
  );
}

function SolvedWord({ row: { solved } }: { readonly row: ScenarioRow }) {
  const w = useWords(words);
  if (!solved) return <StateWord tone="quiet">{w.unsolved}</StateWord>;
  if (solved.status === 'optimal') return <StateWord tone="good">{w.optimal}</StateWord>;
  if (solved.status === 'bounded') return <StateWord tone="warn">{w.bounded}</StateWord>;
  return <StateWord tone="bad">{w.infeasible}</StateWord>;
}
