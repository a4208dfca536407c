// The same question as a file with its metadata, and as a link.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../shell/index.ts';
import { Button, Failed, saveFile, useLanguage, useWords } from '../../ui/index.ts';
import type { Ask } from '../shapes.ts';
import { words } from '../words.ts';

const formats = ['xlsx', 'csv', 'json'] as const;

export function Download({ ask }: { readonly ask: Ask }) {
  const w = useWords(words);
  const language = useLanguage();
  const sending = useMutation({
    mutationFn: (format: (typeof formats)[number]) => client.explorer.export({ ...ask, format, language }),
    onSuccess: (file, format) => saveFile(file, file.name || `figures-${ask.on}.${format}`),
  });
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          small
          title={`${w.download} ${format} · ${w.downloadNote}`}
          label={`${w.download} ${format}`}
          busy={sending.isPending && sending.variables === format}
          onClick={() => sending.mutate(format)}
        >
          {`↓ ${format}`}
        </Button>
      ))}
      {sending.error ? <Failed error={sending.error} /> : null}
    </>
  );
}

/** The address of the page is the view: whoever opens it sees the same, as far as they may. */
export function CopyLink() {
  const w = useWords(words);
  const [told, setTold] = useState<string | null>(null);
  const copy = () => {
    // Absent where the page is not served safely; the address stands in the bar anyway.
    const writing = navigator.clipboard?.writeText(window.location.href) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => setTold(w.linkCopied),
      () => setTold(w.linkFailed),
    );
  };
  return (
    <>
      <output className="note">{told}</output>
      <Button onClick={copy}>{w.link}</Button>
    </>
  );
}
