// A run under way: what it does, how far, the best so far with its bound, and a way to stop it. Or why it ended without a plan.
import { Button, Failed, Notice, useSay, useWords } from '../../../ui/index.ts';
import { figure } from '../../figures.ts';
import type { Run } from '../../shapes.ts';
import { words } from '../../words-board.ts';
import type { Solving } from '../use-solving.ts';

export function SolveProgress({ solving }: { readonly solving: Solving }) {
  const w = useWords(words);
  const say = useSay();
  const { run } = solving;
  if (solving.error) return <Failed error={solving.error} />;
  if (!solving.moving) {
    if (run?.state !== 'failed' && run?.state !== 'cancelled') return null;
    return (
      <Notice tone="bad" title={run.state === 'failed' ? w.failedRun : w.cancelledRun}>
        {run.note ? say(run.note) : null}
      </Notice>
    );
  }
  return (
    <div className="solve-progress" role="status">
      <Stage news={run?.news ?? null} />
      <Button onClick={solving.stop}>{w.stop}</Button>
    </div>
  );
}

function Stage({ news }: Pick<Run, 'news'>) {
  const w = useWords(words);
  if (!news) return <progress aria-label={w.stages.waiting} title={w.stages.waiting} />;
  const stages: Readonly<Record<string, string>> = w.stages;
  const stage = stages[news.stage] ?? news.stage;
  return (
    <>
      <span>
        {stage} <span className="number">{w.progress(news.done, news.of)}</span>
      </span>
      <progress aria-label={stage} value={news.done} max={Math.max(1, news.of)} />
      {news.cost !== null && news.lowerBound !== null ? (
        <span className="note number">{w.bestSoFar(figure(news.cost, 4), figure(news.lowerBound, 4))}</span>
      ) : null}
    </>
  );
}
