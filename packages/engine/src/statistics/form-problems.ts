// What would stop a form from being put in force: rows the library does not have, the same row twice, checks that name what is not there,
// or formulas whose two sides cannot be held against each other. Every problem at once, each with its field.
import { compileExpression, type FormulaProblem, type Library, parseUnit } from '../indicators/index.ts';
import type { Bilingual } from '../kernel/index.ts';
import { differenceText } from './check-arithmetic.ts';
import type { Form, FormCheck } from './form.ts';
import { cellKey } from './sheet.ts';

export interface FormProblem {
  /** 'groups.0.rows.3.indicator', 'checks.1.left'. */
  readonly field: string;
  /** Characters of that field; null where the whole is meant. */
  readonly from: number | null;
  readonly to: number | null;
  readonly message: Bilingual;
}

export function formProblems(form: Form, library: Library): readonly FormProblem[] {
  const at = form.groups.flatMap(({ rows }, group) => rows.map((row, index) => ({ row, field: `groups.${group}.rows.${index}` })));
  const keys = at.map(({ row }) => cellKey(row.indicator, row.calibre));
  const rows = at.flatMap(({ row, field }, index): readonly FormProblem[] => {
    const indicator = library.get(row.indicator);
    if (!indicator) return [whole(`${field}.indicator`, unknown(row.indicator))];
    const twice = keys.indexOf(keys[index] ?? '') < index ? [whole(`${field}.indicator`, repeated(indicator.name))] : [];
    const calibre = row.calibre !== null && !indicator.calibres.some(({ id }) => id === row.calibre);
    const retired = indicator.retired ? [whole(`${field}.indicator`, gone(indicator.name))] : [];
    return [...twice, ...retired, ...(calibre ? [whole(`${field}.calibre`, noCalibre(row.calibre ?? ''))] : [])];
  });
  const codes = new Set(at.map(({ row }) => library.get(row.indicator)?.code ?? row.indicator));
  const ids = form.checks.map(({ id }) => id);
  const checks = form.checks.flatMap((check, index) => [
    ...(ids.indexOf(check.id) < index || check.id === 'required' ? [whole(`checks.${index}.id`, sameId(check.id))] : []),
    ...checkProblems(check, { library, codes, keys: new Set([...keys, ...codes]) }).map((one) => ({
      ...one,
      field: `checks.${index}.${one.field}`,
    })),
  ]);
  const period = form.to !== null && form.to < form.from ? [whole('to', backwards)] : [];
  return [...rows, ...checks, ...period];
}

interface Asked {
  readonly library: Library;
  /** Codes of the form's rows; keys also with the calibre. */
  readonly codes: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

function checkProblems(check: FormCheck, asked: Asked): readonly FormProblem[] {
  switch (check.kind) {
    case 'arithmetic':
      return sides(check, asked);
    case 'triangle':
      return (['tax', 'electricity', 'land'] as const).flatMap((side) =>
        asked.codes.has(check[side]) ? [] : [whole(side, notAsked(check[side]))],
      );
    case 'unit-slip':
      return [
        ...named(check.rows, asked),
        ...check.factors.flatMap((factor, index) => (Number(factor) > 0 ? [] : [whole(`factors.${index}`, notPositive)])),
      ];
    default:
      return named(check.rows, asked);
  }
}

function named(rows: readonly string[], { keys }: Asked): readonly FormProblem[] {
  return rows.flatMap((key, index) => (keys.has(key) ? [] : [whole(`rows.${index}`, notAsked(key))]));
}

/** Each side by itself, so that places are its own; then both together, for their units. */
function sides(check: Extract<FormCheck, { kind: 'arithmetic' }>, { library, codes }: Asked): readonly FormProblem[] {
  const own = (['left', 'right'] as const).flatMap((field) => {
    const compiled = compileExpression(check[field], library);
    if (!compiled.ok) return isConstant(check[field]) ? [] : compiled.problems.map((problem: FormulaProblem) => ({ field, ...problem }));
    return compiled.filed.flatMap((code) => (codes.has(code) ? [] : [whole(field, notAsked(library.get(code)?.name.zh ?? code))]));
  });
  if (own.length > 0) return own;
  const both = compileExpression(differenceText(check), library);
  return both.ok ? [] : both.problems.map(({ message }) => whole('right', message));
}

/** `0`, or `30 万元` in backticks: a side without indicators is compared with, not computed. */
function isConstant(text: string): boolean {
  const [, unit] = /^\s*`?\s*-?\d+(?:\.\d+)?\s*([^`]*?)`?\s*$/.exec(text) ?? [];
  return unit !== undefined && (unit === '' || parseUnit(unit).ok);
}

function whole(field: string, message: Bilingual): FormProblem {
  return { field, from: null, to: null, message };
}

const unknown = (code: string): Bilingual => ({ zh: `指标库中没有「${code}」。`, en: `The library has no indicator "${code}".` });
const repeated = (name: Bilingual): Bilingual => ({ zh: `「${name.zh}」在表中出现了两次。`, en: `${name.en} stands in the form twice.` });
const gone = (name: Bilingual): Bilingual => ({ zh: `「${name.zh}」已停用，不再填报。`, en: `${name.en} is retired and no longer filed.` });
const noCalibre = (id: string): Bilingual => ({ zh: `该指标没有口径「${id}」。`, en: `The indicator has no calibre "${id}".` });
const sameId = (id: string): Bilingual => ({ zh: `校验编号「${id}」重复或已被占用。`, en: `The check id "${id}" is used already.` });
const notAsked = (name: string): Bilingual => ({
  zh: `表中没有填报「${name}」，校验用不了。`,
  en: `The form does not ask for ${name}, so the check cannot use it.`,
});
const notPositive: Bilingual = { zh: '倍数应大于 0。', en: 'A factor is above zero.' };
const backwards: Bilingual = { zh: '停止日期早于开始日期。', en: 'The last day is before the first.' };
