// The one wizard for every kind of file (F110): prepare, drop, say which column is which, look at the dry run, write as a batch.
import { useState } from 'react';
import { useOpen, useView } from '../shell/index.ts';
import { Answer, Button, Failed, Link, Notice, Section, useSay, useWords } from '../ui/index.ts';
import { useImportActions, useKinds } from './hooks.ts';
import './imports.css';
import { DryRun } from './parts/dry-run.tsx';
import { FileDrop } from './parts/file-drop.tsx';
import { HandOutNotice } from './parts/hand-out.tsx';
import { MappingStep } from './parts/mapping-step.tsx';
import { ProblemTable } from './parts/problem-table.tsx';
import { TemplateButtons } from './parts/template-buttons.tsx';
import type { Kind, KindName, Mapping, Preview } from './shapes.ts';
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
  const { preview, commit } = useImportActions();
  const [given, setGiven] = useState<Given | null>(null);
  const asked = (of: Given) => ({ kind: kind.kind, dataset, on, ...(target !== undefined && { target }), ...of });
  const look = (next: Given) => {
    setGiven(next);
    commit.reset();
    preview.mutate(asked(next));
  };
  const seen = preview.data;
  if (commit.data?.handOut) return <HandedOut done={commit.data} />;
  return (
    <>
      <Section title={w.prepare} note={w.prepareNote}>
        <TemplateButtons kind={kind} target={target} />
      </Section>
      <Section title={w.dropFile}>
        <FileDrop onFile={(file) => look({ file })} busy={preview.isPending} name={given?.file.name ?? ''} accepts={kind.accepts} />
        {preview.error ? <Failed error={preview.error} /> : null}
      </Section>
      {seen && given && !preview.isPending ? (
        <>
          <MappingStep
            key={`${seen.file.sha256} ${JSON.stringify(given.mapping ?? null)}`}
            kind={kind}
            preview={seen}
            busy={preview.isPending}
            onApply={(mapping) => look({ file: given.file, mapping })}
          />
          {seen.unreadable ? (
            <Section title={w.problemsTitle}>
              <ProblemTable preview={seen} />
            </Section>
          ) : (
            <Section title={w.dryRun} note={w.dryRunNote}>
              <DryRun key={`${seen.file.sha256} ${seen.at}`} preview={seen} />
            </Section>
          )}
          <Commit
            preview={seen}
            busy={commit.isPending}
            error={commit.error}
            after={after}
            onLook={() => look(given)}
            onCommit={(open) => {
              const { file, state, at } = seen;
              commit.mutate(
                { ...asked(given), sha256: file.sha256, state, at },
                { onSuccess: ({ batch, handOut }) => (handOut ? undefined : open(batch.id)) },
              );
            }}
          />
        </>
      ) : null}
    </>
  );
}

interface CommitProps {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly error: unknown;
  readonly after: string | undefined;
  readonly onLook: () => void;
  readonly onCommit: (open: (batch: string) => void) => void;
}

function Commit({ preview, busy, error, after, onLook, onCommit }: CommitProps) {
  const w = useWords(words);
  const say = useSay();
  const open = useOpen();
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
          <Button kind="main" busy={busy} disabled={stop !== null} onClick={() => onCommit((id) => open(after ?? `/imports/${id}`))}>
            {w.commit(counts.add + counts.change)}
          </Button>
        )}
      </div>
    </Section>
  );
}

function HandedOut({
  done,
}: {
  readonly done: {
    readonly batch: { readonly id: string; readonly number: number };
    readonly handOut: Parameters<typeof HandOutNotice>[0]['handOut'] | null;
  };
}) {
  const w = useWords(words);
  return (
    <Section title={w.batchTitle(done.batch.number)}>
      {done.handOut ? <HandOutNotice handOut={done.handOut} /> : null}
      <p>
        <Link to={`/imports/${done.batch.id}`}>{w.toBatch}</Link>
      </p>
    </Section>
  );
}
