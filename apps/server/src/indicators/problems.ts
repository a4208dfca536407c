// What stops a draft of an indicator (F35): its formula, its unit, its names, its calibres, its figures' bounds, its citations, and what
// would no longer hold elsewhere in the library.
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import { codesIn, formulaProblems, type Indicator, type Library, withIndicator, writtenName } from '@zhenghe/engine/indicators';
import { Decimal, periodStart } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';

export interface Draft {
  readonly indicator: Indicator;
  /** The library of the day, with or without the version before. */
  readonly library: Library;
  readonly rulebook: Rulebook;
}

/** All at once; of one that stands by itself. A merge is judged by `merging.ts`, and by what it breaks elsewhere. */
export function indicatorProblems(draft: Draft): readonly DefinitionProblem[] {
  const own = formulaProblems(draft.indicator, draft.library);
  return [
    ...codeProblems(draft),
    ...own,
    ...nameProblems(draft),
    ...gatheringProblems(draft),
    ...calibreProblems(draft),
    ...boundProblems(draft),
    ...citationProblems(draft),
    ...(own.length > 0 ? [] : brokenElsewhere(draft)),
  ];
}

function problem(field: string, zh: string, en: string): DefinitionProblem {
  return { field, from: null, to: null, message: { zh, en } };
}

/** `sum` or `class` could not be written in a formula. */
function codeProblems({ indicator: { code } }: Draft): readonly DefinitionProblem[] {
  if (writtenName(code) === code) return [];
  return [problem('code', `${code} 在公式中另有含义，请换一个编码`, `${code} means something else in formulas: choose another code`)];
}

function nameProblems({ indicator, library }: Draft): readonly DefinitionProblem[] {
  const names = [['name.zh', indicator.name.zh] as const, ...indicator.aliases.map((alias, index) => [`aliases.${index}`, alias] as const)];
  return names.flatMap(([field, name]) => {
    const other = library.answering(name).find(({ code, retired }) => code !== indicator.code && !retired);
    if (!other) return [];
    const [zh, en] = [
      `“${name}”已经是 ${other.name.zh}（${other.code}）的名称`,
      `“${name}” already names ${other.name.en} (${other.code})`,
    ];
    return [problem(field, zh, en)];
  });
}

function gatheringProblems({ indicator: { gathering, weight, formula, code }, library }: Draft): readonly DefinitionProblem[] {
  if (gathering === 'weighted') {
    if (weight !== null && weight !== code && library.get(weight)) return [];
    return [
      problem('weight', '加权汇总要指定库中的另一指标作权数', 'A weighted mean needs another indicator of the library as its weight'),
    ];
  }
  const weighed = weight === null ? [] : [problem('weight', '只有加权汇总才有权数', 'Only a weighted mean has a weight')];
  if (gathering !== 'ratio' || formula !== null) return weighed;
  return [
    ...weighed,
    problem('gathering', '填报的指标没有公式，不能按 Σ÷Σ 汇总', 'A filed indicator has no formula to be gathered by Σ÷Σ'),
  ];
}

function calibreProblems({ indicator: { calibres } }: Draft): readonly DefinitionProblem[] {
  const ids = new Set<string>();
  return calibres.flatMap(({ id, from }, index) => {
    const before = calibres[index - 1];
    const at = `calibres.${index}`;
    const twice = ids.has(id) ? [problem(`${at}.id`, `口径编号 ${id} 重复`, `The calibre ${id} is there twice`)] : [];
    ids.add(id);
    if (index === 0)
      return from === null
        ? twice
        : [...twice, problem(`${at}.from`, '第一个口径从最初开始', 'The first calibre holds from the beginning')];
    if (from === null) return [...twice, problem(`${at}.from`, '写明从哪一期开始', 'Say from which period it holds')];
    const later = before?.from === null || before?.from === undefined || periodStart(before.from) < periodStart(from);
    return later ? twice : [...twice, problem(`${at}.from`, '口径按开始的时期先后排列', 'Calibres stand in the order of their periods')];
  });
}

function boundProblems({ indicator: { least, most } }: Draft): readonly DefinitionProblem[] {
  if (least === null || most === null || new Decimal(least).lte(most)) return [];
  return [problem('most', `上限 ${most} 小于下限 ${least}`, `At most ${most} is less than at least ${least}`)];
}

function citationProblems({ indicator, rulebook }: Draft): readonly DefinitionProblem[] {
  const cited = [
    ['clause', indicator.clause] as const,
    ...indicator.calibres.map(({ clause }, index) => [`calibres.${index}.clause`, clause] as const),
  ];
  return cited.flatMap(([field, clause]) => {
    if (clause === null || rulebook.pack(clause.pack)?.clauses.some(({ code }) => code === clause.clause)) return [];
    return [problem(field, `法规库中没有条款 ${clause.pack} ${clause.clause}`, `There is no clause ${clause.pack} ${clause.clause}`)];
  });
}

/** Formulas that stand today and would not stand any more. */
export function brokenElsewhere({ indicator, library }: Draft): readonly DefinitionProblem[] {
  const whole = withIndicator(library, indicator);
  const standing = library.all.filter(
    ({ code, formula, mergedInto }) => code !== indicator.code && formula !== null && mergedInto === null,
  );
  const rests = standing.filter(({ formula }) => [library, whole].some((one) => namesIt(indicator, one, formula ?? '')));
  return rests.flatMap((other) => {
    if (formulaProblems(other, library).length > 0) return [];
    const [first] = formulaProblems(other, whole);
    if (!first) return [];
    const [zh, en] = [
      `${other.name.zh}（${other.code}）的公式将不成立：${first.message.zh}`,
      `The formula of ${other.name.en} (${other.code}) would no longer hold: ${first.message.en}`,
    ];
    return [problem(first.field === 'unit' ? 'unit' : 'formula', zh, en)];
  });
}

function namesIt({ code }: Indicator, library: Library, formula: string): boolean {
  const now = library.get(code)?.code;
  return codesIn(formula, library).some((one) => one === code || one === now);
}
