// Words of a plan's approval on the plan page: returned cells, what changed since, picking cells.
import type { WordsLike } from '../ui/index.ts';

const zh = {
  mark: { returned: '退', picked: '选' },
  returned: (unit: string, day: string) => `${unit} ${day} 退回，下列格子要改`,
  returnedMine: (count: number) => `只有这 ${count} 处可以改（连同它们所在的合计，以及理由说明），其余锁定；改好保存后再报送。`,
  returnedTheirs: '起草单位正在修改；只有这些格子可以改。',
  answered: (unit: string, day: string) => `${unit} ${day} 退回的格子，现在`,
  cell: '格子',
  why: '退回理由',
  before: '退回时',
  now: '现在',
  standing: '修改',
  changed: '已改',
  same: '未改',
  sinceReturn: '退回以来的全部变化',
  noReasons: '没有指定格子，请看总的意见。',
  opinion: '总的意见',
  whole: '整表',
  picking: (count: number) => `正在选要退回的格子：已选 ${count} 处`,
  toReasons: '去写理由',
  toCells: '去表格里点选',
  locked: {
    draft: '您的身份不能改这份方案：只有本地专班可以起草。',
    handled: '方案正在办理，办结前不能改。',
    round: '方案正在征求意见，这一轮结束前不能改；见下面的“征求意见”。',
    approved: '方案已批复，内容冻结；要改须另立新版本。',
  },
};

const en: WordsLike<typeof zh> = {
  mark: { returned: 'back', picked: 'pick' },
  returned: (unit, day) => `Returned by ${unit} on ${day}; these cells are to be mended`,
  returnedMine: (count) =>
    count === 1
      ? 'Only this cell can be changed, with the sums it is part of and the reasons; all others are locked. Mend it, save, then submit again.'
      : `Only these ${count} can be changed, with the sums they are part of and the reasons; all others are locked. Mend them, save, then submit again.`,
  returnedTheirs: 'The drafters are mending it; only these cells can be changed.',
  answered: (unit, day) => `Cells returned by ${unit} on ${day}, and how they read now`,
  cell: 'Cell',
  why: 'Why it came back',
  before: 'When returned',
  now: 'Now',
  standing: 'Mended',
  changed: 'changed',
  same: 'not yet',
  sinceReturn: 'Everything changed since the return',
  noReasons: 'No cell was named; see the remark on the whole.',
  opinion: 'Remark on the whole',
  whole: 'whole table',
  picking: (count) => (count === 1 ? 'Picking cells to return: 1 picked' : `Picking cells to return: ${count} picked`),
  toReasons: 'Write the reasons',
  toCells: 'Go to the tables and pick',
  locked: {
    draft: "Your role may not change this plan: only the place's own team drafts it.",
    round: 'People are being asked about this version, so it stands still until the round is over; see “Consultation” below.',
    handled: 'The plan is being handled and is locked until it is decided.',
    approved: 'The plan is approved and frozen; a change is a new version.',
  },
};

export const words = { zh, en };
