// The county's target beside the province's, with what may and may not be read from the difference (F38).
import { Decimal, unitWord } from '@zhenghe/engine/kernel';
import { ClauseLink, type Column, DataTable, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import type { BesideRow, TargetLine } from '../shapes.ts';
import { words } from '../words.ts';

interface BesideProps {
  readonly rows: readonly BesideRow[];
  readonly lines: readonly TargetLine[];
}

interface Pair {
  readonly row: BesideRow;
  readonly county: TargetLine;
  readonly province: TargetLine;
}

export function BesidePart({ rows, lines }: BesideProps) {
  const w = useWords(words);
  const say = useSay();
  const pairs = rows.flatMap((row): readonly Pair[] => {
    const [county, province] = [row.county, row.province].map((id) => lines.find((line) => line.id === id));
    return county && province ? [{ row, county, province }] : [];
  });
  const columns: readonly Column<Pair>[] = [
    { key: 'what', title: w.besideOf, width: 200, render: ({ county }) => say(county.title) },
    { key: 'county', title: w.county, numeric: true, important: true, render: ({ county }) => <Goal line={county} /> },
    { key: 'province', title: w.province, numeric: true, important: true, render: ({ province }) => <Goal line={province} /> },
    { key: 'sign', title: w.state, important: true, render: (pair) => <Sign pair={pair} /> },
    { key: 'note', title: w.note, width: 260, render: ({ row }) => say(row.note) },
  ];
  return (
    <Section title={w.beside} note={w.besideNote}>
      <DataTable
        caption={w.beside}
        columns={columns}
        rows={pairs}
        rowKey={({ row }) => `${row.county} ${row.province}`}
        wrap
        empty={null}
      />
    </Section>
  );
}

function Goal({ line }: { readonly line: TargetLine }) {
  const say = useSay();
  return (
    <>
      <b className="number">{line.goal.value}</b> <span className="unit">{say(unitWord(line.unit))}</span>{' '}
      <span className="note">{line.goal.year}</span>
      <div>
        <ClauseLink citation={line.clause} />
      </div>
    </>
  );
}

function Sign({ pair: { row, county, province } }: { readonly pair: Pair }) {
  const w = useWords(words);
  const less = new Decimal(county.goal.value).lessThan(province.goal.value);
  return (
    <>
      <b className="number">{(less ? w.lower : w.higher)(county.goal.value, province.goal.value)}</b>{' '}
      <StateWord tone={row.comparable ? 'info' : 'warn'}>{row.comparable ? w.comparable : w.notComparable}</StateWord>
    </>
  );
}
