// Downloads the annex workbook: empty, or a plan's own.
import { useState } from 'react';
import { client } from '../../shell/index.ts';
import { Button, Failed } from '../../ui/index.ts';

interface TemplateButtonProps {
  readonly label: string;
  readonly id?: string;
  readonly version?: number;
}

export function TemplateButton({ label, id, version }: TemplateButtonProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const download = async () => {
    setBusy(true);
    setFailed(null);
    try {
      saveFile(await client.plans.template({ ...(id && { id }), ...(version && { version }) }));
    } catch (error) {
      setFailed(error);
    }
    setBusy(false);
  };
  return (
    <>
      <Button busy={busy} onClick={download}>
        {label}
      </Button>
      {failed ? <Failed error={failed} /> : null}
    </>
  );
}

function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
}
