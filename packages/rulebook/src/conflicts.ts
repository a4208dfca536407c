// Where documents disagree, both are shown and neither is picked (mission.md, "Disagreements").
// The machine compares figures that share a measure over different packs; the rest is recorded by hand in the packs.

import { type Bilingual, unitWord } from '@zhenghe/engine/kernel';
import { canonicalJson } from './canonical.ts';
import type { Rulebook } from './load.ts';
import type { Comparison, Pack, Parameter, RecordedConflict, Target } from './schema.ts';
import { showValue } from './show.ts';

export interface Conflict extends RecordedConflict {
  /** machine: found by comparing packs; hand: recorded by a person. */
  readonly found: 'machine' | 'hand';
}

type Side = RecordedConflict['sides'][number];

interface Figure extends Side {
  readonly measure: string;
  readonly title: Bilingual;
  /** What must be equal for the two to agree. */
  readonly key: string;
}

/** Machine-found and recorded ones together, by id. */
export function findConflicts(rulebook: Rulebook): readonly Conflict[] {
  const recorded = rulebook.packs.flatMap((pack) => pack.conflicts.map((conflict) => ({ ...conflict, found: 'hand' as const })));
  return [...machineConflicts(rulebook), ...recorded].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function machineConflicts(rulebook: Rulebook): readonly Conflict[] {
  const disputed = disputedMeasures(rulebook.packs.flatMap(figuresOf));
  const worded = rulebook.comparisons.flatMap((comparison) => {
    const figures = comparison.measures.flatMap((measure) => disputed.get(measure) ?? []);
    return figures.length > 0 ? [wordedConflict(comparison, figures)] : [];
  });
  const known = new Set(rulebook.comparisons.flatMap((comparison) => comparison.measures));
  const plain = [...disputed].filter(([measure]) => !known.has(measure)).map(([measure, figures]) => plainConflict(measure, figures));
  return [...worded, ...plain];
}

/** Measures that at least two packs state differently. A figure not given contradicts nothing. */
function disputedMeasures(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const byMeasure = new Map<string, Figure[]>();
  for (const figure of figures) byMeasure.set(figure.measure, [...(byMeasure.get(figure.measure) ?? []), figure]);
  return new Map(
    [...byMeasure].filter(([, same]) => new Set(same.map((one) => one.pack)).size > 1 && new Set(same.map((one) => one.key)).size > 1),
  );
}

function figuresOf(pack: Pack): readonly Figure[] {
  const parameters = pack.parameters.filter((parameter) => parameter.value !== null).map((parameter) => ofParameter(pack, parameter));
  const targets = pack.targets.flatMap((target) => (target.measure === undefined ? [] : [ofTarget(pack, target, target.measure)]));
  return [...parameters, ...targets];
}

function ofParameter(pack: Pack, parameter: Parameter): Figure {
  const { zh, en } = showValue(parameter);
  const unit = parameter.unit ?? '';
  return {
    pack: pack.head.id,
    clause: parameter.clause,
    measure: parameter.measure,
    title: parameter.title,
    key: canonicalJson({ value: parameter.value, unit }),
    says: { zh: `${parameter.title.zh}：${spaced(zh, unitWord(unit).zh)}`, en: `${parameter.title.en}: ${spaced(en, unitWord(unit).en)}` },
  };
}

function ofTarget(pack: Pack, target: Target, measure: string): Figure {
  const { value, sense, year } = target.goal;
  const sign = sense === 'at-least' ? '≥' : '≤';
  const { zh, en } = unitWord(target.unit);
  return {
    pack: pack.head.id,
    clause: target.clause,
    measure,
    title: target.title,
    key: canonicalJson({ value: { number: value }, unit: target.unit }),
    says: {
      zh: `${target.title.zh}（${year}）：${sign} ${spaced(value, zh)}`,
      en: `${target.title.en} (${year}): ${sign} ${spaced(value, en)}`,
    },
  };
}

function spaced(value: string, unit: string): string {
  return unit === '%' ? `${value}%` : `${value} ${unit}`.trim();
}

function sidesOf(figures: readonly Figure[]): readonly Side[] {
  return figures.map(({ pack, clause, says }) => ({ pack, clause, says }));
}

function wordedConflict(comparison: Comparison, figures: readonly Figure[]): Conflict {
  const { id, title, explanation, handling } = comparison;
  return { id, title, explanation, handling, sides: [...sidesOf(figures)], found: 'machine' };
}

function plainConflict(measure: string, figures: readonly Figure[]): Conflict {
  const title = figures[0]?.title ?? { zh: measure, en: measure };
  return {
    id: `conflict-${measure}`,
    title,
    explanation: { zh: '不同文件对同一事项给出了不同数字。', en: 'The documents give different figures for the same thing.' },
    sides: [...sidesOf(figures)],
    handling: {
      zh: '两个数字并列显示，各附条款；系统不作取舍。',
      en: 'Both figures are shown with their clauses; the product picks neither.',
    },
    found: 'machine',
  };
}
