// A place to drop a file, or to choose one by keyboard.
import { type DragEvent, type ReactNode, useState } from 'react';
import { useWords } from './language.tsx';
import { words } from './words.ts';

interface FileDropProps {
  readonly onFile: (file: File) => void;
  readonly busy: boolean;
  /** Without the dot: txt, zip … */
  readonly endings: readonly string[];
  /** What is being done, or what was chosen last. */
  readonly status: string;
  readonly note?: ReactNode;
}

export function FileDrop({ onFile, busy, endings, status, note }: FileDropProps) {
  const w = useWords(words);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => (file && !busy ? onFile(file) : undefined);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file field inside does the same by keyboard
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      aria-busy={busy}
    >
      {w.dropFile}{' '}
      <label className="file-choose">
        {w.chooseFile}
        <input
          type="file"
          accept={endings.map((ending) => `.${ending}`).join()}
          disabled={busy}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      {note ? <p className="note">{note}</p> : null}
      <p role="status">{status}</p>
    </div>
  );
}
