// Words and signs that say why there is no figure, as offices write them. What may as well mean zero is never taken for a reason.
import type { MissingReason } from '../kernel/index.ts';

const words: Readonly<Record<string, readonly string[]>> & Readonly<Record<Exclude<MissingReason, 'not-given'>, readonly string[]>> = {
  'not-applicable': ['不适用', '/', '／', '—', '——', '–', '-', '--', 'n/a', 'na', 'not applicable', 'not-applicable'],
  'not-collected': ['未统计', '未采集', '无统计', 'not collected', 'not-collected'],
  secret: ['保密', '涉密', 'secret'],
  'not-reported': ['缺报', '未报', '未报送', '漏报', 'not reported', 'not-reported'],
};

const byWord: ReadonlyMap<string, MissingReason> = new Map(
  (['not-applicable', 'not-collected', 'secret', 'not-reported'] as const).flatMap((reason) =>
    words[reason].map((word): [string, MissingReason] => [word, reason]),
  ),
);

/** 无 and … may be zero, nothing, or too little to print. */
export const ambiguousAbsence: ReadonlySet<string> = new Set([
  '无',
  '没有',
  '零',
  '...',
  '…',
  '……',
  '暂无',
  '空',
  '?',
  '*',
  '**',
  '***',
  'null',
  'nil',
  'none',
]);

/** Of text in NFKC without spaces around it; undefined where it is no such word. */
export function absenceIn(text: string): MissingReason | undefined {
  return byWord.get(text.replace(/^[([]\s*|\s*[)\]]$/g, '').toLowerCase());
}
