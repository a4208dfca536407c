// Compares a file with the original by its hash, in the browser: the file goes nowhere.
import { useState } from 'react';
import { FileDrop, Notice, Section, useWords } from '../../ui/index.ts';
import { sha256 } from '../code.ts';
import '../documents.css';
import { words } from '../words.ts';

type Result = { readonly name: string; readonly hash: string | null };

export function CompareFile({ sha256: original }: { readonly sha256: string }) {
  const w = useWords(words);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const compare = async (file: File) => {
    setBusy(true);
    setResult({ name: file.name, hash: await sha256(await file.arrayBuffer()) });
    setBusy(false);
  };
  return (
    <Section title={w.compare} note={w.compareNote}>
      <FileDrop onFile={(file) => void compare(file)} busy={busy} endings={['docx', 'xlsx']} status={busy ? w.reading : ''} />
      <div role="status">{result && !busy ? <Outcome result={result} original={original} /> : null}</div>
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
