// What was read, but not as it was typed: full-width digits, another unit, a date in words.
import { useState } from 'react';
import { Button, type Column, DataTable, useSay, useWords } from '../../ui/index.ts';
import type { Note } from '../shapes.ts';
import { words } from '../words.ts';

export function NoteTable({ notes }: { readonly notes: readonly Note[] }) {
  const w = useWords(words);
  const say = useSay();
  const [open, setOpen] = useState(notes.length <= 5);
  if (notes.length === 0) return null;
  const columns: readonly Column<Note>[] = [
    { key: 'sheet', title: w.sheet, render: (row) => row.sheet },
    { key: 'row', title: w.row, numeric: true, important: true, render: (row) => row.row },
    { key: 'column', title: w.column, render: (row) => row.column },
    { key: 'value', title: w.value, important: true, render: (row) => row.value },
    { key: 'note', title: w.note, important: true, render: (row) => say(row.note) },
  ];
  return (
    <>
      <p>
        <Button kind="quiet" small expanded={open} onClick={() => setOpen(!open)}>
          {w.notes(notes.length)}
        </Button>
      </p>
      {open ? (
        <DataTable
          caption={w.notesTitle}
          columns={columns}
          rows={notes}
          rowKey={(row) => `${row.sheet}/${row.row}/${row.column}/${row.note.zh}`}
          wrap={notes.length <= 200}
          empty={null}
        />
      ) : null}
    </>
  );
}
