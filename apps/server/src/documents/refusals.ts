// Why a paper may not be made, stopped, read or verified, in both languages.
import { refusal } from '../platform/refusal.ts';

export const notMaker = {
  zh: '文件由方案所属的县、市，或其上级市、省生成。',
  en: 'Documents are made by the plan’s own county or city, or by the city or province above it.',
};

export const notApproved = {
  zh: '方案还没有批复，不能生成批复文件。',
  en: 'The plan is not approved yet, so there is no 批复 to print.',
};

export const otherVersionApproved = (version: number) => ({
  zh: `批准的是第 ${version} 版；请打开该版本再生成批复。`,
  en: `Version ${version} is the approved one; open it to print the 批复.`,
});

export const noRounds = {
  zh: '到这一版为止没有征求过意见，没有采纳情况可以打印。',
  en: 'Nobody was consulted up to this version, so there is no answer table to print.',
};

export const roundsNotAnswered = {
  zh: '征求意见还没有结束，或还有意见没有答复；全部答复后才能生成采纳情况表。',
  en: 'A round is still open or a comment has no answer; the table is made once all are answered.',
};

export const notAllowed = (reason: { readonly zh: string; readonly en: string }) => refusal('NOT_ALLOWED', reason);
export const notNow = (reason: { readonly zh: string; readonly en: string }) => refusal('CONFLICT', reason);

export const noDocument = () => refusal('NOT_FOUND', { zh: '没有这份文件。', en: 'There is no such document.' });

export const noFile = () =>
  refusal('NOT_FOUND', { zh: '这份文件还没有生成完，不能下载。', en: 'This document is not finished, so it cannot be downloaded.' });

export const alreadyOver = () =>
  refusal('CONFLICT', {
    zh: '这份文件已经生成完或已结束，不能取消。',
    en: 'This document is finished or has ended; it cannot be cancelled.',
  });

export const noCode = () =>
  refusal('NOT_FOUND', {
    zh: '没有这个核验码的文件。请核对纸面上的 12 位字母和数字（没有 0、1、I、L、O）；仍查不到的，不要采信该文件。',
    en: 'No document bears this code. Compare the twelve letters and digits on the page (there is no 0, 1, I, L or O); if it is still not found, do not rely on that document.',
  });

export const tooMany = (minutes: number) =>
  refusal('NOT_ALLOWED', {
    zh: `错误的核验码太多，请 ${minutes} 分钟后再试。`,
    en: `Too many wrong codes. Try again in ${minutes} minutes.`,
  });
