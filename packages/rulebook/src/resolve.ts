// One check of a pack → the rule the engine runs, with the pack's figures put in. A percentage becomes a share.
// A figure of the wrong shape is answered with its field, so that the loader can point at the place.

import type { BoundaryRule, BoundaryRuleKind } from '@zhenghe/engine/boundaries';
import { type Bilingual, Decimal, type DecimalText } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import type { BoundaryDefaults, Check, Parameter } from './schema.ts';

/** What a check may look up: the parameters of its own pack. */
export interface FigureSource {
  readonly id: string;
  readonly parameters: readonly Parameter[];
}

export interface BadFigure {
  readonly field: string;
  readonly value: string;
  readonly expected: Bilingual;
}

export type Resolved<R = Rule> = { readonly ok: true; readonly rule: R } | { readonly ok: false; readonly bad: BadFigure };

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly bad: BadFigure };

export type BoundaryCheck = Extract<Check, { kind: BoundaryRuleKind }>;
export type PlanCheckOfPack = Exclude<Check, BoundaryCheck>;

const boundaryKinds: Readonly<Record<BoundaryRuleKind, true>> = {
  'declared-area': true,
  'blocks-apart': true,
  'inside-county': true,
  'no-overlap': true,
  'within-layer': true,
  contiguous: true,
  'boundary-growth': true,
  'protected-township': true,
  'reserve-kept': true,
};

export function isBoundaryCheck(check: Check): check is BoundaryCheck {
  return Object.hasOwn(boundaryKinds, check.kind);
}

function baseOf(pack: FigureSource, check: Check) {
  return { id: check.id, clause: { pack: pack.id, clause: check.clause }, strength: check.strength, title: check.title };
}

/** The rule of a check about boundaries; where the pack gives no figure to measure by, the product's default stands in. */
export function resolveBoundaryCheck(pack: FigureSource, check: BoundaryCheck, defaults: BoundaryDefaults): Resolved<BoundaryRule> {
  const base = baseOf(pack, check);
  const figures = figuresOf(pack);
  const { digit, tolerance } = defaults;
  switch (check.kind) {
    case 'declared-area':
      return { ok: true, rule: { ...base, kind: check.kind, digit } };
    case 'no-overlap':
      return { ok: true, rule: { ...base, kind: check.kind, layers: check.layers, tolerance } };
    case 'within-layer':
      return { ok: true, rule: { ...base, kind: check.kind, layer: check.layer, tolerance } };
    case 'boundary-growth':
      return { ok: true, rule: { ...base, kind: check.kind, tolerance } };
    case 'contiguous': {
      const gap = figures.unset('gap', check.gap);
      if (!gap.ok) return gap;
      return map(figures.unset('largestShare', check.largestShare), (largestShare) => ({
        ...base,
        kind: check.kind,
        gap: gap.value ?? defaults.gap,
        largestShare,
      }));
    }
    case 'protected-township':
      return map(figures.unset('maxShare', check.maxShare), (maxShare) => ({ ...base, kind: check.kind, maxShare }));
    case 'reserve-kept':
      return map(figures.unset('minShare', check.minShare), (minShare) => ({ ...base, kind: check.kind, minShare }));
    default:
      return { ok: true, rule: { ...base, kind: check.kind } };
  }
}

/** The rule of a check, or the first figure that does not fit it. */
export function resolveCheck(pack: FigureSource, check: PlanCheckOfPack): Resolved {
  const base = baseOf(pack, check);
  const figures = figuresOf(pack);
  switch (check.kind) {
    case 'zones-within':
      return resolveQuota(figures, check, base);
    case 'province-zones-at-most':
      return map(figures.count('max', check.max), (max) => ({ ...base, kind: check.kind, max }));
    case 'industries-at-most':
      return map(figures.count('max', check.max), (max) => ({ ...base, kind: check.kind, max }));
    case 'districts-at-most':
      return map(figures.unset('max', check.max), (max) => ({ ...base, kind: check.kind, max: max === null ? null : Number(max) }));
    case 'protected-township-not-hosted':
      return map(figures.unset('maxShare', check.maxShare), (maxShare) => ({ ...base, kind: check.kind, maxShare }));
    case 'reduced-at-least':
      return map(figures.share('share', check.share), (share) => ({ ...base, kind: check.kind, of: check.of, share }));
    case 'milestone-by':
      return map(figures.day('due', check.due), (due) => ({ ...base, kind: check.kind, phase: check.phase, due }));
    default:
      return { ok: true, rule: { ...base, kind: check.kind } };
  }
}

