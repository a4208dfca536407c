// Why a step in a consultation is refused, in both languages.
import type { LengthProblem, RoundProblem } from '@zhenghe/engine/consultation';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { refusal } from '../platform/refusal.ts';

const conflict = (zh: string, en: string) => refusal('CONFLICT', { zh, en });
export const notAllowed = (zh: string, en: string) => refusal('NOT_ALLOWED', { zh, en });

export const noRound = () => refusal('NOT_FOUND', { zh: '没有这一轮征求意见。', en: 'There is no such round of consultation.' });

export const noSubject = (noun: string, id: string) =>
  refusal('NOT_FOUND', { zh: `没有可以征求意见的 ${noun}/${id}。`, en: `There is no ${noun}/${id} to consult on.` });

export const noReceipt = () =>
  refusal('NOT_FOUND', {
    zh: '没有这个回执码。请核对提交意见时显示的 16 位字母和数字（没有 0、1、I、L、O）。',
    en: 'There is no such receipt. Compare the sixteen letters and digits shown when the comment was sent (no 0, 1, I, L or O).',
  });

export const otherPlace = () =>
  notAllowed(
    '只有起草这一事项的市或县可以组织征求意见和答复。',
    'Only the city or county that drafts the subject runs its consultation and answers.',
  );

export const otherDay = (today: Day) =>
  conflict(
    `今天是 ${today}，只能以今天的日期办理。请把截至日期调回今天。`,
    `Today is ${today}; nothing can be done for another day. Set the as-of date back to today.`,
  );

export const notNewest = (latest: number, asked: number) =>
  conflict(
    `最新是第 ${latest} 版，不能就第 ${asked} 版征求意见。请刷新后再办理。`,
    `The newest version is ${latest}; a round cannot be on version ${asked}. Reload and try again.`,
  );

export const alreadyOpen = (kind: Bilingual, ends: Day) =>
  conflict(
    `${kind.zh}正在进行，至 ${ends} 止。同一种征求意见一次只有一轮。`,
    `${kind.en} is under way until ${ends}; one round of a kind at a time.`,
  );

export const noUnits = () => conflict('请选择要征求意见的单位。', 'Choose the units to be asked.');

export const unknownUnit = (unit: string) => conflict(`不能征求这个单位的意见：${unit}。`, `This unit cannot be asked: ${unit}.`);

export const endsBefore = (opens: Day) =>
  conflict(`截止日期不能早于开始之日 ${opens}。`, `The last day cannot be before the first, ${opens}.`);

export function length(problem: LengthProblem, businessDays: number | null, workingDays: number | null) {
  if (problem.kind === 'too-long') return conflict(`征求意见最长 ${problem.most} 日。`, `A round lasts at most ${problem.most} days.`);
  const needed =
    businessDays === null
      ? { zh: `不少于 ${workingDays ?? 0} 个工作日`, en: `at least ${workingDays ?? 0} working days` }
      : { zh: `涉及企业经营的不少于 ${businessDays} 日`, en: `at least ${businessDays} days where business is touched` };
  return conflict(
    `公开征求意见${needed.zh}（开始之日不计）；所选期限只有 ${problem.workingDays} 个工作日、${problem.days} 日。最早可在 ${problem.earliest} 截止。`,
    `A public round lasts ${needed.en}, the first day not counted; the chosen time is ${problem.workingDays} working days, ${problem.days} days. The earliest last day is ${problem.earliest}.`,
  );
}

export const standsStill = (kind: Bilingual, ends: Day) =>
  conflict(
    `${kind.zh}期间内容不变，至 ${ends} 止。需要修改时，请先说明理由提前结束征求意见。`,
    `Nothing changes while ${kind.en} is open, until ${ends}. To change it, end the round early with a reason.`,
  );

export const unanswered = (kind: Bilingual, count: number) =>
  conflict(
    `${kind.zh}还有 ${count} 条意见没有答复，全部答复后才能报送。`,
    `${kind.en} has ${count} comments without an answer; answer them all before submitting.`,
  );

export const noPlace = (label: string) => conflict(`这一版里没有“${label}”。`, `"${label}" is not in this version.`);

export const noClause = (clause: string) => conflict(`没有条款 ${clause}。`, `There is no clause ${clause}.`);

export const noWords = () => conflict('请写下意见。', 'Please write your comment.');

export const noStance = () => conflict('请选择同意、不同意或无意见。', 'Please choose agree, disagree or no opinion.');

export const stanceOfUnits = () =>
  conflict('公开征求意见不选同意或不同意，请直接写意见。', 'In a public round there is no agree or disagree: write your comment.');

export const noContact = () => conflict('征求单位意见不留个人联系方式。', 'In a round of units no personal contact is left.');

export const machine = () =>
  notAllowed(
    '表单中一个不显示的栏目被填写了，意见没有提交。请关闭浏览器的自动填写后再试，或向起草单位书面提出。',
    'A field that is not shown was filled in; nothing was sent. Turn off automatic filling and try again, or write to the drafting unit.',
  );

export const tooMany = (minutes: number) =>
  notAllowed(
    `从这里提交得太密，请 ${minutes} 分钟后再试；已写的内容请先保留。`,
    `Too many in a short time from here. Try again in ${minutes} minutes; keep what you wrote.`,
  );

export const noVersion = (version: number) => conflict(`还没有第 ${version} 版。`, `There is no version ${version} yet.`);

const never = (kind: string) => conflict('这一步现在不能办理。', `This step cannot be taken now (${kind}).`);

/** A step out of turn, told with where the round stands. */
export function problem(found: RoundProblem, closesOn: Day) {
  switch (found.kind) {
    case 'day-back':
      return conflict(
        `这一轮在 ${found.last} 已有记录，不能以更早的日期补办。请把截至日期调到 ${found.last} 或之后。`,
        `The round has a record of ${found.last}; nothing can be added for an earlier day. Set the as-of date to ${found.last} or later.`,
      );
    case 'not-drafter':
      return otherPlace();
    case 'not-asked':
      return notAllowed('这一轮没有征求您单位的意见。', 'Your unit was not asked in this round.');
    case 'over':
      return conflict(`征求意见已经结束（截止日期 ${closesOn}）。`, `The round is over (its last day was ${closesOn}).`);
    case 'still-open':
      return conflict(
        `征求意见至 ${closesOn} 止，结束后才能公布答复。`,
        `Comments are taken until ${closesOn}; answers are published after that.`,
      );
    case 'unanswered':
      return conflict(
        `还有 ${found.count} 条意见没有答复，不能公布。`,
        `${found.count} comments have no answer yet; nothing can be published.`,
      );
    case 'published':
      return conflict('答复已经公布，不能再改。', 'The answers are published and no longer change.');
    case 'no-comment':
      return refusal('NOT_FOUND', { zh: '这一轮没有这条意见。', en: 'There is no such comment in this round.' });
    case 'nothing-to-answer':
      return conflict('这条只有表态，没有需要答复的内容。', 'This is a bare stance; there is nothing to answer.');
    case 'already-withheld':
      return conflict('这条意见已经不公开。', 'This comment is withheld already.');
    case 'only-public':
      return conflict('只有公开征求的意见才有公开与不公开之分。', 'Only comments of a public round can be withheld.');
    case 'older-version':
      return conflict(
        `采纳意见的版本应在第 ${found.version} 版之后。`,
        `The version that takes the comment up comes after version ${found.version}.`,
      );
    case 'version-of-nothing':
      return conflict('不采纳的意见不对应新版本。', 'A comment that is not adopted has no version that takes it up.');
    default:
      return never(found.kind);
  }
}
