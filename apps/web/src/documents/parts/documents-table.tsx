// The papers of a plan in a table: day, kind, version, maker, how far, code, and the file.
import { Button, type Column, DataTable, Link, StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import { printedCode } from '../code.ts';
import type { DocumentRow } from '../hooks.ts';
import { words } from '../words.ts';

interface Deeds {
  readonly onCancel: (id: string) => void;
  readonly onDownload: (id: string, name: string) => void;
}

export function DocumentsTable({ rows, ...deeds }: Deeds & { readonly rows: readonly DocumentRow[] }) {
  const w = useWords(words);
  const say = useSay();
  const columns: readonly Column<DocumentRow>[] = [
    { key: 'kind', title: w.kind, important: true, render: ({ kind }) => w.kinds[kind] },
    { key: 'version', title: w.version, tight: true, render: ({ version }) => w.versionName(version) },
    { key: 'on', title: w.day, tight: true, render: ({ on }) => on },
    { key: 'by', title: w.by, render: ({ by }) => say(by) },
    { key: 'state', title: w.state, important: true, render: (row) => <Progress row={row} /> },
    { key: 'code', title: w.code, tight: true, render: ({ file }) => (file ? <CodeLink code={file.code} /> : null) },
    { key: 'action', title: w.action, important: true, render: (row) => <Buttons row={row} {...deeds} /> },
  ];
  return <DataTable caption={w.list} columns={columns} rows={rows} rowKey={({ id }) => id} empty={null} wrap />;
}

function CodeLink({ code }: { readonly code: string }) {
  return <Link to={`/verify/${code}`}>{printedCode(code)}</Link>;
}

function Buttons({ row, onCancel, onDownload }: Deeds & { readonly row: DocumentRow }) {
  const w = useWords(words);
  const { file } = row;
  const what = `${w.kinds[row.kind]} ${w.versionName(row.version)}`;
  if (file) {
    return (
      <Button small label={w.downloadOne(what)} onClick={() => onDownload(row.id, file.name)}>
        {w.download}
      </Button>
    );
  }
  if (!row.mayCancel) return null;
  return (
    <Button small label={w.cancelOne(what)} onClick={() => onCancel(row.id)}>
      {w.cancel}
    </Button>
  );
}

const tones: Readonly<Record<DocumentRow['state'], Tone>> = {
  waiting: 'info',
  working: 'info',
  kept: 'good',
  failed: 'bad',
  cancelled: 'warn',
};

/** Said aloud when it changes. */
function Progress({ row }: { readonly row: DocumentRow }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <div role="status">
      <StateWord tone={tones[row.state]}>{w.states[row.state]}</StateWord>
      {row.state === 'working' ? (
        <>
          {' '}
          <progress value={row.steps} max={4} aria-label={w.states.working} /> <span className="note">{w.steps(row.steps)}</span>
        </>
      ) : null}
      {row.note ? <p className="note">{say(row.note)}</p> : null}
    </div>
  );
}
