// The Chinese words an official picks from a list, and the code each stands for in zhenghe-plan/1.
import type { Conversion, Level, MilestonePhase, ParkOutcome, PartKind } from '@zhenghe/engine/plans';

/** Code → word. The first reading of a cell is by word, then by the code itself. */
export type Words = Readonly<Record<string, string>>;

export const levelWords: Readonly<Record<Level, string>> = { national: '国家级', provincial: '省级', local: '市县自设' };

export const outcomeWords: Readonly<Record<ParkOutcome, string>> = {
  abolish: '淘汰撤销',
  convert: '转型提升',
  merge: '整合优化',
  create: '创建打造',
};

export const conversionWords: Readonly<Record<Conversion, string>> = {
  'characteristic-town': '特色小镇',
  'small-business-park': '小微企业园',
  'innovation-park': '创业创新园',
  'city-district': '城市街区',
};

export const partKindWords: Readonly<Record<PartKind, string>> = { core: '核心区', extension: '关联拓展区', district: '片区' };
export const managerWords = { committee: '管委会直管', township: '委托属地' } as const satisfies Words;
export const columnWords = { areaBefore: '整合前', areaAfter: '整合后' } as const satisfies Words;

export const phaseWords: Readonly<Record<MilestonePhase, string>> = {
  plan: '方案编制',
  relations: '理顺体制',
  complete: '全面完成',
};

export const answerWords = { reason: '书面理由', exception: '例外' } as const satisfies Words;

/** What people write when there is nothing to write; read as 未给出, with a note. Never as zero. */
export const blankWords: ReadonlySet<string> = new Set([
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '暂无',
  '缺',
  'n/a',
  'na',
  '不详',
  '空',
  '…',
]);

/** The code of a word or of itself; undefined when it is neither. */
export function codeOf(words: Words, typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/\s+/g, '');
  for (const [code, word] of Object.entries(words)) {
    if (plain === word || plain.toLowerCase() === code.toLowerCase()) return code;
  }
  return undefined;
}