type QuotaCheck = Extract<Check, { kind: 'zones-within' }>;
type RuleBase = Pick<Rule, 'id' | 'clause' | 'strength' | 'title'>;

function resolveQuota(figures: Figures, check: QuotaCheck, base: RuleBase): Resolved {
  const range = figures.range('range', check.range);
  if (!range.ok) return range;
  const extra = check.extra === undefined ? { ok: true as const, value: 0 } : figures.count('extra', check.extra);
  return map(extra, (extraForIndustrialStrongCounty) => ({
    ...base,
    kind: check.kind,
    class: check.class,
    min: range.value.min,
    max: range.value.max,
    extraForIndustrialStrongCounty,
  }));
}

type Figures = ReturnType<typeof figuresOf>;

function figuresOf(pack: FigureSource) {
  const find = (id: string) => pack.parameters.find((parameter) => parameter.id === id);
  const read = <T>(field: string, id: string, take: (parameter: Parameter) => T | undefined, wanted: Bilingual): Read<T> => {
    const parameter = find(id);
    if (!parameter) return { ok: false, bad: { field, value: id, expected: unknownParameter } };
    const value = take(parameter);
    return value === undefined ? { ok: false, bad: { field, value: id, expected: wanted } } : { ok: true, value };
  };
  return {
    count: (field: string, id: string) => read(field, id, (p) => whole(numberOf(p)), wantsCount),
    unset: (field: string, id: string) => read(field, id, (p) => (p.value === null ? null : numberOf(p)), wantsNumberOrNull),
    share: (field: string, id: string) => read(field, id, (p) => numberOf(p), wantsNumber),
    day: (field: string, id: string) => read(field, id, (p) => (p.value && 'day' in p.value ? p.value.day : undefined), wantsDay),
    range: (field: string, id: string) => read(field, id, rangeOf, wantsRange),
  };
}

const unknownParameter = { zh: '本规则包内的参数编号', en: 'the id of a parameter of this pack' };
const wantsCount = { zh: '一个整数参数', en: 'a parameter that is a whole number' };
const wantsNumber = { zh: '一个数字参数', en: 'a parameter that is a number' };
const wantsNumberOrNull = { zh: '一个数字参数，或明示未给出的参数', en: 'a parameter that is a number, or one said to be not given' };
const wantsDay = { zh: '一个日期参数', en: 'a parameter that is a date' };
const wantsRange = { zh: '一个有上限的整数区间参数', en: 'a parameter that is a range of whole numbers with a maximum' };

/** Exact: 60 with unit % is 0.6. */
function numberOf(parameter: Parameter): DecimalText | undefined {
  if (!parameter.value || !('number' in parameter.value)) return undefined;
  const { number } = parameter.value;
  return parameter.unit === '%' ? new Decimal(number).div(100).toFixed() : number;
}

function whole(text: DecimalText | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function rangeOf(parameter: Parameter): { min: number | null; max: number } | undefined {
  if (!parameter.value || !('max' in parameter.value) || parameter.value.max === null) return undefined;
  const max = whole(parameter.value.max);
  const min = parameter.value.min === null ? null : whole(parameter.value.min);
  return max === undefined || min === undefined ? undefined : { min, max };
}

function map<T, R>(read: Read<T>, make: (value: T) => R): Resolved<R> {
  return read.ok ? { ok: true, rule: make(read.value) } : read;
}
