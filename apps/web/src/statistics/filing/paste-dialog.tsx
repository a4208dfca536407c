// A pasted block before it is taken: every cell with what it says, where it falls, what stands there, and what becomes of it.
import { Button, type Column, DataTable, Dialog, StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import { words as common } from '../words.ts';
import { words } from '../words-filing.ts';
import type { Entered } from './entry.ts';
import { FigureText } from './figure.tsx';
import type { PastedCell, PasteFate } from './pasting.ts';

const tones: Readonly<Record<PasteFate, Tone>> = {
  take: 'good',
  same: 'quiet',
  blank: 'quiet',
  unread: 'bad',
  computed: 'quiet',
  locked: 'warn',
  outside: 'warn',
  unknown: 'warn',
  twice: 'warn',
};

interface PasteDialogProps {
  readonly cells: readonly PastedCell[];
  readonly onTake: (values: readonly { readonly key: string; readonly value: Entered }[]) => void;
  readonly onClose: () => void;
}

export function PasteDialog({ cells, onTake, onClose }: PasteDialogProps) {
  const w = useWords(words).paste;
  const c = useWords(common);
  const columns = useColumns();
  const taken = cells.flatMap(({ fate, row, after }) => (fate === 'take' && row ? [{ key: row.key, value: after }] : []));
  return (
    <Dialog title={w.title(cells.length)} onClose={onClose} wide>
      <DataTable
        caption={w.caption}
        columns={columns}
        rows={cells}
        rowKey={({ line }) => String(line)}
        maxHeight="50vh"
        wrap
        empty={null}
      />
      <div className="button-row">
        <Button kind="main" disabled={taken.length === 0} onClick={() => onTake(taken)}>
          {taken.length === 0 ? w.none : w.take(taken.length)}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </Dialog>
  );
}

function useColumns(): readonly Column<PastedCell>[] {
  const w = useWords(words).paste;
  const say = useSay();
  return [
    { key: 'item', title: w.item, render: ({ row, name }) => (row ? say(row.indicator.name) : (name ?? '')) },
    { key: 'text', title: w.text, numeric: true, render: ({ text }) => text },
    { key: 'before', title: w.before, numeric: true, important: true, render: ({ before }) => <FigureText value={before} /> },
    {
      key: 'after',
      title: w.after,
      numeric: true,
      important: true,
      render: ({ fate, after }) => (fate === 'take' ? <FigureText value={after} /> : null),
    },
    {
      key: 'fate',
      title: w.fate,
      important: true,
      render: ({ fate, note }) => (
        <>
          <StateWord tone={tones[fate]}>{w.fates[fate]}</StateWord> {note ? <span className="note">{say(note)}</span> : null}
        </>
      ),
    },
  ];
}
