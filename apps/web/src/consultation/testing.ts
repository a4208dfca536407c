// Builders of rounds and comments for tests.
import type { Comment, RoundDetail, RoundRow } from './shapes.ts';

export function aRow(more: Partial<RoundRow> = {}): RoundRow {
  return {
    id: '4f2e1c1a-0000-4000-8000-000000000001',
    noun: 'plans',
    subject: 'training-330781',
    dataset: 'training',
    title: '兰溪市开发区整合提升方案',
    jurisdiction: '330781',
    version: 2,
    number: 1,
    kind: 'public',
    state: 'open',
    opensOn: '2021-06-04',
    closesOn: '2021-06-16',
    daysLeft: 4,
    comments: 0,
    unanswered: 0,
    asked: 0,
    answered: 0,
    waitsForMe: false,
    ...more,
  };
}

export function aRound(more: Partial<RoundDetail> = {}): RoundDetail {
  return {
    ...aRow(),
    note: null,
    by: { zh: '兰溪市专班', en: 'Lanxi task force' },
    touchesBusiness: false,
    rule: { text: { zh: '不少于 7 个工作日', en: 'at least 7 working days' }, clause: null },
    endedEarly: null,
    publishedOn: null,
    previous: null,
    link: '/plans/training-330781',
    compareLink: null,
    units: [],
    said: [],
    may: { comment: true, answer: false, withhold: false, end: false, publish: false },
    places: [
      { table: 'blocks', label: '附件 1' },
      { table: 'blocks', row: 'b1', label: '白马区块' },
      { table: 'blocks', row: 'b1', field: 'areaAfter', label: '白马区块 · 整合后' },
      { table: 'parks', label: '园区' },
    ],
    clauses: [{ pack: 'zj-2020-guidance', clause: 'S2-(七)' }],
    ...more,
  };
}

export function aComment(number: number, more: Partial<Comment> = {}): Comment {
  return {
    id: `4f2e1c1a-0000-4000-8000-00000000010${number}`,
    number,
    aim: { place: null, clause: null },
    text: '请保留老厂区的路。',
    times: 1,
    on: '2021-06-07',
    unit: null,
    stance: null,
    contact: null,
    contactPurgedOn: null,
    withheld: null,
    answer: null,
    ...more,
  };
}

export const anAnswer: NonNullable<Comment['answer']> = {
  outcome: 'adopted',
  reason: '已采纳。',
  version: null,
  on: '2021-06-17',
  by: { zh: '兰溪市专班', en: 'Lanxi task force' },
};
