// Why a step with a definition is refused, in both languages.
import { ORPCError } from '@orpc/server';
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import { refusals } from '@zhenghe/contract/kernel';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { refusal } from '../platform/refusal.ts';

const conflict = (zh: string, en: string) => refusal('CONFLICT', { zh, en });
export const notAllowed = (reason: Bilingual) => refusal('NOT_ALLOWED', reason);

export const noDefinition = () => refusal('NOT_FOUND', { zh: '没有这份定义。', en: 'There is no such definition.' });

export const provinceOnly = () =>
  notAllowed({
    zh: '指标、报表和标签由省级单位提出和生效。请把建议交给省级主管部门。',
    en: 'Indicators, forms and tags are proposed and put in force by units of the province. Send your suggestion to them.',
  });

export const sameHand = () =>
  notAllowed({
    zh: '提出的人不能自己生效或退回，请由另一人办理；要收回，请点撤回。',
    en: 'Who proposed it does not decide on it: another person does. To take it back, withdraw it.',
  });

export const otherUnit = () => notAllowed({ zh: '只有提出的单位可以撤回。', en: 'Only the unit that proposed it may take it back.' });

export const otherDay = (today: Day) =>
  conflict(
    `今天是 ${today}，只能以今天的日期办理。请把截至日期调回今天。`,
    `Today is ${today}; nothing can be done for another day. Set the as-of date back to today.`,
  );

export const notBefore = (on: Day) =>
  conflict(
    `生效日期不能早于办理日期 ${on}：已经发生的不改。请改用 ${on} 或之后。`,
    `It cannot hold from before ${on}, the day it is proposed: what was in force is not rewritten. Use ${on} or later.`,
  );

export const alreadyDecided = () => conflict('这份定义已经办理过了，请刷新。', 'This was decided already. Please reload.');

export const nothingChanged = () =>
  conflict('与现行版本完全相同，没有可以提出的改动。', 'It says exactly what is in force already: there is nothing to propose.');

export const notNewest = (version: number, by: Bilingual) =>
  conflict(
    `提出之后，第 ${version} 版（${by.zh}）已经生效，这份草案不是从它改起的。请退回或撤回，从第 ${version} 版重新提出。`,
    `Since it was proposed, version ${version} (${by.en}) was put in force, and this draft was not made from it. Refuse or withdraw it, and propose anew from version ${version}.`,
  );

export const needsReason = () => conflict('退回请写明理由。', 'Please say why it is refused.');

export const noKind = (kind: string) => conflict(`这里还不能定义 ${kind}。`, `A ${kind} cannot be defined here yet.`);

/** With every problem, each with its field and, in a formula, its characters. */
export function unsound(problems: readonly DefinitionProblem[]) {
  const reason = {
    zh: `有 ${problems.length} 处问题，没有提出或生效：${problems[0]?.message.zh ?? ''}`,
    en: `There are ${problems.length} problems, nothing was written: ${problems[0]?.message.en ?? ''}`,
  };
  const told = problems.map(({ field, from, to, message }) => ({
    ...{ sheet: null, row: null, column: field, reason: message },
    value: from === null || to === null ? null : `${from + 1}–${to}`,
  }));
  return new ORPCError('UNREADABLE', {
    defined: true,
    status: refusals.UNREADABLE.status,
    message: reason.en,
    data: { reason, problems: told },
  });
}
