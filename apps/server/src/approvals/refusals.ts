// Why an act in a case is refused, in both languages.
import type { ActionProblem, CaseState, Needs } from '@zhenghe/engine/approvals';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { refusal } from '../platform/refusal.ts';

export const noCase = (noun: string, id: string) =>
  refusal('NOT_FOUND', { zh: `没有 ${noun}/${id} 的办理记录。`, en: `There is no case of ${noun}/${id}.` });

export const notYet = (on: Day, first: Day) =>
  refusal('NOT_FOUND', {
    zh: `${on} 时还没有这一事项；它自 ${first} 起有记录。`,
    en: `There was no case on ${on}; it begins on ${first}.`,
  });

export const noPart = () =>
  refusal('NOT_ALLOWED', {
    zh: '您的单位不参与办理。请换用参与办理的单位的身份。',
    en: 'Your unit has no part in cases. Use the role of a unit that has.',
  });

export const notAllowed = (reason: Bilingual) => refusal('NOT_ALLOWED', reason);

export const actedMeanwhile = (by: Bilingual, on: Day) =>
  refusal('CONFLICT', {
    zh: `${by.zh}在 ${on} 已先行办理，您看到的不是最新情况。请刷新后再办理，已填写的内容可以保留。`,
    en: `${by.en} has acted on ${on}; what you saw is no longer the latest. Reload and act again; what you typed can be kept.`,
  });

export const savedMeanwhile = (latest: number, asked: number) =>
  refusal('CONFLICT', {
    zh: `最新是第 ${latest} 版，您办理的是第 ${asked} 版。请刷新后再办理。`,
    en: `The newest version is ${latest}, you acted on version ${asked}. Reload and act again.`,
  });

export const noPlace = (label: string) =>
  refusal('CONFLICT', {
    zh: `“${label}”不在这一版里，不能作为退回的位置。`,
    en: `"${label}" is not in this version, so it cannot be sent back.`,
  });

const states: Readonly<Record<CaseState, Bilingual>> = {
  draft: { zh: '起草中', en: 'being drafted' },
  returned: { zh: '已退回修改', en: 'sent back to be mended' },
  review: { zh: '审核中', en: 'under review' },
  decide: { zh: '待批复', en: 'waiting for its decision' },
  approved: { zh: '已批复', en: 'approved' },
  refused: { zh: '未予批准', en: 'refused' },
};

const fields: Readonly<Record<keyof Needs, Bilingual>> = {
  text: { zh: '说明', en: 'the reason in words' },
  paper: { zh: '文号', en: 'the number of the paper' },
  reasons: { zh: '退回的位置和理由', en: 'the cells with a reason each' },
  to: { zh: '对方单位', en: 'the other unit' },
  due: { zh: '不早于办理之日的日期', en: 'a day not before the day of the act' },
  stance: { zh: '意见（同意、不同意、无意见）', en: 'agree, disagree or no opinion' },
};

/** A step out of turn by a unit of the case is a conflict with where it stands; by any other unit it is not allowed. */
export function problem(found: ActionProblem, at: { readonly state: CaseState; readonly part: boolean; readonly unit: Bilingual }) {
  const state = states[at.state];
  switch (found.kind) {
    case 'not-possible':
      if (at.part) {
        return refusal('CONFLICT', {
          zh: `事项${state.zh}，此步现在不能由${at.unit.zh}办理。`,
          en: `The case is ${state.en}; ${at.unit.en} cannot take this step now.`,
        });
      }
      return refusal('NOT_ALLOWED', {
        zh: `${at.unit.zh}不参与此事项的办理。`,
        en: `${at.unit.en} has no part in this case.`,
      });
    case 'same-hand':
      return refusal('CONFLICT', {
        zh: '报送和审核须由两人办理：这一版是您报送的，请由本单位另一人审核。',
        en: 'Handing in and checking need two people: you handed this version in, another person of your unit checks it.',
      });
    case 'day-back':
      return refusal('CONFLICT', {
        zh: `事项在 ${found.last} 已有记录，不能以更早的日期补办。请把截至日期调到 ${found.last} 或之后。`,
        en: `The case has a record of ${found.last}; nothing can be added for an earlier day. Set the as-of date to ${found.last} or later.`,
      });
    case 'other-version':
      return refusal('CONFLICT', {
        zh: `事项现在办理的是第 ${found.version} 版。请刷新后再办理。`,
        en: `The case now speaks of version ${found.version}. Reload and act again.`,
      });
    case 'missing':
      return refusal('CONFLICT', { zh: `请填写${fields[found.field].zh}。`, en: `Please give ${fields[found.field].en}.` });
    case 'unknown-unit':
      return refusal('CONFLICT', { zh: '现在不能选择这个单位。', en: 'This unit cannot be chosen now.' });
  }
}
