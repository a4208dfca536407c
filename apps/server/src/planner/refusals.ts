// Why a scenario may not be begun, saved, solved or adopted, in both languages.
import { ORPCError } from '@orpc/server';
import { refusals } from '@zhenghe/contract/kernel';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { instanceProblems } from '@zhenghe/engine/planner';
import { refusal } from '../platform/refusal.ts';

export const noScenario = () => refusal('NOT_FOUND', { zh: '没有这个情景。', en: 'There is no such scenario.' });
export const noVersion = (version: number) =>
  refusal('NOT_FOUND', { zh: `情景没有第 ${version} 版。`, en: `The scenario has no version ${version}.` });
export const noRun = () => refusal('NOT_FOUND', { zh: '没有这次计算。', en: 'There is no such run.' });
export const notAllowed = (reason: Bilingual) => refusal('NOT_ALLOWED', reason);

export const otherPlace = {
  zh: '情景由其所属地区的单位建立、修改和计算；上级可以查看，也可以在自己的情景里另行比较。',
  en: 'A scenario is begun, changed and solved by the unit of its own place; those above it read it, and may compare in one of their own.',
};

export const noParks = (day: string) =>
  refusal('CONFLICT', {
    zh: `${day} 名录中这个地区没有计数的园区，无法建立情景。请换一个日期。`,
    en: `On ${day} the register holds no park of this place that counts. Choose another day.`,
  });

export const noQuotas = (day: string) =>
  refusal('CONFLICT', { zh: `${day} 没有规定个数的现行规则。`, en: `On ${day} no rule in force gives a number of zones.` });

export const closed = () =>
  refusal('CONFLICT', {
    zh: '情景已关闭，只能查看。可以复制成新的情景。',
    en: 'The scenario is closed: it can be read, or copied into a new one.',
  });

export const savedMeanwhile = (by: Bilingual, newest: number, basedOn: number) =>
  refusal('CONFLICT', {
    zh: `${by.zh}已保存第 ${newest} 版，您修改的是第 ${basedOn} 版。请刷新后再改。`,
    en: `${by.en} has saved version ${newest}; yours is based on ${basedOn}. Reload, then change it.`,
  });

export const otherScope = () =>
  refusal('CONFLICT', { zh: '只能复制同一地区、同一数据集的情景。', en: 'Only a scenario of the same place and data set can be copied.' });

export const wantsJurisdiction = () => refusal('CONFLICT', { zh: '请指明要解释哪个地区。', en: 'Say which place is to be explained.' });
export const notInInstance = (code: string) => refusal('NOT_FOUND', { zh: `情景里没有 ${code}。`, en: `The scenario has no ${code}.` });

export const nothingKnown = (day: string) =>
  refusal('CONFLICT', {
    zh: `截至 ${day}，没有一个园区有产值或管理人员的数据，撤销任何园区都不计代价，求解没有意义。请先报送园区数据，或换一个日期。`,
    en: `Up to ${day} no park has a figure of output or staff: ending any of them would cost nothing, and a solution would say nothing. Report figures first, or choose another day.`,
  });

export const notSolved = () =>
  refusal('CONFLICT', { zh: '这一版还没有算出方案，请先求解。', en: 'This version has no solved plan yet: solve it first.' });

export const notCurrent = () =>
  refusal('CONFLICT', {
    zh: '求解之后名录或规则变了，结果已不是现在的数据算出的。请重新求解。',
    en: 'The register or the rules changed after it was solved. Solve it again.',
  });

export const ended = () => refusal('CONFLICT', { zh: '这次计算已经结束。', en: 'This run has ended.' });
export const noPoint = () => refusal('NOT_FOUND', { zh: '前沿上没有这个点。', en: 'The frontier has no such point.' });
export const noFrontier = () => refusal('CONFLICT', { zh: '这次计算不是前沿。', en: 'This run is no frontier.' });

const shown = 200;

/** Every problem of the question at once. */
export function unsound(problems: ReturnType<typeof instanceProblems>) {
  const reason = {
    zh: `情景有 ${problems.length} 处不能求解，请改正后再算。`,
    en: `${problems.length} ${problems.length === 1 ? 'place' : 'places'} of the scenario cannot be solved. Mend them first.`,
  };
  const listed = problems.slice(0, shown).map(({ where, value, what, expected, mend }) => ({
    ...{ sheet: null, row: null, column: where === '' ? null : where, value },
    reason: { zh: `${what.zh}应为：${expected.zh}。${mend.zh}`, en: `${what.en} Expected: ${expected.en}. ${mend.en}` },
  }));
  return unreadable(reason, listed);
}

/** Every place whose draft could not be written, at once; nothing was. */
export function notAdopted(refused: readonly { readonly jurisdiction: string; readonly reason: Bilingual }[]) {
  const reason = {
    zh: `${refused.length} 个地区不能采用，没有写入任何方案：${refused.map(({ jurisdiction }) => jurisdiction).join('、')}。`,
    en: `Not adopted, nothing was written: ${refused.length} ${refused.length === 1 ? 'place' : 'places'} cannot take it (${refused.map(({ jurisdiction }) => jurisdiction).join(', ')}).`,
  };
  return unreadable(
    reason,
    refused.map(({ jurisdiction, reason: why }) => ({ sheet: null, row: null, column: jurisdiction, value: null, reason: why })),
  );
}

interface Problem {
  readonly sheet: null;
  readonly row: null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: Bilingual;
}

function unreadable(reason: Bilingual, problems: readonly Problem[]) {
  const data = { reason, problems: [...problems] };
  return new ORPCError('UNREADABLE', { defined: true, status: refusals.UNREADABLE.status, message: reason.en, data });
}
