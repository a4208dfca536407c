// Why boundaries may not be read, drawn, kept or seen, in both languages.
import { ORPCError } from '@orpc/server';
import { refusals } from '@zhenghe/contract/kernel';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { refusal } from '../platform/refusal.ts';

export const noReading = () => refusal('NOT_FOUND', { zh: '没有这次读取。', en: 'There is no such reading.' });
export const noDraft = () => refusal('NOT_FOUND', { zh: '没有这份边界草稿。', en: 'There is no such draft of boundaries.' });
export const noPlan = () => refusal('NOT_FOUND', { zh: '没有这个方案。', en: 'There is no such plan.' });
export const noLayer = () => refusal('NOT_FOUND', { zh: '没有这个图层。', en: 'There is no such layer.' });
export const noBoundaries = () => refusal('NOT_FOUND', { zh: '这一版方案没有边界。', en: 'This version of the plan has no boundaries.' });
export const notAllowed = (reason: Bilingual) => refusal('NOT_ALLOWED', reason);

export const otherPlace = {
  zh: '只能上传和绘制本单位负责地区的边界和图层。',
  en: 'A unit uploads and draws boundaries and layers of its own places only.',
};

export const notNow = (stage: string) =>
  refusal('CONFLICT', {
    zh: `这次读取现在处于“${stage}”，不能这样办理。请刷新后再看。`,
    en: `This reading is at the stage “${stage}”, where that cannot be done. Reload and look again.`,
  });

export const drawnMeanwhile = (revision: number, basedOn: number) =>
  refusal('CONFLICT', {
    zh: `这份草稿已改到第 ${revision} 稿，您手里是第 ${basedOn} 稿。请刷新后再改。`,
    en: `This draft is at revision ${revision}; yours is ${basedOn}. Reload, then change it.`,
  });

export const notClean = (count: number) =>
  refusal('CONFLICT', {
    zh: `还有 ${count} 处须改正，改完才能采用。`,
    en: `${count} places are still to be mended before it can be kept.`,
  });

export const strangers = (names: readonly string[]) =>
  refusal('CONFLICT', {
    zh: `这些地块不在方案附表里：${names.slice(0, 20).join('、')}。请改编号，或在附表补上。`,
    en: `The annex has no such blocks: ${names.slice(0, 20).join(', ')}. Change their codes, or add them to the annex.`,
  });

export const wantsPlan = () => refusal('CONFLICT', { zh: '请说明以方案哪一版为准。', en: 'Say which version of the plan it is based on.' });
export const wantsLayer = () =>
  refusal('CONFLICT', { zh: '图层须写明名称、来源和生效日期。', en: 'A layer needs its name, source and first day.' });

export const layerBack = (day: string) =>
  refusal('CONFLICT', {
    zh: `已有 ${day} 生效的版本，新版本不能更早。`,
    en: `A version is in force from ${day}; a new one cannot be earlier.`,
  });

export const oneThing = () => refusal('CONFLICT', { zh: '请指明方案或图层，只能选一个。', en: 'Name a plan or a layer, one of them.' });

/** Every problem of drawn features at once. */
export function unreadable(reason: Bilingual, problems: readonly { readonly column: string; readonly reason: Bilingual }[]) {
  const data = { reason, problems: problems.map((problem) => ({ sheet: null, row: null, value: null, ...problem })) };
  return new ORPCError('UNREADABLE', { defined: true, status: refusals.UNREADABLE.status, message: reason.en, data });
}
