// Open to everyone: what a printed code stands for, whether it is still the newest version, and whether a file is the original.
import { type FormEvent, useState } from 'react';
import { useOpen, useParam } from '../shell/index.ts';
import { Answer, Button, Link, Page, TextInput, useWords } from '../ui/index.ts';
import './documents.css';
import { useVerified } from './hooks.ts';
import { CompareFile } from './parts/compare-file.tsx';
import { VerifiedFacts } from './parts/verified-facts.tsx';
import { words } from './words.ts';

export function VerifyStart() {
  const w = useWords(words);
  return (
    <Page title={w.verifyTitle} answers={w.verifyAnswer}>
      <CodeForm />
    </Page>
  );
}

function CodeForm() {
  const w = useWords(words);
  const open = useOpen();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) open(`/verify/${encodeURIComponent(code.trim())}`);
  };
  return (
    <form className="document-form" onSubmit={submit}>
      <TextInput label={w.code} value={code} onChange={setCode} placeholder={w.codeHint} />
      <Button submit kind="main">
        {w.verify}
      </Button>
    </form>
  );
}

export function VerifyPage() {
  const w = useWords(words);
  const query = useVerified(useParam('code'));
  return (
    <Page title={w.verifyTitle} answers={w.verifyAnswer} actions={<Link to="/verify">{w.another}</Link>}>
      <Answer query={query} rows={8}>
        {(verified) => (
          <>
            <VerifiedFacts verified={verified} />
            <CompareFile sha256={verified.file.sha256} />
          </>
        )}
      </Answer>
    </Page>
  );
}
