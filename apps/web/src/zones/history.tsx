// The rounds of clearing and merging, and the statistics of 2020 (S0), each figure with where it is stated.
import { useQuery } from '@tanstack/react-query';
import type { FactView } from '@zhenghe/contract/policy';
import type { z } from 'zod';
import { api } from '../shell/index.ts';
import { Answer, ClauseLink, DataTable, Empty, Link, MissingText, Page, Section, useSay, useWords } from '../ui/index.ts';
import { words } from './words.ts';

type Fact = z.infer<typeof FactView>;

export function History() {
  const w = useWords(words);
  return (
    <Page title={w.historyTitle} answers={w.historyAnswers} actions={<Link to="/zones">{w.register}</Link>}>
      <Group title={w.rounds} group="rounds" none={w.roundsNone} />
      <Group title={w.statistics} group="statistics-2020" none={w.statisticsNone} />
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

function FactTable({
  caption,
  rows,
  empty,
}: {
  readonly caption: string;
  readonly rows: readonly Fact[];
  readonly empty: React.ReactNode;
}) {
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
          render: (fact) => `${Array.isArray(fact.value) ? fact.value.join('、') : fact.value}${fact.unit ? ` ${fact.unit}` : ''}`,
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
