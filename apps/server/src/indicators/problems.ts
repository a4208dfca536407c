// What stops a draft of an indicator (F35): its formula, its unit, its names, its calibres, its figures' bounds, its citations, and what
// would no longer hold elsewhere in the library.
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import {
  formulaProblems,
  type Indicator,
  type Library,
  parseUnit,
  unitFactor,
  withIndicator,
  writtenName,
} from '@zhenghe/engine/indicators';
import { Decimal, periodStart } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import { namesOf } from './formula.ts';

interface Draft {
  readonly indicator: Indicator;
  /** The library of the day, with or without the version before. */
  readonly library: Library;
  readonly rulebook: Rulebook;
}

/** All at once. */
export function indicatorProblems(draft: Draft): readonly DefinitionProblem[] {
  if (draft.indicator.mergedInto !== null) return mergeProblems(draft, draft.indicator.mergedInto);
  return [
    ...codeProblems(draft),
    ...formulaProblems(draft.indicator, draft.library),
    ...nameProblems(draft),
    ...gatheringProblems(draft),
    ...calibreProblems(draft),
    ...boundProblems(draft),
    ...citationProblems(draft),
    ...brokenElsewhere(draft),
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
function brokenElsewhere({ indicator, library }: Draft): readonly DefinitionProblem[] {
  const whole = withIndicator(library, indicator);
  const rests = library.all.filter(
    ({ code, formula, mergedInto }) =>
      code !== indicator.code &&
      mergedInto === null &&
      formula !== null &&
      namesOf(formula).some((name) => whole.named(name)?.code === indicator.code || library.named(name)?.code === indicator.code),
  );
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

/** A duplicate is merged into what means the same: same unit, same accrual, same way of being gathered. */
export function mergeProblems({ indicator, library }: Draft, into: string): readonly DefinitionProblem[] {
  const field = 'mergedInto';
  const end = library.get(into);
  if (!end || end.code === indicator.code)
    return [
      problem(
        field,
        `不能并入 ${into}：库中没有，或并来并去回到自身`,
        `It cannot be merged into ${into}: that is not there, or leads back to it`,
      ),
    ];
  const found: DefinitionProblem[] = [];
  const differ = (zh: string, en: string) => found.push(problem(field, zh, en));
  if (end.code !== into) differ(`${into} 已并入 ${end.code}，请直接并入它`, `${into} was merged into ${end.code}: merge it into that`);
  if (end.retired) differ(`${end.name.zh} 已停用`, `${end.name.en} is retired`);
  if (!parseUnit(indicator.unit).ok || unitFactor(indicator.unit, end.unit)?.eq(1) !== true)
    differ(`计量单位不同：${indicator.unit} 与 ${end.unit}`, `Their units differ: ${indicator.unit} and ${end.unit}`);
  if (indicator.accrual !== end.accrual)
    differ('一个是时期数、另一个不是，不能合并', 'One adds up over time and the other does not: they cannot be merged');
  if (indicator.gathering !== end.gathering) differ('汇总方式不同，不能合并', 'They are gathered in different ways and cannot be merged');
  if ((indicator.formula === null) !== (end.formula === null))
    differ('一个填报、一个计算，不能合并', 'One is filed and the other computed: they cannot be merged');
  return [...found, ...restingOnItself({ indicator, library }, end)];
}

function restingOnItself({ indicator, library }: Pick<Draft, 'indicator' | 'library'>, end: Indicator): readonly DefinitionProblem[] {
  const whole = withIndicator(library, { ...indicator, mergedInto: end.code });
  const broken = whole.all
    .filter(({ formula, mergedInto }) => formula !== null && mergedInto === null)
    .filter((other) => formulaProblems(other, whole).length > formulaProblems(other, library).length);
  return broken.map((other) =>
    problem(
      'mergedInto',
      `合并后 ${other.name.zh}（${other.code}）的公式不成立`,
      `After it the formula of ${other.name.en} (${other.code}) no longer holds`,
    ),
  );
}
