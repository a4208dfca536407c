// Words of a cell, an explanation or a comment: taken when the box is left.
import { useState } from 'react';

interface WordsBoxProps {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onWords: (text: string) => void;
}

export function WordsBox({ label, hint, text, onWords }: WordsBoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft !== null && draft.trim() !== text) onWords(draft);
    setDraft(null);
  };
  return (
    <textarea
      className="words-box"
      aria-label={label}
      placeholder={hint}
      maxLength={500}
      rows={2}
      value={draft ?? text}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
    />
  );
}
