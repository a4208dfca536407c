// Why something may not be done with statistics, in both languages.
import type { Bilingual, Day, Period } from '@zhenghe/engine/kernel';
import { refusal } from '../platform/refusal.ts';

export const noFiling = (id: string) =>
  refusal('NOT_FOUND', {
    zh: `没有报表 ${id}，或者它不归您的单位。`,
    en: `There is no filing ${id}, or it is not open to your unit.`,
  });

export const noForm = (code: string, on: Day) =>
  refusal('NOT_FOUND', { zh: `${on} 没有编码为 ${code} 的报表。`, en: `There is no form ${code} on ${on}.` });

export const noUnit = (id: string) => refusal('NOT_FOUND', { zh: `名录里没有单位 ${id}。`, en: `The register has no unit ${id}.` });

export const notAllowed = (reason: Bilingual) => refusal('NOT_ALLOWED', reason);

export const conflict = (reason: Bilingual) => refusal('CONFLICT', reason);

export const wrongGrain = (period: Period, grain: Bilingual) =>
  refusal('CONFLICT', {
    zh: `${period} 不是这张报表的报告期：它按${grain.zh}报。`,
    en: `${period} is no period of this form: it is filed by ${grain.en}.`,
  });

export const notOver = (period: Period, end: Day) =>
  refusal('CONFLICT', {
    zh: `${period} 到 ${end} 才结束，结束后才能布置。`,
    en: `${period} ends on ${end}; it can be opened after that.`,
  });

export const notAsked = (period: Period) =>
  refusal('CONFLICT', { zh: `这张报表不统计 ${period}。`, en: `This form does not ask for ${period}.` });

export const notOpened = (period: Period) =>
  refusal('CONFLICT', { zh: `${period} 尚未布置，没有可以锁定的报表。`, en: `${period} was not opened; there is nothing to lock.` });

export const lockedAlready = (on: Day) =>
  refusal('CONFLICT', { zh: `本期已于 ${on} 锁定。`, en: `The period has been locked since ${on}.` });

export const otherQuestion = () =>
  refusal('CONFLICT', {
    zh: '这个请求编号已用于另一次提交。请换一个编号再发。',
    en: 'This request key was used for something else. Send it again under another.',
  });

export const lockNeedsReason = (on: Day) =>
  refusal('CONFLICT', {
    zh: `本期已于 ${on} 锁定：补报或更正须写明原因。`,
    en: `The period has been locked since ${on}: a late filing or a correction needs its reason in words.`,
  });

export const stopped = (count: number, first: Bilingual) =>
  refusal('CONFLICT', {
    zh: `还有 ${count} 处问题须修改或说明，不能报送。第一处：${first.zh}`,
    en: `${count} finding(s) still stop handing in. The first: ${first.en}`,
  });

export const onItsPage = () =>
  refusal('CONFLICT', {
    zh: '请在报表页面报送：报送时要重新检查并定版。',
    en: 'Hand it in on its own page: it is checked again and frozen there.',
  });

export const noCell = (key: string) => refusal('NOT_FOUND', { zh: `这张报表没有 ${key} 这一格。`, en: `This sheet has no cell ${key}.` });

export const badEvidence = (reason: Bilingual) => refusal('CONFLICT', reason);

export const noEvidence = () =>
  refusal('NOT_FOUND', { zh: '没有这份佐证材料，或者它不归您的单位。', en: 'There is no such paper, or it is not open to your unit.' });

export const overlapping = (from: Day, to: Day | null) =>
  refusal('CONFLICT', {
    zh: `该单位在 ${from} 至 ${to ?? '今'} 已在名单中，两段不能重叠。`,
    en: `The unit is on the list from ${from} to ${to ?? 'now'} already; the two spans overlap.`,
  });

export const backwards = () => refusal('CONFLICT', { zh: '退出日不能早于纳入日。', en: 'The last day cannot lie before the first.' });
