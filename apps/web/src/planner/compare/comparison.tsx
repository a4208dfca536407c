// The comparison itself: figures, cost by term, settings, parks, two maps.
import { useMemo } from 'react';
import { usePlaceName } from '../../shell/index.ts';
import { type Column, DataTable, Notice, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import { figure, gapText } from '../figures.ts';
import { useDefaults } from '../hooks.ts';
import { PlanMap } from '../parts/plan-map.tsx';
import { TermTable } from '../parts/term-table.tsx';
import type { Scenario, Solved } from '../shapes.ts';
import { words } from '../words.ts';
import { words as boardWords } from '../words-board.ts';
import { frontierWords } from '../words-frontier.ts';
import './compare.css';
import { type ParkDifference, parkDifferences, type Standing, settingDifferences, weighsAlike } from './rows.ts';

export interface Side {
  readonly scenario: Scenario;
  readonly answer: Solved;
}

interface Sides {
  readonly first: Side;
  readonly second: Side;
}

export function Comparison(sides: Sides) {
  const w = useWords(frontierWords);
  const { first, second } = sides;
  const differences = settingDifferences(first.scenario.settings, second.scenario.settings);
  const names = namesOf(sides, w);
  const [one, other] = [first.scenario, second.scenario];
  const column = ({ answer }: Side, title: string) => ({ title, terms: answer.terms, cost: answer.cost });
  return (
    <>
      {first.scenario.dataset === 'training' ? (
        <p>
          <span className="training-word">{w.training}</span>
        </p>
      ) : null}
      {one.scope === other.scope && one.day === other.day ? null : <Notice tone="warn" title={w.otherGround} />}
      {weighsAlike(differences) ? null : <Notice tone="warn" title={w.otherWeights} />}
      <Heads {...sides} names={names} />
      <TermTable columns={[column(first, w.first), column(second, w.second)]} />
      <Settings {...sides} names={names} />
      <Parks {...sides} names={names} />
      <Section title={w.mapsTitle}>
        <div className="two-maps">
          <PlanMap scenario={first.scenario} plan={first.answer} before={second.answer} label={w.mapOf(names[0])} height={360} />
          <PlanMap scenario={second.scenario} plan={second.answer} before={first.answer} label={w.mapOf(names[1])} height={360} />
        </div>
      </Section>
    </>
  );
}

type Names = readonly [string, string];

/** Two scenarios may share a name. */
function namesOf({ first, second }: Sides, w: { readonly first: string; readonly second: string }): Names {
  return [`${w.first} · ${first.scenario.name}`, `${w.second} · ${second.scenario.name}`];
}

interface Head {
  readonly key: string;
  readonly title: string;
  readonly of: (side: Side) => string;
}

function Heads({ first, second, names }: Sides & { readonly names: Names }) {
  const [w, b, own] = [useWords(frontierWords), useWords(boardWords), useWords(words)];
  const nameOf = usePlaceName();
  const rows: readonly Head[] = [
    { key: 'scope', title: own.scope, of: ({ scenario }) => nameOf(scenario.scope) },
    { key: 'day', title: own.day, of: ({ scenario }) => scenario.day },
    {
      ...{ key: 'status', title: w.status },
      of: ({ answer }) => (answer.status === 'optimal' ? own.optimal : own.within(gapText(answer.gap))),
    },
    { key: 'cost', title: w.total, of: ({ answer }) => figure(answer.cost) },
    { key: 'zones', title: w.zones, of: ({ answer, scenario }) => `${answer.zones} / ${scenario.instance.caps.zones}` },
    { key: 'pieces', title: b.pieces, of: ({ answer }) => String(answer.detachedPieces) },
    { key: 'staff', title: w.staffKept, of: ({ answer }) => `${figure(answer.staff.kept, 0)} / ${figure(answer.staff.of, 0)}` },
    { key: 'platforms', title: w.platforms, of: ({ answer }) => String(answer.platforms) },
    { key: 'locks', title: w.locksCount, of: ({ scenario }) => String(scenario.locks.length + scenario.decisions.length) },
  ];
  const columns: readonly Column<Head>[] = [
    { key: 'what', title: w.what, render: ({ title }) => title },
    { key: 'first', title: names[0], numeric: true, important: true, render: ({ of }) => of(first) },
    { key: 'second', title: names[1], numeric: true, important: true, render: ({ of }) => of(second) },
  ];
  return <DataTable caption={w.compare} columns={columns} rows={rows} rowKey={({ key }) => key} empty={null} />;
}

function Settings({ first, second, names }: Sides & { readonly names: Names }) {
  const w = useWords(frontierWords);
  const say = useSay();
  const defaults = useDefaults(first.scenario.scope, first.scenario.day);
  const rows = settingDifferences(first.scenario.settings, second.scenario.settings);
  const titles = new Map(defaults.data?.about.map(({ setting, title }) => [setting as string, say(title)]));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { key: 'what', title: w.what, render: ({ setting }) => titles.get(setting) ?? setting },
    { key: 'first', title: names[0], numeric: true, important: true, render: (row) => row.first },
    { key: 'second', title: names[1], numeric: true, important: true, render: (row) => row.second },
  ];
  return (
    <Section title={w.settingsTitle}>
      <DataTable
        caption={w.settingsTitle}
        columns={columns}
        rows={rows}
        rowKey={({ setting }) => setting}
        empty={<p className="note">{w.sameSettings}</p>}
      />
    </Section>
  );
}

function Parks({ first, second, names }: Sides & { readonly names: Names }) {
  const [w, b] = [useWords(frontierWords), useWords(boardWords)];
  const nameOf = usePlaceName();
  const { parks, alone } = useMemo(
    () =>
      parkDifferences(
        { instance: first.scenario.instance, answer: first.answer },
        { instance: second.scenario.instance, answer: second.answer },
      ),
    [first, second],
  );
  const columns: readonly Column<ParkDifference>[] = [
    { key: 'park', title: w.park, important: true, render: ({ name }) => name },
    { key: 'place', title: w.place, render: ({ jurisdiction }) => nameOf(jurisdiction) },
    { key: 'first', title: names[0], important: true, render: (row) => <StandingWord standing={row.first} own={row.name} /> },
    { key: 'second', title: names[1], important: true, render: (row) => <StandingWord standing={row.second} own={row.name} /> },
  ];
  return (
    <Section title={w.parksTitle(parks.length)} note={alone > 0 ? w.otherParks(alone) : undefined}>
      <DataTable
        caption={b.parks}
        columns={columns}
        rows={parks}
        rowKey={({ code }) => code}
        empty={<p className="note">{w.sameParks}</p>}
        maxHeight="50vh"
      />
    </Section>
  );
}

function StandingWord({ standing: { outcome, lead }, own }: { readonly standing: Standing; readonly own: string }) {
  const [w, b] = [useWords(frontierWords), useWords(boardWords)];
  if (lead !== null) return <StateWord tone="info">{lead === own ? w.leads : w.inZone(lead)}</StateWord>;
  return <StateWord tone="quiet">{outcome === 'convert' ? b.role.convert : b.role.abolish}</StateWord>;
}
