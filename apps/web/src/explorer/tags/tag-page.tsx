// A tag: its rule and what it means, and zone by zone whether it holds, with the figures it was judged by.
import { periodName, unitWord } from '@zhenghe/engine/kernel';
import { useParam, usePlacePath, useView } from '../../shell/index.ts';
import {
  Answer,
  type Column,
  DataTable,
  Facts,
  grouped,
  Link,
  MissingText,
  Notice,
  Page,
  Section,
  StateWord,
  useSay,
  useWords,
} from '../../ui/index.ts';
import { useChoices } from '../hooks.ts';
import type { TagAnswer } from '../shapes.ts';
import { useMayPropose, useTag } from './hooks.ts';
import { Expiry } from './list-page.tsx';
import { tagWords } from './words.ts';
import '../explorer.css';

export function TagPage() {
  const tag = useTag(useParam('code'));
  return (
    <Answer query={tag} rows={14}>
      {(found) => <TagOf answer={found} />}
    </Answer>
  );
}

function TagOf({ answer }: { readonly answer: TagAnswer }) {
  const w = useWords(tagWords);
  const say = useSay();
  const { tag } = answer;
  const actions = (
    <>
      <Link to="/tags">{w.back}</Link>
      {useMayPropose() ? <Link to={`/tags/${tag.code}/change`}>{w.change}</Link> : null}
    </>
  );
  return (
    <Page title={say(tag.name)} answers={say(tag.meaning)} actions={actions}>
      {tag.expired ? (
        <Notice tone="warn" title={w.expired}>
          {w.expiredNote}
        </Notice>
      ) : null}
      <Facts
        rows={[
          [
            w.rule,
            <code key="rule" className="rule">
              {tag.rule}
            </code>,
          ],
          [w.grain, w.grains[tag.grain]],
          [w.period, tag.period ? say(periodName(tag.period)) : w.noPeriod],
          [w.count, tag.count ? w.counts(tag.count.yes, tag.count.no, tag.count.unknown) : w.noPeriod],
          [w.expires, <Expiry key="expires" tag={tag} />],
          [w.owner, say(tag.owner)],
          [w.source, say(tag.source)],
          [w.version, tag.version === 0 ? w.shipped : w.changed(tag.version)],
          [w.uses, answer.uses.length > 0 ? answer.uses.map(say).join(' · ') : w.noUses],
        ]}
      />
      {tag.expired ? null : (
        <Link to="/explorer" search={{ tag: tag.code, rows: 'unit' }}>
          {w.explore}
        </Link>
      )}
      <Section title={w.sample} note={w.sampleNote}>
        <Sample answer={answer} />
      </Section>
    </Page>
  );
}

type Row = TagAnswer['sample'][number];

const order = [true, false, null] as const;

function Sample({ answer: { sample } }: { readonly answer: TagAnswer }) {
  const w = useWords(tagWords);
  const say = useSay();
  const placePath = usePlacePath();
  const { data } = useView();
  const known = useChoices().data?.indicators ?? [];
  const codes = sample[0]?.values.map(({ code }) => code) ?? [];
  const rows = [...sample].sort((a, b) => order.indexOf(a.holds) - order.indexOf(b.holds));
  const columns: readonly Column<Row>[] = [
    {
      key: 'zone',
      title: w.zone,
      render: ({ unit, name }) => (
        <Link to={`/zones/${unit}`} search={{ data }}>
          {name}
        </Link>
      ),
    },
    { key: 'place', title: w.place, render: ({ place }) => placePath(place) },
    { key: 'holds', title: w.holds, important: true, render: ({ holds }) => <Holds holds={holds} /> },
    ...codes.map((code, at) => {
      const indicator = known.find((row) => row.code === code);
      return {
        ...{ key: code, title: indicator ? say(indicator.name) : code, numeric: true, important: true },
        unit: indicator ? say(unitWord(indicator.unit)) : '',
        render: ({ values }: Row) => {
          const value = values[at]?.value ?? null;
          return value === null ? <MissingText /> : grouped(value);
        },
      };
    }),
  ];
  return (
    <DataTable caption={w.sample} columns={columns} rows={rows} rowKey={({ unit }) => unit} empty={<p className="note">{w.noPeriod}</p>} />
  );
}

function Holds({ holds }: { readonly holds: boolean | null }) {
  const w = useWords(tagWords);
  if (holds === null) return <StateWord tone="quiet">{w.unknown}</StateWord>;
  return holds ? <StateWord tone="good">{w.yes}</StateWord> : <StateWord tone="info">{w.no}</StateWord>;
}
