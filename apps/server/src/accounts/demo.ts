// The demo profile's role cards: a person picks who they are today. Loaded only when the profile is demo, on this machine only.
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { DemoDesk } from '../platform/api.ts';
import { readCookie, signedCookie } from './cookie.ts';

/** Pujiang's kept training park: the zone's cards fill in and check its sheets. */
const trainingZone = '330726/zone-xl-330726-01';

export const roleCards: readonly RoleCard[] = [
  {
    id: 'province',
    role: 'province',
    name: { zh: '省级处室', en: 'Provincial officer' },
    unit: { zh: '浙江省商务厅开发区处', en: 'Development Zone Division, Zhejiang Department of Commerce' },
    question: {
      zh: '离 150 个还差多少，哪些方案在等我，谁逾期了？',
      en: 'How far are we from 150, which plans wait for me, and who is late?',
    },
    jurisdiction: '330000',
  },
  {
    id: 'city',
    role: 'city',
    name: { zh: '市级专班', en: 'City coordinator' },
    unit: { zh: '金华市开发区整合提升工作专班', en: 'Jinhua task force on zone integration' },
    question: {
      zh: '我市各县的方案到了哪一步，哪些要我先看？',
      en: 'Where do the plans of my counties stand, and which should I read first?',
    },
    jurisdiction: '330700',
  },
  {
    id: 'county',
    role: 'county',
    name: { zh: '县级经办人', en: 'County clerk' },
    unit: { zh: '浦江县开发区整合提升工作专班', en: 'Pujiang task force on zone integration' },
    question: { zh: '我们的方案能不能报，还缺什么？', en: 'May our plan be submitted, and what is still missing?' },
    jurisdiction: '330726',
  },
  {
    id: 'county-land',
    role: 'county',
    name: { zh: '训练县经办人', en: 'Clerk of the training county' },
    unit: { zh: '建德市开发区整合提升工作专班（训练边界）', en: 'Jiande task force on zone integration (practice boundaries)' },
    question: {
      zh: '测绘单位给的边界文件合不合规，面积对不对得上？',
      en: 'Does the surveyors’ boundary file hold, and do its areas agree with the annex?',
    },
    jurisdiction: '330182',
  },
  {
    id: 'land',
    role: 'department',
    name: { zh: '市自然资源部门', en: 'City land bureau' },
    unit: { zh: '金华市自然资源和规划局', en: 'Jinhua bureau of natural resources and planning' },
    question: { zh: '哪些县的方案在等我局的意见？', en: 'Which plans wait for our opinion?' },
    jurisdiction: '330700',
    unitId: '330700/land',
  },
  {
    id: 'environment',
    role: 'department',
    name: { zh: '市生态环境部门', en: 'City environment bureau' },
    unit: { zh: '金华市生态环境局', en: 'Jinhua bureau of ecology and environment' },
    question: { zh: '哪些县的方案在等我局的意见？', en: 'Which plans wait for our opinion?' },
    jurisdiction: '330700',
    unitId: '330700/environment',
  },
  {
    id: 'zone',
    role: 'zone',
    name: { zh: '开发区管委会', en: 'Zone committee' },
    unit: { zh: '浙江浦江经济开发区管委会', en: 'Committee of the Zhejiang Pujiang Economic Development Zone' },
    question: { zh: '整合以后我们区有哪些板块、多大面积？', en: 'After integration, which parts and what area are ours?' },
    jurisdiction: '330726',
    unitId: trainingZone,
  },
  {
    id: 'zone-checker',
    role: 'zone',
    name: { zh: '开发区统计审核人', en: 'Checker of the zone’s figures' },
    unit: { zh: '浙江浦江经济开发区管委会', en: 'Committee of the Zhejiang Pujiang Economic Development Zone' },
    question: { zh: '填好的报表有没有错，可以报出去吗？', en: 'Is the sheet right, and may it leave the house?' },
    jurisdiction: '330726',
    unitId: trainingZone,
  },
  {
    id: 'county-statistics',
    role: 'department',
    name: { zh: '县统计部门', en: 'County statistics' },
    unit: { zh: '浦江县统计局', en: 'Pujiang bureau of statistics' },
    question: { zh: '哪些开发区还没有报，报来的数对不对？', en: 'Which zones have not filed, and do their figures hold?' },
    jurisdiction: '330726',
    unitId: '330726/statistics',
  },
  {
    id: 'city-statistics',
    role: 'department',
    name: { zh: '市统计部门', en: 'City statistics' },
    unit: { zh: '金华市统计局', en: 'Jinhua bureau of statistics' },
    question: { zh: '全市各县本期报齐了没有？', en: 'Have all my counties filed for this period?' },
    jurisdiction: '330700',
    unitId: '330700/statistics',
  },
  {
    id: 'province-statistics',
    role: 'department',
    name: { zh: '省统计部门', en: 'Provincial statistics' },
    unit: { zh: '浙江省统计局', en: 'Zhejiang bureau of statistics' },
    question: { zh: '全省本期报送率多少，可以锁定吗？', en: 'How many have filed in the province, and may the period be locked?' },
    jurisdiction: '330000',
    unitId: '330000/statistics',
  },
  {
    id: 'audit',
    role: 'audit-admin',
    name: { zh: '审计', en: 'Auditor' },
    unit: { zh: '浙江省商务厅审计岗', en: 'Audit post, Zhejiang Department of Commerce' },
    question: { zh: '谁在什么时候做了什么，记录有没有被动过？', en: 'Who did what and when, and has the record been touched?' },
    jurisdiction: '330000',
  },
  {
    id: 'public',
    role: 'public',
    name: { zh: '公众', en: 'The public' },
    unit: { zh: '社会公众', en: 'Anyone' },
    question: {
      zh: '省里还有多少开发区，已公布的方案写了什么？',
      en: 'How many zones does the province have, and what do the published plans say?',
    },
    jurisdiction: '330000',
  },
];

/** A desk for one request: reads the card from its cookie, and hands a new cookie to `answer` when a card is chosen. */
export function demoDesk(
  cookies: string | null,
  secret: string,
  answer: (setCookie: string) => void,
): { readonly desk: DemoDesk; readonly card: RoleCard | null } {
  const choose = (id: string) => {
    const card = cardOf(id);
    if (card) answer(signedCookie(card.id, secret));
    return card;
  };
  return { desk: { cards: roleCards, choose }, card: cardOf(readCookie(cookies, secret)) };
}

function cardOf(id: string | null): RoleCard | null {
  return roleCards.find((card) => card.id === id) ?? null;
}
