// The first step: what can be handed in, and the place to drop it.
import { type BoundaryFormat, boundaryFormats } from '@zhenghe/engine/boundaries';
import { useState } from 'react';
import { useView } from '../../shell/index.ts';
import { Failed, FileDrop, Notice, Section, useWords } from '../../ui/index.ts';
import { useBoundaryActions } from '../hooks.ts';
import type { Target } from '../shapes.ts';
import { words } from '../words-upload.ts';

const mostBytes = 50 * 1024 * 1024;
const endings = ['txt', 'zip', 'geojson', 'json', 'kml', 'kmz', 'dxf', 'xlsx', 'csv'] as const;
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
      <FileDrop onFile={take} busy={upload.isPending} endings={endings} status={upload.isPending ? w.uploading : ''} />
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
