// The definitions behind an indicator's figures, with the period each holds from; a break is said where figures are not comparable.
import { ClauseLink, type Column, DataTable, StateWord, useSay, useWords } from '../../ui/index.ts';
import type { Calibre } from '../shapes.ts';
import { words } from '../words.ts';

export function CalibreTable({ calibres }: { readonly calibres: readonly Calibre[] }) {
  const w = useWords(words);
  const say = useSay();
  const [first] = calibres;
  const columns: readonly Column<Calibre>[] = [
    { key: 'from', title: w.calibreFrom, tight: true, important: true, render: ({ from }) => from ?? w.fromBeginning },
    {
      key: 'title',
      title: w.calibreTitle,
      important: true,
      render: ({ title, note }) => (
        <>
          {say(title)}
          {note ? <div className="note">{say(note)}</div> : null}
        </>
      ),
    },
    {
      key: 'comparable',
      title: w.comparable,
      important: true,
      render: (calibre) =>
        calibre === first ? (
          <span className="note">{w.firstCalibre}</span>
        ) : calibre.comparable ? (
          <StateWord tone="good">{w.isComparable}</StateWord>
        ) : (
          <StateWord tone="warn">{w.notComparable}</StateWord>
        ),
    },
    { key: 'clause', title: w.clause, render: ({ clause }) => (clause ? <ClauseLink citation={clause} /> : '—') },
  ];
  return <DataTable caption={w.calibres} columns={columns} rows={calibres} rowKey={({ id }) => id} wrap empty={null} />;
}
