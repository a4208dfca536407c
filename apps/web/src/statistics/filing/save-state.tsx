// What of the sheet is on the server and what is not yet, always in view; and what to do about the latter.
import { Button, Notice, Shape, type Tone, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words-filing.ts';
import { useDesk } from './desk.ts';
import { stuck, waiting } from './queue.ts';

export function SaveState() {
  const w = useWords(words);
  const say = useSay();
  const { queue, line, retry, undo, redo, mayUndo, mayRedo, sheet } = useDesk();
  const [tone, text] = useTold();
  if (sheet.readOnly !== null && Object.keys(queue.pending).length === 0) return null;
  return (
    <>
      <div className="save-bar">
        <span role="status" className={`save-state ${tone}`} title={w.save.note}>
          <Shape tone={tone} /> {text}
        </span>
        {line.kind === 'offline' || line.kind === 'refused' ? (
          <Button small onClick={retry}>
            {w.save.retry}
          </Button>
        ) : null}
        <Button small kind="quiet" disabled={!mayUndo} onClick={undo}>
          {w.undo}
        </Button>
        <Button small kind="quiet" disabled={!mayRedo} onClick={redo}>
          {w.redo}
        </Button>
      </div>
      {line.kind === 'refused' ? <Notice tone="bad" title={say(line.reason)} /> : null}
    </>
  );
}

function useTold(): readonly [Tone, string] {
  const w = useWords(words).save;
  const { queue, line } = useDesk();
  const [here, helped] = [waiting(queue), stuck(queue).length];
  if (line.kind === 'offline') return ['warn', w.offline(here)];
  if (line.kind === 'refused') return ['bad', w.refused(here)];
  if (queue.sending) return ['info', w.sending(queue.sending.cells.length)];
  if (here > 0) return ['warn', w.waiting(here)];
  return helped > 0 ? ['bad', w.stuck(helped)] : ['good', w.saved];
}
