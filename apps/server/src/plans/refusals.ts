// Why a plan may not be saved, submitted or taken back, in both languages.
import { ORPCError } from '@orpc/server';
import { refusals } from '@zhenghe/contract/kernel';
import type { CheckResult } from '@zhenghe/contract/plans';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { PlanState } from '@zhenghe/engine/plans';
import type { z } from 'zod';
import { refusal } from '../platform/refusal.ts';

/** The same words whether it does not exist or is not the caller's to read. */
export const noPlan = (id: string) =>
  refusal('NOT_FOUND', {
    zh: `没有方案 ${id}，或者它还没有公开。批复前只有所在地和上级单位可以查看。`,
    en: `There is no plan ${id}, or it is not published yet. Before its approval only its own place and those above it can read it.`,
  });

export const noVersion = (version: number) =>
  refusal('NOT_FOUND', { zh: `方案没有第 ${version} 版。`, en: `The plan has no version ${version}.` });

export const noSource = (version: number) =>
  refusal('NOT_FOUND', { zh: `第 ${version} 版不是从文件导入的。`, en: `Version ${version} was not imported from a file.` });

export const otherFile = (name: string) =>
  refusal('CONFLICT', {
    zh: `文件 ${name} 的内容与要保存的方案不一致，没有保存。请重新读取文件后再导入。`,
    en: `The file ${name} does not hold the plan to be saved; nothing was saved. Read the file again, then import.`,
  });

export const hasPlan = (code: string) =>
  refusal('CONFLICT', {
    zh: `这个地区已有方案 ${code}，请在其中修改；批复后的方案用“变更”另立新版。`,
    en: `The place has a plan already, ${code}: change that one; an approved one is changed by a revision.`,
  });

export const noPlanningPlace = (place: string) =>
  refusal('NOT_FOUND', {
    zh: `${place} 不编制方案：方案由设区市和县（市、区）编制。`,
    en: `${place} writes no plan: cities and counties do.`,
  });

export const unseenPlan: Bilingual = { zh: '已有方案，但您不能查看它的办理情况。', en: 'It has a plan whose course you may not read.' };

export const underComments: Bilingual = {
  zh: '方案正在征求意见，内容不变。',
  en: 'Its draft is under consultation and stands still.',
};

export const notYet = (on: Day, first: Day) =>
  refusal('NOT_FOUND', {
    zh: `${on} 时还没有这个方案；它自 ${first} 起有记录。`,
    en: `The plan did not exist on ${on}; its record begins on ${first}.`,
  });

export const notAllowed = (reason: Bilingual) => refusal('NOT_ALLOWED', reason);

export const noRules = (reason: Bilingual) => refusal('NOT_FOUND', reason);

export const boundariesLocked = () =>
  refusal('CONFLICT', {
    zh: '方案只退回了几处文字或数字，边界没有退回，不能改动。',
    en: 'Only words or figures were sent back; the boundaries were not, so they stay as they are.',
  });

export const savedMeanwhile = (by: Bilingual, latest: number, basedOn: number) =>
  refusal('CONFLICT', {
    zh: `${by.zh}已保存第 ${latest} 版，您修改的是第 ${basedOn} 版。请对照新版后再保存。`,
    en: `${by.en} has saved version ${latest} while you worked on version ${basedOn}. Compare with it, then save again.`,
  });

export const otherPlace = (from: string, to: string) =>
  refusal('CONFLICT', {
    zh: `方案属于 ${from}，文件写的是 ${to}。方案的所属地不能更改。`,
    en: `The plan belongs to ${from}, the file says ${to}. A plan does not change its place.`,
  });

export const dayBackReason = (on: Day, last: Day): Bilingual => ({
  zh: `方案在 ${last} 已有记录，不能以 ${on} 的日期补做。请把截至日期调到 ${last} 或之后。`,
  en: `The plan has a record of ${last}; nothing can be added for ${on}. Set the as-of date to ${last} or later.`,
});
export const dayBack = (on: Day, last: Day) => refusal('CONFLICT', dayBackReason(on, last));

const states: Readonly<Record<PlanState, Bilingual>> = {
  draft: { zh: '草稿', en: 'a draft' },
  submitted: { zh: '已报送', en: 'submitted' },
  returned: { zh: '已退回修改', en: 'sent back to be mended' },
  accepted: { zh: '市级已审核', en: 'accepted by the city' },
  approved: { zh: '已批复', en: 'approved' },
  refused: { zh: '未予批准', en: 'refused' },
};

const next: Readonly<Record<PlanState, Bilingual>> = {
  draft: { zh: '只有已报送的方案可以撤回。', en: 'Only a submitted plan can be withdrawn.' },
  submitted: { zh: '如需修改，请先撤回。', en: 'To change it, withdraw it first.' },
  accepted: { zh: '方案已在上级审核中，不能修改或撤回。', en: 'It is under review and can be neither changed nor withdrawn.' },
  returned: { zh: '改好后可以再次报送。', en: 'Mend it, then submit it again.' },
  approved: {
    zh: '批复后的方案不再修改；需要变更时，先办理“变更”，另立新版。',
    en: 'An approved plan is frozen; to change it, open a revision: a new version.',
  },
  refused: { zh: '需要修改时，先办理“变更”，另立新版。', en: 'To change it, open a revision: a new version.' },
};

export const wrongState = (state: PlanState) =>
  refusal('CONFLICT', { zh: `方案${states[state].zh}。${next[state].zh}`, en: `The plan is ${states[state].en}. ${next[state].en}` });

export const beyondDraft = (state: PlanState): Bilingual => ({
  zh: `方案${states[state].zh}，不是草稿。${next[state].zh}`,
  en: `Its plan is ${states[state].en}, no longer a draft. ${next[state].en}`,
});

export const notWithDrafter = (state: PlanState) =>
  refusal('CONFLICT', {
    zh: `方案${states[state].zh}，不在起草单位手中，不能开始征求意见。`,
    en: `The plan is ${states[state].en}: it is not with the unit that drafts it, so no consultation can begin.`,
  });

export function blocked(findings: CheckResult['findings']) {
  const must = findings.filter((finding) => finding.blocking).length;
  const reasons = findings.length - must;
  const reason = {
    zh: `不能报送：${must} 项不符合规定，${reasons} 项须写明理由。`,
    en: `Cannot be submitted: ${must} to be mended, ${reasons} to be given a written reason.`,
  };
  return new ORPCError('BLOCKED', { defined: true, status: refusals.BLOCKED.status, message: reason.en, data: { reason, findings } });
}

export function lockedCells(findings: CheckResult['findings']) {
  const names = findings.map(({ where }) => where.label);
  const reason = {
    zh: `只能修改被退回的各处；另有 ${findings.length} 处未被退回而有改动：${names.slice(0, 5).join('、')}。`,
    en: `Only what was sent back may be changed; ${findings.length} other places differ: ${names.slice(0, 5).join(', ')}.`,
  };
  return new ORPCError('BLOCKED', { defined: true, status: refusals.BLOCKED.status, message: reason.en, data: { reason, findings } });
}

type ImportProblem = z.infer<(typeof refusals)['UNREADABLE']['data']>['problems'][number];

export function unreadable(reason: Bilingual, problems: readonly ImportProblem[]) {
  const data = { reason, problems: [...problems] };
  return new ORPCError('UNREADABLE', { defined: true, status: refusals.UNREADABLE.status, message: reason.en, data });
}
