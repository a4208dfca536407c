// A place to drop a file, or to choose one by keyboard.
import { type DragEvent, useState } from 'react';
import { useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

interface FileDropProps {
  readonly onFile: (file: File) => void;
  readonly busy: boolean;
  readonly name: string;
  readonly accepts: readonly string[];
}

export function FileDrop({ onFile, busy, name, accepts }: FileDropProps) {
  const w = useWords(words);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const endings = accepts.map((ending) => `.${ending}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file field inside does the same by keyboard
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      aria-busy={busy}
    >
      {w.drop}{' '}
      <label className="file-choose">
        {w.choose}
        <input
          type="file"
          accept={endings.join(',')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p className="note">{w.dropNote(endings.join(' '))}</p>
      <p role="status">{busy ? w.reading : name}</p>
    </div>
  );
}
