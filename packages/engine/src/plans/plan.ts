// An integration plan (整合提升方案) of one jurisdiction: what stood before, what stands after, and who runs it.
// The shape is the file format `zhenghe-plan/1`; areas are km² as decimal text. S1-附件1 is the model.
import type { Cell, Day, DecimalText, WrittenAnswer } from '../kernel/index.ts';

/** 四个一批, S2-二(二): abolish 淘汰撤销, convert 转型提升, merge 整合优化, create 创建打造. */
export const parkOutcomes = ['abolish', 'convert', 'merge', 'create'] as const;
export type ParkOutcome = (typeof parkOutcomes)[number];

/** What a converted park becomes, S2-二(二). S2-二(一) leaves the first two out of the 150 by name, the rest by its 等. */
export const conversions = ['characteristic-town', 'small-business-park', 'innovation-park', 'city-district'] as const;
export type Conversion = (typeof conversions)[number];

/** Levels of a plate: national 国家级, provincial 省级, local 市县自设. */
export const levels = ['national', 'provincial', 'local'] as const;
export type Level = (typeof levels)[number];

/** One park (开发区、园区) as it stands before the plan. */
export interface PlanPark {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** 核准面积, the area a higher government approved. */
  readonly approvedArea: Cell<DecimalText>;
  /** Exactly one is lawful; an empty or longer list is what a draft may hold and a check refuses. */
  readonly outcomes: readonly ParkOutcome[];
  readonly convertsTo?: Conversion;
  /** The zone it is merged into; for an abolished or converted park also a unit by its name (某镇政府). */
  readonly receivedBy?: string;
}

/** One zone as it stands after the plan; it counts towards the quota. */
export interface PlanZone {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly plates: readonly string[];
  /** 主导产业, emerging and traditional together. */
  readonly industries: readonly string[];
  readonly body: string;
  /** One of the about 20 高能级战略平台. */
  readonly flagship: boolean;
}

/** core 核心区, extension 关联拓展区, district 片区. */
export const partKinds = ['core', 'extension', 'district'] as const;
export type PartKind = (typeof partKinds)[number];

/** A part of a zone: the unit that is run directly or entrusted to a township (委托属地). */
export interface PlanPart {
  readonly code: string;
  readonly zone: string;
  readonly name: string;
  readonly kind: PartKind;
  readonly managedBy: 'committee' | 'township';
  /** Townships that run the part when managedBy is township. */
  readonly entrustedTo: readonly string[];
  /** Whether a 片区 management body remains; S2-(三) keeps none. */
  readonly keepsBody: Cell<boolean>;
}

/** One row of annex 1: a block of land, the park it came from, the part it goes to. */
export interface PlanBlock {
  readonly code: string;
  readonly name: string;
  readonly park: string;
  readonly part: string;
  readonly areaBefore: Cell<DecimalText>;
  readonly areaAfter: Cell<DecimalText>;
}

/** A sum the document itself prints; the check recomputes it from the blocks of the named parts. */
export interface DeclaredSum {
  readonly code: string;
  readonly label: string;
  readonly column: 'areaBefore' | 'areaAfter';
  /** Parts it sums over; empty means all blocks. */
  readonly parts: readonly string[];
  readonly value: Cell<DecimalText>;
}

/** A township in or beside the zones: whether a zone hosts it (托管) and how much of it is protected. */
export interface PlanTownship {
  readonly name: string;
  readonly hosted: boolean;
  /** 0…1 */
  readonly protectedShare: Cell<DecimalText>;
}

export interface PlanOrganisation {
  readonly bodiesBefore: Cell<number>;
  readonly bodiesAfter: Cell<number>;
  readonly staffBefore: Cell<number>;
  readonly staffAfter: Cell<number>;
}

export const milestonePhases = ['plan', 'relations', 'complete'] as const;
export type MilestonePhase = (typeof milestonePhases)[number];

export interface Milestone {
  readonly phase: MilestonePhase;
  readonly due: Cell<Day>;
}

/** A written reason (for 原则上 and for area growth) or a recorded exception (for 应、须), with its paper. */
export type PlanAnswer = WrittenAnswer;

export interface Plan {
  readonly format: 'zhenghe-plan/1';
  readonly code: string;
  readonly title: string;
  /** GB/T 2260: 330726. */
  readonly jurisdiction: string;
  /** 工业强县, S1-一(二): one more zone in Jinhua. */
  readonly industrialStrongCounty: Cell<boolean>;
  readonly source?: string;
  /** Invented rows for training carry this mark everywhere they are shown. */
  readonly training: boolean;
  readonly parks: readonly PlanPark[];
  readonly zones: readonly PlanZone[];
  readonly parts: readonly PlanPart[];
  readonly blocks: readonly PlanBlock[];
  readonly sums: readonly DeclaredSum[];
  readonly townships: readonly PlanTownship[];
  readonly organisation: PlanOrganisation;
  readonly milestones: readonly Milestone[];
  readonly answers: readonly PlanAnswer[];
  /** The set of boundaries it carries, by hash; absent while there is none. */
  readonly boundaries?: { readonly sha256: string /** False when a figure came from GCJ-02 or BD-09. */; readonly surveyGrade: boolean };
}
