// The comments of a round as a table for the unit that answers them.
import { type Column, DataTable, Empty, StateWord, useSay, useWords } from '../../ui/index.ts';
import { needsAnswer } from '../desk.ts';
import type { Comment, RoundDetail } from '../shapes.ts';
import { words } from '../words.ts';
import { words as deskWords } from '../words-desk.ts';
import { AboutWords, OutcomeWord } from './said-comment.tsx';

interface CommentTableProps {
  readonly round: RoundDetail;
  readonly caption: string;
  readonly rows: readonly Comment[];
  readonly selected: string | undefined;
  readonly onOpen: (comment: Comment) => void;
}

export function CommentTable({ round, caption, rows, selected, onOpen }: CommentTableProps) {
  const d = useWords(deskWords);
  return (
    <DataTable
      caption={caption}
      columns={useColumns(round, onOpen)}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      selected={selected}
      maxHeight="70vh"
      empty={<Empty title={d.noneShown} />}
    />
  );
}

function useColumns({ kind, places }: RoundDetail, onOpen: (comment: Comment) => void): readonly Column<Comment>[] {
  const w = useWords(words);
  const d = useWords(deskWords);
  const say = useSay();
  const units: readonly Column<Comment>[] = [
    { key: 'unit', title: d.unit, render: ({ unit }) => (unit ? say(unit.name) : '—') },
    { key: 'stance', title: d.stance, render: ({ stance }) => (stance ? w.stances[stance] : '—') },
  ];
  return [
    {
      key: 'number',
      title: d.number,
      render: (comment) => (
        <button type="button" className="sort" aria-label={d.open(comment.number)} onClick={() => onOpen(comment)}>
          {comment.number}
        </button>
      ),
    },
    ...(kind === 'internal' ? units : []),
    { key: 'about', title: d.about, important: true, render: (comment) => <AboutWords comment={comment} places={places} /> },
    { key: 'text', title: d.text, important: true, render: ({ text }) => <span className="desk-cut">{text || '—'}</span> },
    { key: 'standing', title: d.standing, important: true, render: (comment) => <Standing comment={comment} /> },
    { key: 'on', title: d.received, tight: true, render: ({ on }) => on },
  ];
}

function Standing({ comment }: { readonly comment: Comment }) {
  const d = useWords(deskWords);
  if (comment.answer) return <OutcomeWord outcome={comment.answer.outcome} />;
  if (!needsAnswer(comment)) return <span className="note">{d.needsNone}</span>;
  return <StateWord tone="warn">{d.waits}</StateWord>;
}
