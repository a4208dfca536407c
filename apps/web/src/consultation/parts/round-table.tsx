// Rounds as a unit reads them: kind, state, clock, how many comments, how many still unanswered.
import { useOpen, usePlacePath } from '../../shell/index.ts';
import { type Column, DataTable, Empty, Link, StateWord, useNarrow, useWords } from '../../ui/index.ts';
import type { RoundRow } from '../shapes.ts';
import { words } from '../words.ts';
import { words as deskWords } from '../words-desk.ts';
import { Clock, RoundStateWord } from './clock.tsx';
import { roundPath } from './round-cards.tsx';

interface RoundTableProps {
  readonly rounds: readonly RoundRow[];
  readonly caption: string;
  /** All of one subject, whose name and place stand above already. */
  readonly ofOne?: boolean;
}

export function RoundTable({ rounds, caption, ofOne = false }: RoundTableProps) {
  const d = useWords(deskWords);
  const open = useOpen();
  const columns = useColumns();
  const own = columns.filter(({ key }) => key !== 'title' && key !== 'place');
  return (
    <DataTable
      caption={caption}
      columns={ofOne ? own : columns}
      rows={rounds}
      rowKey={(round) => round.id}
      onOpen={(round) => open(roundPath(round.id))}
      empty={<Empty title={d.none}>{d.noneNext}</Empty>}
    />
  );
}

function useColumns(): readonly Column<RoundRow>[] {
  const w = useWords(words);
  const d = useWords(deskWords);
  const placeOf = usePlacePath();
  const narrow = useNarrow();
  return [
    {
      key: 'title',
      title: d.subject,
      width: 240,
      render: (round) => (
        <>
          <Link to={roundPath(round.id)}>{round.title}</Link>
          {narrow ? <span className="note"> {w.kinds[round.kind]}</span> : null}
        </>
      ),
    },
    { key: 'place', title: d.place, render: (round) => placeOf(round.jurisdiction) },
    {
      key: 'kind',
      title: d.kind,
      render: (round) => (
        <Link to={roundPath(round.id)}>
          {w.kinds[round.kind]} · {w.numbered(round.number)} · {w.version(round.version)}
        </Link>
      ),
    },
    { key: 'state', title: d.state, important: true, render: (round) => <RoundStateWord state={round.state} /> },
    { key: 'clock', title: d.clock, important: true, render: (round) => <Clock round={round} /> },
    { key: 'comments', title: d.comments, numeric: true, render: (round) => round.comments },
    {
      key: 'unanswered',
      title: d.unanswered,
      numeric: true,
      important: true,
      render: (round) => (round.unanswered > 0 ? <StateWord tone="warn">{round.unanswered}</StateWord> : 0),
    },
    {
      key: 'units',
      title: d.answeredUnits,
      numeric: true,
      render: (round) => (round.kind === 'internal' ? d.ofUnits(round.answered, round.asked) : '—'),
    },
  ];
}
