// Whether a lineage act is complete enough to be recorded: its paper, its day, its parties, its shares (F01, S2-二(二)).
import { type Bilingual, Decimal, isDay, isDecimalText } from '../kernel/index.ts';
import type { ActKind, LineageAct } from './zone.ts';

export interface ActProblem {
  readonly act: string;
  readonly field: 'on' | 'paper' | 'from' | 'to' | 'shares';
  readonly message: Bilingual;
}

/** How many zones an act of each kind takes from and gives to. */
const parties: Readonly<Record<ActKind, { readonly from: Span; readonly to: Span }>> = {
  // A zone made out of others is a merge or a split; founding takes from none.
  found: { from: { min: 0, max: 0 }, to: { min: 1 } },
  merge: { from: { min: 1 }, to: { min: 1, max: 1 } },
  split: { from: { min: 1, max: 1 }, to: { min: 2 } },
  'split-off': { from: { min: 1, max: 1 }, to: { min: 1 } },
  dissolve: { from: { min: 1 }, to: { min: 0 } },
  convert: { from: { min: 1, max: 1 }, to: { min: 0, max: 1 } },
  upgrade: { from: { min: 1, max: 1 }, to: { min: 1, max: 1 } },
  rename: { from: { min: 1, max: 1 }, to: { min: 1, max: 1 } },
};

interface Span {
  readonly min: number;
  readonly max?: number;
}

/** Every problem at once; none when the act can be carried out. */
export function actProblems(act: LineageAct): readonly ActProblem[] {
  const { from, to } = parties[act.kind];
  return [
    ...(isDay(act.on) ? [] : [problem(act, 'on', `日期不成立：${act.on}。`, `${act.on} is not a date.`)]),
    ...(act.paper.trim() ? [] : [problem(act, 'paper', '没有写明依据文件。', 'The paper it rests on is not named.')]),
    ...countProblems(act, 'from', from),
    ...countProblems(act, 'to', to),
    ...movesNothing(act),
    ...shareProblems(act),
  ];
}

/** Whether the act needs shares to say how much goes where. */
export function needsShares(act: LineageAct): boolean {
  if (act.kind === 'split' || act.kind === 'split-off') return true;
  return act.from.length > 0 && new Set(act.to).size > 1;
}

function countProblems(act: LineageAct, field: 'from' | 'to', { min, max }: Span): readonly ActProblem[] {
  const zones = act[field];
  const sideZh = field === 'from' ? '来源' : '去向';
  const sideEn = field === 'from' ? 'zones it takes from' : 'zones it gives to';
  if (new Set(zones).size < zones.length) return [problem(act, field, `${sideZh}有重复。`, `The ${sideEn} repeat.`)];
  if (zones.length < min) return [problem(act, field, `${sideZh}不足 ${min} 个。`, `Fewer than ${min} ${sideEn}.`)];
  if (max !== undefined && zones.length > max) return [problem(act, field, `${sideZh}多于 ${max} 个。`, `More than ${max} ${sideEn}.`)];
  return [];
}

function movesNothing(act: LineageAct): readonly ActProblem[] {
  if (act.kind === 'dissolve' && act.to.some((zone) => act.from.includes(zone))) {
    return [problem(act, 'to', '撤销的开发区不能又是接收方。', 'A dissolved zone cannot receive.')];
  }
  if (act.kind !== 'merge' && act.kind !== 'split-off') return [];
  const source = act.from[0];
  const onlyItself = source !== undefined && act.from.length === 1 && act.to.length > 0 && act.to.every((zone) => zone === source);
  return onlyItself ? [problem(act, 'to', '来源和去向是同一个。', 'It takes from and gives to the same zone.')] : [];
}

function shareProblems(act: LineageAct): readonly ActProblem[] {
  const shares = act.shares ?? [];
  if (shares.length === 0) return needsShares(act) ? [problem(act, 'shares', '没有填分摊比例。', 'The shares are not given.')] : [];
  const receivers = act.kind === 'split-off' ? [...act.to, ...act.from] : act.to;
  const outside = shares.filter((share) => !act.from.includes(share.from) || !receivers.includes(share.to));
  if (outside.length > 0) return [problem(act, 'shares', '分摊比例写到了别的开发区。', 'A share names a zone the act does not.')];
  if (shares.some(({ share }) => !isShare(share)))
    return [problem(act, 'shares', '分摊比例应在 0 与 1 之间。', 'A share lies outside 0 to 1.')];
  if (new Set(shares.map(({ from, to }) => JSON.stringify([from, to]))).size < shares.length) {
    return [problem(act, 'shares', '同一来源和去向的比例写了两次。', 'A share of the same pair is given twice.')];
  }
  return act.from.flatMap((source) => sumProblems(act, source));
}

function sumProblems(act: LineageAct, source: string): readonly ActProblem[] {
  const own = (act.shares ?? []).filter(({ from }) => from === source);
  const sum = own.reduce((total, { share }) => total.plus(share), new Decimal(0));
  if (sum.equals(1)) return [];
  return [
    problem(
      act,
      'shares',
      `${source} 的比例合计为 ${sum.toFixed()}，应为 1。`,
      `The shares of ${source} add up to ${sum.toFixed()}, not 1.`,
    ),
  ];
}

function isShare(share: string): boolean {
  return isDecimalText(share) && new Decimal(share).greaterThanOrEqualTo(0) && new Decimal(share).lessThanOrEqualTo(1);
}

function problem(act: LineageAct, field: ActProblem['field'], zh: string, en: string): ActProblem {
  return { act: act.id, field, message: { zh, en } };
}
