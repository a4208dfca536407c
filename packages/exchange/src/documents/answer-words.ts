// Words of the answer table, the same in the paper and in the workbook.
import type { PaperComment, PaperRound } from './content.ts';
import { dayText } from './figures.ts';

export const outcomeWords = { adopted: '采纳', partly: '部分采纳', not: '不采纳' } as const;
export const stanceWords = { agree: '同意', disagree: '不同意', 'no-opinion': '无意见' } as const;
export const roundWords = { public: '公开征求意见', internal: '征求单位意见' } as const;

export function roundName({ kind, number, version }: PaperRound): string {
  return `${roundWords[kind]}第${number}轮（第${version}版）`;
}

/** When it was, why it ended early, when its answers came out, who was silent: one sentence each. */
export function roundSentences(round: PaperRound): readonly string[] {
  const { kind, opensOn, closesOn, endedEarly, publishedOn, comments, asked, silent } = round;
  const times = comments.reduce((sum, one) => sum + one.times, 0);
  const again = times > comments.length ? `（相同的合并，共${times}次）` : '';
  const heard = kind === 'internal' ? `征求${asked}个单位，` : '';
  return [
    `自${dayText(opensOn)}至${dayText(closesOn)}。${heard}收到意见${comments.length}条${again}。${outcomeSentence(comments)}`,
    ...(endedEarly ? [`${dayText(endedEarly.on)}提前结束：${endedEarly.reason}`] : []),
    ...(kind === 'internal' ? [silent.length === 0 ? '被征求的单位都已答复。' : `到期没有答复的单位：${silent.join('、')}。`] : []),
    publishedOn ? `答复已于${dayText(publishedOn)}公布。` : '答复还没有公布。',
  ];
}

export function outcomeSentence(comments: readonly PaperComment[]): string {
  const of = (outcome: keyof typeof outcomeWords) => comments.filter(({ answer }) => answer?.outcome === outcome).length;
  const bare = comments.filter(({ answer }) => answer === null).length;
  return `采纳${of('adopted')}条，部分采纳${of('partly')}条，不采纳${of('not')}条${bare > 0 ? `，只表态、不需答复${bare}条` : ''}。`;
}

/** The words, or why they are not shown; a bare stance has none. */
export function commentWords({ text, withheld }: PaperComment): string {
  if (withheld !== null) return `（内容不公开：${withheld}）`;
  return text === '' ? '—' : text;
}

export function answerWords({ answer }: PaperComment): { readonly outcome: string; readonly reason: string; readonly version: string } {
  if (!answer) return { outcome: '—', reason: '—', version: '—' };
  const version = answer.version === null ? '—' : `第${answer.version}版`;
  return { outcome: outcomeWords[answer.outcome], reason: answer.reason, version };
}
