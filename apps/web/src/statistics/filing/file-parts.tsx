// The template out, and a filled one in: every cell with its fate and every error at once, before anything is written.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, useView } from '../../shell/index.ts';
import { Button, type Column, DataTable, Dialog, Failed, FileDrop, StateWord, saveFile, useSay, useWords } from '../../ui/index.ts';
import type { FileReading } from '../shapes.ts';
import { words as common } from '../words.ts';
import { words } from '../words-filing.ts';
import { useDesk } from './desk.ts';
import { FigureText } from './figure.tsx';

export function FileParts() {
  const w = useWords(words).file;
  const { on, language } = useView();
  const { sheet } = useDesk();
  const [asked, setAsked] = useState(false);
  const fetching = useMutation({
    mutationFn: () => client.statistics.template({ id: sheet.id, on, language }),
    onSuccess: (file) => saveFile(file, file.name),
  });
  return (
    <>
      <Button busy={fetching.isPending} onClick={() => fetching.mutate()}>
        {w.template}
      </Button>
      {sheet.readOnly === null ? <Button onClick={() => setAsked(true)}>{w.upload}</Button> : null}
      {fetching.error ? <Failed error={fetching.error} /> : null}
      {asked ? <Upload onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function Upload({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(words).file;
  const { on } = useView();
  const { sheet } = useDesk();
  const [name, setName] = useState('');
  const reading = useMutation({ mutationFn: (file: File) => client.statistics.readFile({ id: sheet.id, file, on }) });
  return (
    <Dialog title={w.title} onClose={onClose} wide>
      <FileDrop
        endings={['xlsx', 'csv']}
        busy={reading.isPending}
        status={reading.isPending ? w.reading : name || w.ready}
        note={w.note}
        onFile={(file) => {
          setName(file.name);
          reading.mutate(file);
        }}
      />
      {reading.error ? <Failed error={reading.error} /> : null}
      {reading.data ? <Read reading={reading.data} onClose={onClose} /> : null}
    </Dialog>
  );
}

type ReadCell = FileReading['cells'][number];

function Read({ reading, onClose }: { readonly reading: FileReading; readonly onClose: () => void }) {
  const w = useWords(words);
  const c = useWords(common);
  const { setValues, setWords, rows } = useDesk();
  const { cells, problems } = reading;
  const take = () => {
    const known = new Map(rows.map((row) => [row.key, row]));
    setValues(cells.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }])));
    for (const { key, explanation, comment } of cells) {
      const row = known.get(key);
      if (row && explanation) setWords(row, 'explanation', explanation);
      if (row && comment) setWords(row, 'comment', comment);
    }
    onClose();
  };
  return (
    <>
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      <StateWord tone={cells.length > 0 ? 'good' : 'quiet'}>{cells.length > 0 ? w.file.cells(cells.length) : w.file.cellsNone}</StateWord>
      <Cells cells={cells} />
      <div className="button-row">
        <Button kind="main" disabled={cells.length === 0} onClick={take}>
          {cells.length === 0 ? w.paste.none : w.paste.take(cells.length)}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </>
  );
}

function Cells({ cells }: { readonly cells: readonly ReadCell[] }) {
  const w = useWords(words);
  const { rows } = useDesk();
  const revisions = new Map(rows.map(({ key, cell }) => [key, cell.revision]));
  const columns: readonly Column<ReadCell>[] = [
    { key: 'item', title: w.paste.item, render: ({ label }) => label },
    { key: 'before', title: w.paste.before, numeric: true, important: true, render: ({ before }) => <FigureText value={before} /> },
    { key: 'after', title: w.paste.after, numeric: true, important: true, render: ({ value }) => <FigureText value={value ?? null} /> },
    {
      key: 'note',
      title: w.columns.state,
      render: ({ key, seen, explanation, comment }) => (
        <>
          {revisions.get(key) !== seen ? <StateWord tone="warn">{w.file.conflicted}</StateWord> : null} {explanation} {comment}
        </>
      ),
    },
  ];
  return (
    <DataTable caption={w.paste.caption} columns={columns} rows={cells} rowKey={({ key }) => key} maxHeight="36vh" wrap empty={null} />
  );
}

function Problems({ problems }: { readonly problems: FileReading['problems'] }) {
  const w = useWords(words).file;
  const say = useSay();
  const columns: readonly Column<{ readonly at: number; readonly problem: FileReading['problems'][number] }>[] = [
    { key: 'row', title: w.row, numeric: true, render: ({ problem }) => problem.row },
    { key: 'sheet', title: w.sheet, render: ({ problem }) => problem.sheet },
    { key: 'column', title: w.column, important: true, render: ({ problem }) => problem.column },
    { key: 'value', title: w.value, important: true, render: ({ problem }) => problem.value },
    { key: 'reason', title: w.reason, important: true, render: ({ problem }) => say(problem.reason) },
  ];
  const rows = problems.map((problem, at) => ({ at, problem }));
  return (
    <>
      <StateWord tone="bad">{w.problems(problems.length)}</StateWord>
      <DataTable caption={w.reason} columns={columns} rows={rows} rowKey={({ at }) => String(at)} maxHeight="30vh" wrap empty={null} />
    </>
  );
}
