// Long work: what it does, how far it is, and how to stop it.
import { Button, Failed, Section, useSay, useWords } from '../../ui/index.ts';
import { useBoundaryActions } from '../hooks.ts';
import type { Reading } from '../shapes.ts';
import { words } from '../words-upload.ts';

export function ReadingProgress({ reading }: { readonly reading: Reading }) {
  const w = useWords(words);
  const say = useSay();
  const { cancel } = useBoundaryActions();
  const percent = Math.round(reading.share * 100);
  return (
    <Section title={reading.doing ? say(reading.doing) : w.progress} note={reading.file.name}>
      <div className="reading-progress" data-stage={reading.stage}>
        <progress max={100} value={percent} aria-label={w.progress} />
        <span role="status" className="number">
          {w.done(percent)}
        </span>
        <Button busy={cancel.isPending} onClick={() => cancel.mutate({ id: reading.id })}>
          {w.cancel}
        </Button>
      </div>
      {cancel.error ? <Failed error={cancel.error} /> : null}
    </Section>
  );
}
