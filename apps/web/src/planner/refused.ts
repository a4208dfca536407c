// What a refusal names one by one: { data: { problems: [{ column, reason }] } } of the contract.
import type { Bilingual } from '@zhenghe/engine/kernel';

export interface Refused {
  /** A place, or a part of the instance. */
  readonly where: string;
  readonly reason: Bilingual;
}

export function refusedOnes(error: unknown): readonly Refused[] {
  const problems = field(field(error, 'data'), 'problems');
  return (Array.isArray(problems) ? problems : []).flatMap((problem: unknown): Refused[] => {
    const [where, zh, en] = [field(problem, 'column'), field(field(problem, 'reason'), 'zh'), field(field(problem, 'reason'), 'en')];
    return typeof zh === 'string' && typeof en === 'string' ? [{ where: typeof where === 'string' ? where : '', reason: { zh, en } }] : [];
  });
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
