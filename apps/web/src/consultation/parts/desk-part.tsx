// The answering desk: the comments in a table, one open beside it, on to the next unanswered without the mouse.
import { useAddress } from '../../shell/index.ts';
import { Button, Empty, Notice, Section, SidePanel, Split, Toggle, useWords } from '../../ui/index.ts';
import { nextWaiting, progressOf, type Show, shown, shows } from '../desk.ts';
import type { Comment, RoundDetail } from '../shapes.ts';
import { words } from '../words-desk.ts';
import { AnswerPart } from './answer-part.tsx';
import { CommentTable } from './comment-table.tsx';

export function DeskPart({ round }: { readonly round: RoundDetail }) {
  const d = useWords(words);
  const [search, change] = useAddress();
  const show: Show = shows.find((one) => one === search.show) ?? 'all';
  const open = round.said.find(({ id }) => id === search.comment);
  const pick = (comment: Comment | null) => change({ comment: comment?.id }, { replace: true });
  const rows = shown(round.said, show);
  const panel = open ? (
    <SidePanel title={d.comment(open.number)} onClose={() => pick(null)}>
      <AnswerPart key={open.id} round={round} comment={open} onNext={pick} />
    </SidePanel>
  ) : null;
  const title = round.may.answer ? d.desk : round.kind === 'internal' ? d.opinions : d.heard;
  return (
    <Section title={title}>
      <Split panel={panel}>
        <div className="stack">
          {round.said.length > 0 ? (
            <>
              {round.may.answer ? <Progress round={round} open={open} onPick={pick} /> : null}
              <div>
                <Toggle
                  label={d.show}
                  value={show}
                  choices={shows.map((value) => ({ value, label: d.shows[value] }))}
                  onChange={(next) => change({ show: next === 'all' ? undefined : next })}
                />
              </div>
              <CommentTable round={round} caption={title} rows={rows} selected={open?.id} onOpen={pick} />
            </>
          ) : (
            <Empty title={d.noComments}>{d.noCommentsNext}</Empty>
          )}
        </div>
      </Split>
    </Section>
  );
}

interface ProgressProps {
  readonly round: RoundDetail;
  readonly open: Comment | undefined;
  readonly onPick: (comment: Comment | null) => void;
}

function Progress({ round, open, onPick }: ProgressProps) {
  const d = useWords(words);
  const { done, all } = progressOf(round.said);
  const next = nextWaiting(round.said, open?.id);
  const text = d.progress(done, all);
  if (done === all && round.state !== 'published') {
    return (
      <Notice tone="good" title={d.allDone}>
        {round.state === 'open' ? d.allDoneOpen : d.allDoneNext}
      </Notice>
    );
  }
  return (
    <div className="desk-progress">
      <span>{text}</span>
      <progress value={done} max={Math.max(all, 1)} aria-label={text} />
      {next ? <Button onClick={() => onPick(next)}>{d.next(all - done)}</Button> : null}
    </div>
  );
}
