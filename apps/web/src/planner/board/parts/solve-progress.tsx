// A solve under way, or why it ended without a plan.
import { Notice, useSay, useWords } from '../../../ui/index.ts';
import { RefusedList } from '../../parts/refused-list.tsx';
import { RunProgress } from '../../parts/run-progress.tsx';
import { words } from '../../words-board.ts';
import type { Solving } from '../use-solving.ts';

export function SolveProgress({ solving }: { readonly solving: Solving }) {
  const w = useWords(words);
  const say = useSay();
  const { run } = solving;
  if (solving.error) return <RefusedList error={solving.error} nameOf={(where) => where} />;
  if (!solving.moving) {
    if (run?.state !== 'failed' && run?.state !== 'cancelled') return null;
    return (
      <Notice tone="bad" title={run.state === 'failed' ? w.failedRun : w.cancelledRun}>
        {run.note ? say(run.note) : null}
      </Notice>
    );
  }
  return <RunProgress run={run} onStop={solving.stop} />;
}
