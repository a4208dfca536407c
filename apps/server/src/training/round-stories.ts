// What was said in the invented rounds, by whom, and how it was answered. No person or telephone of them exists.
import type { Stance } from '@zhenghe/engine/approvals';
import type { CommentOutcome, RoundKind } from '@zhenghe/engine/consultation';
import type { Day } from '@zhenghe/engine/kernel';

export interface Opinion {
  readonly unit: string;
  readonly stance: Stance;
}

export interface Voice {
  readonly on: Day;
  readonly text: string;
  readonly about?: 'block' | 'zone' | 'staff' | 'schedule';
  readonly contact?: { readonly name: string; readonly reach: string };
  /** Of a unit; a citizen otherwise. */
  readonly opinion?: Opinion;
  readonly answer?: { readonly on: Day; readonly outcome: CommentOutcome; readonly reason: string };
  readonly withheld?: string;
}

export interface RoundStory {
  readonly place: string;
  readonly kind: RoundKind;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly touchesBusiness?: boolean;
  readonly asked?: readonly string[];
  readonly note: string;
  readonly publishedOn?: Day;
  readonly said: readonly Voice[];
}

const contact = { name: '训练·张某', reach: '训练电话 000-0000' };
const answered = (outcome: CommentOutcome, reason: string, on: Day) => ({ answer: { on, outcome, reason } });

/** 永康: out with eight answers of all three kinds. */
const yongkang: RoundStory = {
  place: '330784',
  kind: 'public',
  opensOn: '2021-04-21',
  closesOn: '2021-05-06',
  note: '训练数据：就整合提升方案公开征求意见。',
  publishedOn: '2021-05-12',
  said: [
    {
      on: '2021-04-22',
      text: '训练：整合以后管委会设在哪里，方案没有写明。',
      about: 'zone',
      contact,
      ...answered('adopted', '训练：将在方案中写明办公地点。', '2021-05-08'),
    },
    {
      on: '2021-04-23',
      text: '训练：核心区块面积偏大，建议扣除已建成的居住小区。',
      about: 'block',
      ...answered('partly', '训练：扣除了两处成片小区，其余为产业配套，予以保留。', '2021-05-08'),
    },
    {
      on: '2021-04-23',
      text: '训练：希望保留原园区名称。',
      ...answered('not', '训练：统一名称是整合的要求，原名称可作为片区名使用。', '2021-05-08'),
    },
    {
      on: '2021-04-26',
      text: '训练：建议增加职工公共交通的安排。',
      ...answered('partly', '训练：交通安排另有专项规划，方案中增加了衔接内容。', '2021-05-10'),
    },
    {
      on: '2021-04-27',
      text: '训练：整合后编制人数从哪里减，请说明。',
      about: 'staff',
      contact,
      ...answered('adopted', '训练：补充了编制调整的说明。', '2021-05-10'),
    },
    {
      on: '2021-04-29',
      text: '训练：挂牌时间能否提前到年底前。',
      about: 'schedule',
      ...answered('adopted', '训练：时间安排已相应提前。', '2021-05-10'),
    },
    {
      on: '2021-04-30',
      text: '训练：（此处写有他人的姓名和住址）',
      withheld: '训练：含他人个人信息',
      ...answered('not', '训练：与方案内容无关，已转有关单位处理。', '2021-05-11'),
    },
    {
      on: '2021-05-06',
      text: '训练：建议把小微企业园一并纳入统计。',
      ...answered('not', '训练：转型为小微企业园的不计入开发区数量。', '2021-05-11'),
    },
  ],
};

/** 永康 again: its own asking of units before it submits, half answered. */
const units: RoundStory = {
  place: '330784',
  kind: 'internal',
  opensOn: '2021-06-03',
  closesOn: '2021-06-18',
  asked: ['330784/land', '330784/environment', '330784/reform', '330784/finance', '330700/land', '330700/environment'],
  note: '训练数据：报送前征求有关单位意见。',
  said: [
    { on: '2021-06-04', text: '训练：与国土空间规划相符。', opinion: { unit: '330784/land', stance: 'agree' } },
    { on: '2021-06-07', text: '', opinion: { unit: '330784/reform', stance: 'no-opinion' } },
    {
      on: '2021-06-08',
      text: '训练：北侧区块临近水源保护区，请调整边界。',
      about: 'block',
      opinion: { unit: '330784/environment', stance: 'disagree' },
    },
  ],
};

/** 龙泉: open. */
const longquan: RoundStory = {
  place: '331181',
  kind: 'public',
  opensOn: '2021-06-01',
  closesOn: '2021-06-21',
  note: '训练数据：方案初稿公开征求意见，欢迎就区块范围提出意见。',
  said: [
    { on: '2021-06-02', text: '训练：区块边界与村庄范围有重叠，请核对。', about: 'block', contact },
    { on: '2021-06-04', text: '训练：赞成整合，希望尽快实施。' },
    { on: '2021-06-09', text: '训练：主导产业能否增加一项。', about: 'zone' },
  ],
};

/** 永嘉: open, and longer, as it touches business. */
const yongjia: RoundStory = {
  place: '330324',
  kind: 'public',
  opensOn: '2021-05-24',
  closesOn: '2021-07-02',
  touchesBusiness: true,
  note: '训练数据：方案涉及企业搬迁，公开征求意见不少于 30 日。',
  said: [
    { on: '2021-05-28', text: '训练：搬迁企业的过渡期有多长。', contact },
    { on: '2021-06-07', text: '训练：请公布腾退区块的用途。', about: 'block' },
  ],
};

/** 越城: over, waiting for two answers. */
const yuecheng: RoundStory = {
  place: '330602',
  kind: 'public',
  opensOn: '2021-05-10',
  closesOn: '2021-05-21',
  note: '训练数据：方案公开征求意见。',
  said: [
    {
      on: '2021-05-12',
      text: '训练：建议说明整合前后的面积差。',
      about: 'block',
      ...answered('adopted', '训练：补充了面积变化的说明。', '2021-05-28'),
    },
    { on: '2021-05-17', text: '训练：希望保留街道的服务窗口。', contact },
    { on: '2021-05-21', text: '训练：时间安排过紧。', about: 'schedule' },
  ],
};

export const roundStories: readonly RoundStory[] = [yongkang, units, longquan, yongjia, yuecheng];
