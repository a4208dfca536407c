// Where the figure of a target comes from: what measures it, over whom, and the way to the explorer and the library.
import { periodName, unitWord } from '@zhenghe/engine/kernel';
import { ClauseLink, type Column, DataTable, Facts, Link, MissingText, SidePanel, StateWord, useSay, useWords } from '../../ui/index.ts';
import { figureText, tones } from '../lines.ts';
import type { TargetLine } from '../shapes.ts';
import { words } from '../words.ts';
import { panelWords } from '../words-panel.ts';

export function LinePanel({ line, onClose }: { readonly line: TargetLine; readonly onClose: () => void }) {
  const w = useWords(words);
  const p = useWords(panelWords);
  const say = useSay();
  const { actual, measuredBy } = line;
  const unit = say(unitWord(line.unit));
  return (
    <SidePanel title={say(line.title)} onClose={onClose}>
      <StateWord tone={tones[line.state]}>{`${w.states[line.state]} · ${w.stateNote[line.state]}`}</StateWord>
      <Facts
        rows={[
          [
            w.now,
            actual?.value ? (
              `${figureText(actual.value, line.goal.value)} ${unit} · ${say(periodName(actual.period))}`
            ) : (
              <MissingText key="now" {...(actual?.missing ? { reason: actual.missing } : {})} />
            ),
          ],
          [p.gathered, actual ? w.of(actual.of, actual.expected) : undefined],
          [p.publication, actual ? String(actual.publication) : undefined],
          [
            p.measuredBy,
            measuredBy ? (
              <Link key="by" to={`/indicators/${measuredBy.indicator}`}>
                {say(measuredBy.name)}
              </Link>
            ) : undefined,
          ],
          [p.scope, measuredBy ? say(measuredBy.scope) : undefined],
          [w.calibre, line.calibre ? say(line.calibre) : undefined],
          [p.why, line.why ? say(line.why) : undefined],
          [w.document, say(line.document)],
          [w.clause, <ClauseLink key="clause" citation={line.clause} />],
        ]}
      />
      {measuredBy ? (
        <Link to="/explorer" search={{ i: measuredBy.indicator, grain: 'year', rows: 'city' }}>
          {p.explore}
        </Link>
      ) : null}
      <Course line={line} />
    </SidePanel>
  );
}

type Point = TargetLine['series'][number];

function Course({ line }: { readonly line: TargetLine }) {
  const w = useWords(words);
  const say = useSay();
  const columns: readonly Column<Point>[] = [
    { key: 'period', title: w.period, render: ({ period }) => say(periodName(period)) },
    {
      ...{ key: 'value', title: w.value, unit: say(unitWord(line.unit)), numeric: true },
      render: ({ value }) => (value === null ? <MissingText /> : figureText(value, line.goal.value)),
    },
  ];
  return <DataTable caption={w.course} columns={columns} rows={line.series} rowKey={({ period }) => period} empty={null} />;
}
