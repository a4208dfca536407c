// The one wizard for every kind of file (F110): prepare, drop, say which column is which, look at the dry run, write as a batch.
import { useState } from 'react';
import { useOpen, useView } from '../shell/index.ts';
import { Answer, Button, Failed, FileDrop, Link, Notice, Section, useSay, useWords } from '../ui/index.ts';
import { useImportActions, useKinds } from './hooks.ts';
import './imports.css';
import { DryRun } from './parts/dry-run.tsx';
import { HandOutNotice } from './parts/hand-out.tsx';
import { MappingStep } from './parts/mapping-step.tsx';
import { ProblemTable } from './parts/problem-table.tsx';
import { TemplateButtons } from './parts/template-buttons.tsx';
import type { HandOut, Kind, KindName, Mapping, Preview } from './shapes.ts';
import { words } from './words.ts';

interface WizardProps {
  readonly kind: KindName;
  /** The one subject it is about, for kinds that are about one. */
  readonly target?: string;
  /** Where to go once it is written; the batch's own page unless said. */
  readonly after?: string;
}

export function ImportWizard({ kind: name, target, after }: WizardProps) {
  const w = useWords(words);
  const say = useSay();
  const kinds = useKinds();
  return (
    <Answer query={kinds}>
      {(rows) => {
        const kind = rows.find((one) => one.kind === name);
        if (!kind) return <Notice title={w.notYours} />;
        if (kind.refused) return <Notice title={say(kind.refused)} />;
        return <Steps kind={kind} target={target} after={after} />;
      }}
    </Answer>
  );
}

interface StepsProps {
  readonly kind: Kind;
  readonly target: string | undefined;
  readonly after: string | undefined;
}

/** What was handed in last, and how it is to be read. */
interface Given {
  readonly file: File;
  readonly mapping?: Mapping;
}

function Steps({ kind, target, after }: StepsProps) {
  const w = useWords(words);
  const { on, data: dataset } = useView();
  const open = useOpen();
  const { preview, commit } = useImportActions();
  const [given, setGiven] = useState<Given | null>(null);
  const asked = (of: Given) => ({ kind: kind.kind, dataset, on, ...(target !== undefined && { target }), ...of });
  const look = (next: Given) => {
    setGiven(next);
    commit.reset();
    preview.mutate(asked(next));
  };
  const write = (of: Given, { file, state, at }: Preview) =>
    commit.mutate(
      { ...asked(of), sha256: file.sha256, state, at },
      { onSuccess: ({ batch, handOut }) => (handOut ? undefined : open(after ?? `/imports/${batch.id}`)) },
    );
  const seen = preview.data;
  if (commit.data?.handOut) return <HandedOut batch={commit.data.batch} handOut={commit.data.handOut} />;
  return (
    <>
      <Section title={w.prepare} note={w.prepareNote}>
        <TemplateButtons kind={kind} target={target} />
      </Section>
      <Section title={w.dropFile}>
        <FileDrop
          onFile={(file) => look({ file })}
          busy={preview.isPending}
          endings={kind.accepts}
          note={w.dropNote(kind.accepts.map((ending) => `.${ending}`).join(' '))}
          status={preview.isPending ? w.reading : (given?.file.name ?? '')}
        />
        {preview.error ? <Failed error={preview.error} /> : null}
      </Section>
      {seen && given && !preview.isPending ? (
        <>
          <Seen kind={kind} given={given} preview={seen} onLook={look} />
          <Commit
            preview={seen}
            busy={commit.isPending}
            error={commit.error}
            onLook={() => look(given)}
            onCommit={() => write(given, seen)}
          />
        </>
      ) : null}
    </>
  );
}

interface SeenProps {
  readonly kind: Kind;
  readonly given: Given;
  readonly preview: Preview;
  readonly onLook: (next: Given) => void;
}

/** What was understood of the file, and what it would do. */
function Seen({ kind, given, preview, onLook }: SeenProps) {
  const w = useWords(words);
  const { sha256 } = preview.file;
  return (
    <>
      <MappingStep
        key={`${sha256} ${JSON.stringify(given.mapping ?? null)}`}
        kind={kind}
        preview={preview}
        onApply={(mapping) => onLook({ file: given.file, mapping })}
      />
      {preview.unreadable ? (
        <Section title={w.problemsTitle}>
          <ProblemTable preview={preview} />
        </Section>
      ) : (
        <Section title={w.dryRun} note={w.dryRunNote}>
          <DryRun key={`${sha256} ${preview.at}`} preview={preview} />
        </Section>
      )}
    </>
  );
}

interface CommitProps {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onLook: () => void;
  readonly onCommit: () => void;
}

function Commit({ preview, busy, error, onLook, onCommit }: CommitProps) {
  const w = useWords(words);
  const say = useSay();
  const { counts, stop, queued, unreadable } = preview;
  if (unreadable) return null;
  return (
    <Section title={w.commitTitle} note={w.commitNote}>
      <div className="import-stack">
        {stop ? <Notice tone={counts.refused > 0 ? 'bad' : 'quiet'} title={say(stop)} /> : null}
        {queued && !stop ? <p className="note">{w.queued}</p> : null}
        {error ? (
          <>
            <Failed error={error} />
            <Button onClick={onLook}>{w.lookAgain}</Button>
          </>
        ) : (
          <Button kind="main" busy={busy} disabled={stop !== null} onClick={onCommit}>
            {w.commit(counts.add + counts.change)}
          </Button>
        )}
      </div>
    </Section>
  );
}

interface HandedOutProps {
  readonly batch: { readonly id: string; readonly number: number };
  readonly handOut: HandOut;
}

function HandedOut({ batch, handOut }: HandedOutProps) {
  const w = useWords(words);
  return (
    <Section title={w.batchTitle(batch.number)}>
      <HandOutNotice handOut={handOut} />
      <p>
        <Link to={`/imports/${batch.id}`}>{w.toBatch}</Link>
      </p>
    </Section>
  );
}
