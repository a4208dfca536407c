// 征求意见采纳情况表: every round up to the version with its comments, one line each, and what became of them.
import { answerWords, commentWords, outcomeSentence, roundName, roundSentences, stanceWords } from './answer-words.ts';
import type { Block, Paper, TableBlock } from './block.ts';
import type { PaperContent, PaperRound } from './content.ts';
import { dayText } from './figures.ts';
import { headings, stateWord } from './parts.ts';

export function answersPaper({ detail, rounds = [], on }: PaperContent): Paper {
  const heading = headings();
  const all = rounds.flatMap(({ comments }) => comments);
  return {
    title: `《${detail.plan.title}》征求意见采纳情况表`,
    landscape: true,
    blocks: [
      { as: 'title', text: '征求意见采纳情况表' },
      { as: 'under-title', text: `《${detail.plan.title}》` },
      { as: 'under-title', text: `（第${detail.version}版　${stateWord(detail)}　截至${dayText(on)}）` },
      { as: 'body', text: `就这一方案征求意见${rounds.length}轮，收到意见${all.length}条。${outcomeSentence(all)}` },
      ...rounds.flatMap((round): readonly Block[] => [
        heading(roundName(round)),
        ...roundSentences(round).map((text): Block => ({ as: 'body', text })),
        ...(round.comments.length > 0 ? [tableOf(round)] : []),
      ]),
    ],
  };
}

function tableOf({ kind, comments }: PaperRound): TableBlock {
  const inside = kind === 'internal';
  return {
    as: 'table',
    head: ['序号', ...(inside ? ['单位', '态度'] : []), '针对', '意见', inside ? '日期' : '收到', '采纳情况', '答复和理由', '改在'],
    widths: inside ? [5, 13, 7, 12, 25, 10, 8, 27, 6] : [5, 15, 32, 10, 9, 31, 7],
    rows: comments.map((comment) => {
      const { outcome, reason, version } = answerWords(comment);
      const { number, unit, stance, about, on, times } = comment;
      return [
        String(number),
        ...(inside ? [unit ?? '—', stance ? stanceWords[stance] : '—'] : []),
        about ?? '整体',
        commentWords(comment),
        times > 1 ? `${on}（共${times}次）` : on,
        outcome,
        reason,
        version,
      ];
    }),
  };
}
