// The first step: what can be handed in, and the place to drop it.
import { type BoundaryFormat, boundaryFormats } from '@zhenghe/engine/boundaries';
import { type DragEvent, useState } from 'react';
import { useView } from '../../shell/index.ts';
import { Failed, Notice, Section, useWords } from '../../ui/index.ts';
import { useBoundaryActions } from '../hooks.ts';
import type { Target } from '../shapes.ts';
import { words } from '../words-upload.ts';

const mostBytes = 50 * 1024 * 1024;
const endings = '.txt,.zip,.geojson,.json,.kml,.kmz,.dxf,.xlsx,.csv';
/** As surveyors most often give them. */
const order: readonly BoundaryFormat[] = ['survey-txt', 'shapefile', 'dxf', 'xlsx', 'csv', 'geojson', 'kml', 'kmz'];

export function HandIn({ target, onReading }: { readonly target: Target; readonly onReading: (id: string) => void }) {
  const w = useWords(words);
  const { on, data: dataset } = useView();
  const { upload } = useBoundaryActions();
  const [large, setLarge] = useState<File | null>(null);
  const take = (file: File) => {
    if (file.size > mostBytes) return setLarge(file);
    setLarge(null);
    upload.mutate({ target, dataset, file, on }, { onSuccess: ({ id }) => onReading(id) });
  };
  return (
    <Section title={w.steps.file} note={w.limit}>
      <Drop onFile={take} busy={upload.isPending} />
      {large ? <Notice tone="bad" title={w.tooLarge((large.size / 1024 / 1024).toFixed(1))} /> : null}
      {upload.error ? <Failed error={upload.error} /> : null}
      <h3>{w.formatsTitle}</h3>
      <ul className="formats">
        {order
          .filter((format) => boundaryFormats.includes(format))
          .map((format) => (
            <li key={format}>{w.formats[format]}</li>
          ))}
      </ul>
      <p className="note">{w.refusedDatums}</p>
    </Section>
  );
}

function Drop({ onFile, busy }: { readonly onFile: (file: File) => void; readonly busy: boolean }) {
  const w = useWords(words);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file field inside does the same by keyboard
    <div
      className={over ? 'boundary-drop over' : 'boundary-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {w.drop}{' '}
      <label className="file-choose">
        {w.choose}
        <input
          type="file"
          accept={endings}
          disabled={busy}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p role="status">{busy ? w.uploading : ''}</p>
    </div>
  );
}
