// A plan's boundaries or a layer as a file: eight formats, four systems.
import { useMutation } from '@tanstack/react-query';
import { type BoundaryFormat, boundaryFormats } from '@zhenghe/engine/boundaries';
import { useState } from 'react';
import { client, useView } from '../../shell/index.ts';
import { Button, Choice, Dialog, Failed, saveFile, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';
import { words as upload } from '../words-upload.ts';

const systems = ['gauss-kruger-3-numbered', 'gauss-kruger-3', 'gauss-kruger-6', 'cgcs2000'] as const;
type System = (typeof systems)[number];
/** These formats know degrees only. */
const degreesOnly: readonly BoundaryFormat[] = ['kml', 'kmz'];

export type Exported = { readonly plan: string; readonly version?: number } | { readonly layer: string };

export function ExportMenu({ of, small = false }: { readonly of: Exported; readonly small?: boolean }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small={small} onClick={() => setOpen(true)}>
        {w.export}
      </Button>
      {open ? (
        <Dialog title={w.export} onClose={() => setOpen(false)}>
          <ExportForm of={of} onDone={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}

function ExportForm({ of, onDone }: { readonly of: Exported; readonly onDone: () => void }) {
  const w = useWords(words);
  const u = useWords(upload);
  const { on } = useView();
  const [format, setFormat] = useState<BoundaryFormat>('survey-txt');
  const [chosen, setSystem] = useState<System>('gauss-kruger-3-numbered');
  const system = degreesOnly.includes(format) ? 'cgcs2000' : chosen;
  const sending = useMutation({
    mutationFn: () => client.boundaries.export({ ...of, format, system, on }),
    onSuccess: (file) => {
      saveFile(file, file.name);
      onDone();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <Choice
        label={w.exportFormat}
        value={format}
        width={240}
        choices={boundaryFormats.map((value) => ({ value, label: u.formatNames[value] }))}
        onChange={(next) => setFormat(next ?? 'survey-txt')}
      />
      <Choice
        label={w.exportSystem}
        value={system}
        width={240}
        disabled={degreesOnly.includes(format)}
        choices={systems.map((value) => ({ value, label: w.systems[value] }))}
        onChange={(next) => setSystem(next ?? 'gauss-kruger-3-numbered')}
      />
      {sending.error ? <Failed error={sending.error} /> : null}
      <div className="button-row">
        <Button kind="main" submit busy={sending.isPending}>
          {w.export}
        </Button>
        <Button onClick={onDone}>{u.cancel}</Button>
      </div>
    </form>
  );
}
