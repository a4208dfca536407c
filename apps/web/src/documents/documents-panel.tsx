// The papers of a plan version: which can be made and why not the others, how far each is, and the finished files.
import { useState } from 'react';
import { useView } from '../shell/index.ts';
import { Answer, Button, Choice, Empty, Failed, Notice, saveFile, useSay, useWords } from '../ui/index.ts';
import { type DocumentKind, useDocumentActions, useDocuments } from './hooks.ts';
import './documents.css';
import { DocumentsTable } from './parts/documents-table.tsx';
import { words } from './words.ts';

interface DocumentsPanelProps {
  readonly plan: string;
  readonly version: number;
  /** Something typed is not in that version. */
  readonly unsaved: boolean;
  /** Only these papers, on another page than the plan's own. */
  readonly only?: readonly DocumentKind[];
}

export function DocumentsPanel({ plan, version, unsaved, only }: DocumentsPanelProps) {
  const w = useWords(words);
  const { on } = useView();
  const query = useDocuments(plan, version);
  const { make, cancel, download } = useDocumentActions();
  const failed = make.error ?? cancel.error ?? download.error;
  const get = (id: string, name: string) => download.mutate({ id }, { onSuccess: (file) => saveFile(file, name) });
  return (
    <div className="stack">
      {only ? null : <p>{w.intro}</p>}
      {unsaved ? <Notice tone="warn" title={w.unsaved} /> : null}
      <Answer query={query} rows={3}>
        {(list) => {
          const wanted = (kind: DocumentKind) => only?.includes(kind) ?? true;
          const kinds = list.kinds.filter(({ kind }) => wanted(kind));
          const rows = list.rows.filter(({ kind }) => wanted(kind));
          return (
            <>
              <MakeForm kinds={kinds} busy={make.isPending} onMake={(kind) => make.mutate({ plan, version, kind, on })} />
              {failed ? <Failed error={failed} /> : null}
              {rows.length > 0 ? (
                <DocumentsTable rows={rows} onCancel={(id) => cancel.mutate({ id })} onDownload={get} />
              ) : kinds.some(({ refused }) => refused === null) ? (
                <Empty title={w.none}>{w.noneNext}</Empty>
              ) : null}
            </>
          );
        }}
      </Answer>
    </div>
  );
}

interface MakeFormProps {
  readonly kinds: readonly { readonly kind: DocumentKind; readonly refused: { readonly zh: string; readonly en: string } | null }[];
  readonly busy: boolean;
  readonly onMake: (kind: DocumentKind) => void;
}

function MakeForm({ kinds, busy, onMake }: MakeFormProps) {
  const w = useWords(words);
  const say = useSay();
  const open = kinds.filter(({ refused }) => refused === null);
  const [picked, setPicked] = useState<DocumentKind>('plan');
  const [first] = kinds;
  if (open.length === 0) return <Notice title={w.notHere}>{first?.refused ? say(first.refused) : null}</Notice>;
  const shut = kinds.filter(({ refused }) => refused !== null);
  const kind = open.some((one) => one.kind === picked) ? picked : (open[0]?.kind ?? 'plan');
  return (
    <div>
      <form
        className="document-form"
        onSubmit={(event) => {
          event.preventDefault();
          onMake(kind);
        }}
      >
        <Choice
          label={w.which}
          value={kind}
          choices={open.map((one) => ({ value: one.kind, label: w.kinds[one.kind] }))}
          width={260}
          onChange={(next) => next && setPicked(next)}
        />
        <Button submit busy={busy}>
          {w.make}
        </Button>
      </form>
      {shut.map((one) => (
        <p key={one.kind} className="note">
          {w.kinds[one.kind]} — {one.refused ? say(one.refused) : null}
        </p>
      ))}
    </div>
  );
}
