// What the plan rests on: figures that are missing and what was done, what decides adjacency, what the model leaves out, the receipt.
import { DataTable, Facts, Link, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import type { Board } from '../board/use-board.ts';
import { figure } from '../figures.ts';
import { ReportMenu } from '../parts/report-menu.tsx';
import { words } from '../words-settings.ts';

export function DataPart({ board }: { readonly board: Board }) {
  return (
    <div className="stack">
      <MissingPart board={board} />
      <AdjacencyPart board={board} />
      <LeftOutPart board={board} />
      <ReceiptPart board={board} />
    </div>
  );
}

function MissingPart({ board: { scenario } }: { readonly board: Board }) {
  const w = useWords(words);
  const { missing } = scenario;
  const toImport = missing.length > 0 ? <Link to="/imports">{w.toImport}</Link> : null;
  return (
    <Section title={w.missing} note={missing.length > 0 ? w.missingNote(missing.length) : null} actions={toImport}>
      <DataTable
        caption={w.missing}
        rows={missing}
        rowKey={({ park, figure: what }) => `${park}/${what}`}
        empty={<StateWord tone="good">{w.missingNone}</StateWord>}
        maxHeight="360px"
        columns={[
          { key: 'park', title: w.park, render: ({ name }) => name },
          { key: 'figure', title: w.figure, important: true, render: ({ figure: what }) => w.figures[what] },
          { key: 'done', title: w.done, important: true, render: ({ done }) => w.dones[done] },
          {
            key: 'assumed',
            title: w.assumed,
            numeric: true,
            important: true,
            render: ({ assumed }) => (assumed === null ? '–' : figure(assumed)),
          },
        ]}
      />
    </Section>
  );
}

function AdjacencyPart({ board: { scenario, instance } }: { readonly board: Board }) {
  const w = useWords(words);
  const { boundaries, touchKm } = scenario.adjacencyFrom;
  const names = boundaries.map((code) => instance.jurisdictions.find((one) => one.code === code)?.name ?? code);
  return (
    <Section title={w.adjacency}>
      <p>{boundaries.length > 0 ? w.adjacencyBoundaries(names.join('、')) : w.adjacencyNone}</p>
      <p>{w.adjacencyPoints(touchKm)}</p>
    </Section>
  );
}

function LeftOutPart({ board: { scenario } }: { readonly board: Board }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <Section title={w.leftOut}>
      <ul className="planner-left-out">
        {scenario.leftOut.map((text) => (
          <li key={text.en}>{say(text)}</li>
        ))}
      </ul>
    </Section>
  );
}

function ReceiptPart({ board: { scenario, answered } }: { readonly board: Board }) {
  const w = useWords(words);
  const { instanceHash } = scenario;
  const answer = answered?.result.answer;
  return (
    <Section title={w.receipt} actions={<ReportMenu scenario={scenario} />}>
      <Facts
        rows={[
          [w.hash, <code key="hash">{instanceHash}</code>],
          [w.engine, answered?.run.engine],
          [w.method, answer && answer.status !== 'infeasible' ? answer.method.map((one) => w.methods[one]).join('、') : null],
        ]}
      />
    </Section>
  );
}
