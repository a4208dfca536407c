// The rounds of clearing and merging, and the statistics of 2020 (S0), each figure with where it is stated.
import { useQuery } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { unitWord } from '@zhenghe/engine/kernel';
import { type ReactNode, useMemo } from 'react';
import { api, usePlaceName, useView } from '../shell/index.ts';
import { Answer, Chart, ClauseLink, DataTable, Empty, Link, MissingText, Page, Section, useLook, useSay, useWords } from '../ui/index.ts';
import { byCityOption } from './by-city.ts';
import type { Meter } from './shapes.ts';
import { words } from './words.ts';

type Fact = Answers['policy']['facts'][number];

export function History() {
  const w = useWords(words);
  return (
    <Page title={w.historyTitle} answers={w.historyAnswers} actions={<Link to="/zones">{w.register}</Link>}>
      <Group title={w.rounds} group="rounds" none={w.roundsNone} />
      <Group title={w.statistics} group="statistics-2020" none={w.statisticsNone} />
      <ByCity />
    </Page>
  );
}

function Group({ title, group, none }: { readonly title: string; readonly group: string; readonly none: string }) {
  const w = useWords(words);
  const facts = useQuery(api.policy.facts.queryOptions({ input: { group } }));
  return (
    <Section title={title}>
      <Answer query={facts}>{(rows) => <FactTable caption={title} rows={rows} empty={<Empty title={none}>{w.factsNext}</Empty>} />}</Answer>
    </Section>
  );
}

function FactTable({ caption, rows, empty }: { readonly caption: string; readonly rows: readonly Fact[]; readonly empty: ReactNode }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(fact) => `${fact.pack} ${fact.id}`}
      empty={empty}
      wrap
      columns={[
        { key: 'title', title: w.item, render: (fact) => say(fact.title) },
        { key: 'on', title: w.period, important: true, render: (fact) => fact.on ?? <MissingText reason="not-given" /> },
        {
          key: 'value',
          title: w.value,
          important: true,
          numeric: true,
          render: (fact) => <FactValue fact={fact} />,
        },
        {
          key: 'clause',
          title: w.clause,
          important: true,
          render: (fact) => <ClauseLink citation={{ pack: fact.pack, clause: fact.clause }} />,
        },
      ]}
    />
  );
}

/** A fact without a figure says so; the pack writes it in both languages with a stroke between. */
function FactValue({ fact }: { readonly fact: Fact }) {
  const say = useSay();
  const text = typeof fact.value === 'string' ? fact.value : fact.value.join('、');
  if (!/\d/.test(text)) return <MissingText reason="not-given" />;
  return (
    <>
      {text} <span className="unit">{say(unitWord(fact.unit))}</span>
    </>
  );
}

function ByCity() {
  const w = useWords(words);
  const { on: asOf, data: dataset } = useView();
  const meter = useQuery(api.zones.meter.queryOptions({ input: { dataset, asOf } }));
  return (
    <Section title={w.byCity} note={w.byCityNote(asOf)}>
      <Answer query={meter}>{({ byCity }) => <CityBars rows={byCity} />}</Answer>
    </Section>
  );
}

function CityBars({ rows }: { readonly rows: Meter['byCity'] }) {
  const w = useWords(words);
  const { palette } = useLook();
  const nameOf = usePlaceName();
  const named = useMemo(() => rows.map((row) => ({ ...row, name: nameOf(row.code) })), [rows, nameOf]);
  const option = useMemo(() => byCityOption(named, palette, { base: w.base, now: w.now }), [named, palette, w]);
  const table = (
    <DataTable
      caption={w.byCity}
      rows={rows}
      rowKey={(row) => row.code}
      empty={<MissingText />}
      columns={[
        { key: 'name', title: w.city, render: (row) => nameOf(row.code) },
        { key: 'base', title: w.base, numeric: true, render: (row) => row.base },
        { key: 'now', title: w.now, numeric: true, render: (row) => row.now },
      ]}
    />
  );
  return <Chart label={w.byCity} option={option} height={Math.max(160, rows.length * 40)} twin={table} />;
}
