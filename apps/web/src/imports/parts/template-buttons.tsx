// The template of a kind: empty, or filled with what is on record.
import { useView } from '../../shell/index.ts';
import { Button, Failed, saveFile, useSay, useWords } from '../../ui/index.ts';
import { useImportActions } from '../hooks.ts';
import type { Kind } from '../shapes.ts';
import { words } from '../words.ts';

export function TemplateButtons({ kind, target }: { readonly kind: Kind; readonly target?: string | undefined }) {
  const w = useWords(words);
  const say = useSay();
  const { on, data: dataset } = useView();
  const { template } = useImportActions();
  const get = (filled: boolean) =>
    template.mutate(
      { kind: kind.kind, dataset, on, ...(target !== undefined && { target }), ...(filled && { filled }) },
      { onSuccess: (file) => saveFile(file, file.name) },
    );
  return (
    <>
      <div className="import-buttons">
        <Button busy={template.isPending} onClick={() => get(false)}>
          {w.template}
        </Button>
        <Button busy={template.isPending} onClick={() => get(true)}>
          {say(kind.filled)}
        </Button>
      </div>
      {template.error ? <Failed error={template.error} /> : null}
    </>
  );
}
