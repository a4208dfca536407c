// The library out as one file, and in again: a dry run first, every problem at once, then its proposals.
import { useState } from 'react';
import { useView } from '../shell/index.ts';
import {
  Button,
  type Column,
  DataTable,
  DateField,
  Failed,
  FileDrop,
  Link,
  Notice,
  Page,
  Section,
  saveFile,
  TextInput,
  useWords,
} from '../ui/index.ts';
import { useDefinitionActions, useMayDefine } from './hooks.ts';
import { BundleProblems } from './parts/bundle-problems.tsx';
import { LibraryTabs } from './parts/library-tabs.tsx';
import type { BundleRead } from './shapes.ts';
import { words } from './words.ts';
import { draftWords } from './words-drafts.ts';

export function BundlePage() {
  const w = useWords(words);
  const d = useWords(draftWords);
  const mayDefine = useMayDefine();
  return (
    <Page title={w.tabs.bundle} answers={d.bundleAnswer}>
      <LibraryTabs />
      <ExportSection />
      <Section title={d.importTitle}>{mayDefine ? <ImportPart /> : <p className="note">{d.onlyProvince}</p>}</Section>
    </Page>
  );
}

function ExportSection() {
  const d = useWords(draftWords);
  const { data: dataset, on } = useView();
  const { bundle } = useDefinitionActions();
  const get = () => bundle.mutate({ dataset, on }, { onSuccess: (file) => saveFile(file, file.name) });
  return (
    <Section title={d.exportTitle}>
      <div className="stack">
        <p className="note">{d.exportNote}</p>
        <div className="button-row">
          <Button busy={bundle.isPending} onClick={get}>
            {d.download}
          </Button>
        </div>
        {bundle.error ? <Failed error={bundle.error} /> : null}
      </div>
    </Section>
  );
}

function ImportPart() {
  const d = useWords(draftWords);
  const { data: dataset, on } = useView();
  const { readBundle } = useDefinitionActions();
  const [file, setFile] = useState<File | null>(null);
  const [from, setFrom] = useState(on);
  const read = (next: File, day: string) => {
    setFile(next);
    setFrom(day);
    readBundle.mutate({ dataset, on, from: day, file: next, propose: false, reason: '' });
  };
  const answer = readBundle.data;
  return (
    <>
      <FileDrop
        endings={['json']}
        busy={readBundle.isPending}
        onFile={(next) => read(next, from)}
        status={readBundle.isPending ? d.reading : file ? d.fileRead(file.name) : d.chooseFile}
        note={d.importNote}
      />
      {file ? <DateField label={d.day} value={from} onChange={(day) => read(file, day)} /> : null}
      {readBundle.error ? <Failed error={readBundle.error} /> : null}
      {answer && file && answer.proposed === 0 ? (
        <DryRun
          answer={answer}
          busy={readBundle.isPending}
          onPropose={(reason) => readBundle.mutate({ dataset, on, from, file, propose: true, reason })}
        />
      ) : null}
      {answer && answer.proposed > 0 ? (
        <Notice tone="good" title={d.proposedCount(answer.proposed)} action={<Link to="/indicators/proposals">{d.toProposals}</Link>} />
      ) : null}
    </>
  );
}

type Read = BundleRead['definitions'][number];

interface DryRunProps {
  readonly answer: BundleRead;
  readonly busy: boolean;
  readonly onPropose: (reason: string) => void;
}

function DryRun({ answer: { problems, definitions }, busy, onPropose }: DryRunProps) {
  const d = useWords(draftWords);
  const [reason, setReason] = useState('');
  const count = (effect: Read['effect']) => definitions.filter((one) => one.effect === effect).length;
  const moved = definitions.filter(({ effect }) => effect !== 'same');
  if (problems.length > 0) return <BundleProblems problems={problems} />;
  if (moved.length === 0) return <Notice tone="quiet" title={d.allSame} />;
  const columns: readonly Column<Read>[] = [
    { key: 'kind', title: d.whichKind, important: true, render: ({ kind }) => kindName(d.kinds, kind) },
    { key: 'code', title: d.what, important: true, render: ({ code }) => <code>{code}</code> },
    { key: 'effect', title: d.effect, important: true, render: ({ effect }) => d.effects[effect] },
  ];
  return (
    <div className="stack">
      <p role="status">{d.effectCounts(count('add'), count('change'), count('same'))}</p>
      <DataTable
        caption={d.wouldChange}
        columns={columns}
        rows={moved}
        rowKey={({ kind, code }) => `${kind} ${code}`}
        empty={null}
        maxHeight="400px"
      />
      <TextInput label={d.reason} value={reason} onChange={setReason} rows={2} />
      <Button kind="main" busy={busy} disabled={reason.trim() === ''} onClick={() => onPropose(reason.trim())}>
        {d.proposeAll(moved.length)}
      </Button>
    </div>
  );
}

export function kindName(names: Readonly<Record<string, string>>, kind: string): string {
  return names[kind] ?? kind;
}
