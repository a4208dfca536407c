// Which failed findings may be answered in writing, and how: a reason for 原则上 and for growth, an exception for 应、须.
// 禁止 and sums that do not add up cannot be answered, only mended (mission.md, "Strength").
import type { Finding } from '@zhenghe/engine/kernel';
import type { PlanAnswer, Rule } from '@zhenghe/engine/plans';

export interface AnswerAsked {
  readonly kind: PlanAnswer['kind'];
  /** Growth and exceptions are only answered with their paper. */
  readonly paper: boolean;
  readonly by: boolean;
}

export function answerAsked(finding: Finding, rules: readonly Rule[]): AnswerAsked | null {
  const growth = grownLand(finding) || rules.some((rule) => rule.id === finding.check && rule.kind === 'growth-explained');
  if (growth && (finding.outcome === 'fail' || finding.answer)) return { kind: 'reason', paper: true, by: false };
  if (finding.outcome !== 'fail') return null;
  if (finding.strength === 'principle') return { kind: 'reason', paper: false, by: false };
  if (finding.strength === 'must') return { kind: 'exception', paper: true, by: true };
  return null;
}

/** Rules about land stay on the server; the one that takes a reason says so by how it can be mended. */
function grownLand({ check, mend, answer }: Finding): boolean {
  return check.endsWith('-boundary-growth') && (mend !== null || answer !== undefined);
}

/** What still has to be written before an answer counts. */
export function isAnswered(asked: AnswerAsked, text: string, paper: string, by: string): boolean {
  return text.trim() !== '' && (!asked.paper || paper.trim() !== '') && (!asked.by || by.trim() !== '');
}
