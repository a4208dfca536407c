// Compares a file with the original by its hash, in the browser: the file goes nowhere.
import { type DragEvent, useState } from 'react';
import { Notice, Section, useWords } from '../../ui/index.ts';
import { sha256 } from '../code.ts';
import '../documents.css';
import { words } from '../words.ts';

type Result = { readonly name: string; readonly hash: string | null };

export function CompareFile({ sha256: original }: { readonly sha256: string }) {
  const w = useWords(words);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const compare = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setResult({ name: file.name, hash: await sha256(await file.arrayBuffer()) });
    setBusy(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void compare(event.dataTransfer.files[0]);
  };
  return (
    <Section title={w.compare} note={w.compareNote}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file field inside does the same by keyboard */}
      <div className="document-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop} aria-busy={busy}>
        {w.drop}{' '}
        <label className="document-choose">
          {w.choose}
          <input
            type="file"
            accept=".docx,.xlsx"
            onChange={(event) => {
              void compare(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <div role="status">{busy ? w.reading : result ? <Outcome result={result} original={original} /> : null}</div>
    </Section>
  );
}

function Outcome({ result, original }: { readonly result: Result; readonly original: string }) {
  const w = useWords(words);
  if (result.hash === null) {
    return (
      <Notice tone="warn" title={w.noHash}>
        {w.noHashNext}
      </Notice>
    );
  }
  if (result.hash === original) return <Notice tone="good" title={w.same(result.name)} />;
  return (
    <Notice tone="bad" title={w.differs(result.name)}>
      {w.differsNext} <code className="document-hash">{result.hash}</code>
    </Notice>
  );
}
