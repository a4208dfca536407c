// How an indicator is put together: which filed figures are gathered, and what is made of their sums (Σ; Σ÷Σ; weighted mean; not at all).
import type { Accrual, Compiled, Indicator, Library, NotCompiled } from '../indicators/index.ts';
import type { Bilingual } from '../kernel/index.ts';
import { type Quick, quickOf } from './quick.ts';

/** `weighted` is gathered as two parts: figure × weight, and weight, over units that have both. */
export type Plan = { readonly code: string; readonly indicator: Indicator | null } & (
  | { readonly kind: 'filed'; readonly parts: readonly [Part]; readonly additive: boolean }
  | { readonly kind: 'weighted'; readonly parts: readonly [Part, Part]; readonly additive: true }
  | {
      readonly kind: 'derived';
      readonly parts: readonly Part[];
      readonly additive: boolean;
      readonly compiled: Compiled;
      readonly quick: Quick | null;
    }
  | { readonly kind: 'none'; readonly parts: readonly []; readonly additive: false; readonly problem: Bilingual }
);

export interface Part {
  readonly code: string;
  readonly accrual: Accrual;
  /** Null: the calibre in force in each period. */
  readonly calibre: string | null;
  /** A to-date figure less the one before it in the year: what growth against the period before compares. */
  readonly differenced: boolean;
}

type Compile = (code: string, library: Library) => Compiled | NotCompiled;

export function planOf(code: string, library: Library, compile: Compile): Plan {
  const indicator = library.get(code) ?? null;
  if (!indicator) {
    const problem = { zh: `指标库中没有“${code}”。`, en: `The library has no “${code}”.` };
    return { code, indicator, kind: 'none', parts: [], additive: false, problem };
  }
  return indicator.formula === null ? filedPlan(indicator, library) : derivedPlan(indicator, library, compile);
}

function filedPlan(indicator: Indicator, library: Library): Plan {
  const { code } = indicator;
  const part = partOf(indicator);
  const weight = indicator.gathering === 'weighted' && indicator.weight !== null ? library.get(indicator.weight) : undefined;
  if (weight && weight.formula === null && weight.gathering === 'sum') {
    return { code, indicator, kind: 'weighted', parts: [part, { ...part, code: weight.code }], additive: true };
  }
  return { code, indicator, kind: 'filed', parts: [part], additive: indicator.gathering === 'sum' };
}

function derivedPlan(indicator: Indicator, library: Library, compile: Compile): Plan {
  const { code } = indicator;
  const compiled = compile(code, library);
  if (!compiled.ok) {
    const problem = compiled.problems[0]?.message ?? { zh: '公式不能计算。', en: 'The formula cannot be computed.' };
    return { code, indicator, kind: 'none', parts: [], additive: false, problem };
  }
  const filed = compiled.filed.flatMap((one) => library.get(one) ?? []);
  const parts = filed.map(partOf);
  const gathers = indicator.gathering === 'sum' || indicator.gathering === 'ratio';
  const additive = gathers && filed.every(({ gathering }) => gathering === 'sum');
  return { code, indicator, kind: 'derived', parts, additive, compiled, quick: quickOf(indicator, library, compiled) };
}

function partOf({ code, accrual }: Indicator): Part {
  return { code, accrual, calibre: null, differenced: false };
}

/** The figures of a filed indicator under another calibre than the one in force. */
export function underCalibre(plan: Plan, calibre: string): Plan {
  const [part] = plan.parts;
  if (plan.kind !== 'filed' || !part) return plan;
  return { ...plan, code: `${plan.code}@${calibre}`, parts: [{ ...part, calibre }] };
}

/** To-date figures as the flow of each period; the plan itself where it has none. */
export function differencedPlan(plan: Plan): Plan {
  if (plan.parts.every(({ accrual }) => accrual !== 'to-date')) return plan;
  const flow = (part: Part): Part => ({ ...part, differenced: part.accrual === 'to-date' });
  const code = `${plan.code}-flow`;
  if (plan.kind === 'filed') return { ...plan, code, parts: [flow(plan.parts[0])] };
  if (plan.kind === 'weighted') return plan;
  return plan.kind === 'derived' ? { ...plan, code, parts: plan.parts.map(flow) } : plan;
}

/** How it comes through a merger, in words. */
export function carryingOf(plan: Plan): Bilingual {
  if (plan.kind === 'none') return { zh: '不能计算', en: 'cannot be computed' };
  if (!plan.additive) {
    return { zh: '不可加总：合并、拆分前后不可比，只随更名、升级延续', en: 'not added up: not comparable through mergers and splits' };
  }
  if (plan.kind === 'weighted') return { zh: '按权重指标加权平均', en: 'weighted mean by its weight' };
  if (plan.kind === 'filed') return { zh: '合并相加，拆分按比例分摊', en: 'added up in mergers, shared out in splits' };
  return plan.indicator?.gathering === 'ratio'
    ? { zh: '分子、分母分别合并后相除（Σ÷Σ）', en: 'Σ÷Σ: its parts are added up first, then divided' }
    : { zh: '组成项合并后再计算', en: 'its parts are added up first, then the formula' };
}
