// Adds a row by its name; Enter adds it.
import { useState } from 'react';
import { Button, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

export function NewRow({ label, onAdd }: { readonly label: string; readonly onAdd: (name: string) => void }) {
  const w = useWords(words).editor;
  const [name, setName] = useState('');
  const add = () => {
    if (!name.trim()) return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <form
      className="new-row"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        aria-label={`${label}：${w.newName}`}
        placeholder={w.newName}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button submit small>
        {label}
      </Button>
    </form>
  );
}
