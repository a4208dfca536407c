// A run under way: what it does, how far, the best so far with its bound, and a way to stop it.
import { Button, useWords } from '../../ui/index.ts';
import { figure } from '../figures.ts';
import type { Run } from '../shapes.ts';
import { words } from '../words-board.ts';

export function RunProgress({ run, onStop }: { readonly run: Run | null; readonly onStop: () => void }) {
  const w = useWords(words);
  return (
    <div className="solve-progress" role="status">
      <Stage news={run?.news ?? null} />
      <Button onClick={onStop}>{w.stop}</Button>
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
