// The clause register (F26) as views of the loaded rulebook: pure functions, no database.
import type { ClauseRow, ClauseView, Conflict, FactView, PackSummary, ParameterView, TargetView } from '@zhenghe/contract/policy';
import type { Clause, Fact, Pack, Parameter, Rulebook, Target } from '@zhenghe/rulebook';
import { findConflicts, showValue } from '@zhenghe/rulebook';
import type { z } from 'zod';

type Row = z.infer<typeof ClauseRow>;
type View = z.infer<typeof ClauseView>;
type ConflictView = z.infer<typeof Conflict>;

export function packSummary({ head, hash, ...parts }: Pack): z.infer<typeof PackSummary> {
  const { clauses, parameters, checks, targets, facts } = parts;
  return {
    ...head,
    hash,
    counts: {
      clauses: clauses.length,
      parameters: parameters.length,
      checks: checks.length,
      targets: targets.length,
      facts: facts.length,
    },
  };
}

export interface ClauseQuestion {
  readonly query?: string | undefined;
  readonly pack?: string | undefined;
  readonly strength?: Clause['strength'] | undefined;
  readonly unit?: string | undefined;
}

/** Clauses that hold every word of the query, in Chinese or English, in the order of their documents. */
export function searchClauses(rulebook: Rulebook, { query, pack, strength, unit }: ClauseQuestion): Row[] {
  const words = folded(query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return rulebook.packs
    .filter((one) => pack === undefined || one.head.id === pack)
    .flatMap((one) =>
      one.clauses
        .filter((clause) => strength === undefined || clause.strength === strength)
        .filter((clause) => unit === undefined || clause.units.includes(unit))
        .filter((clause) => holdsAll(clause, words))
        .map((clause) => clauseRow(one, clause)),
    );
}

function holdsAll(clause: Clause, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { code, heading, summary, units, verb } = clause;
  const text = folded([code, heading.zh, heading.en, summary.zh, summary.en, ...units, verb ?? ''].join('\n'));
  return words.every((word) => text.includes(word));
}

/** Full-width letters, digits and brackets read as half-width ones, capitals as small ones. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function clauseRow(pack: Pack, clause: Clause): Row {
  const { code, heading, summary, strength, verb, units, leads, functions } = clause;
  const figures = [...pack.parameters, ...pack.targets].filter((figure) => figure.clause === code).length;
  const { id, title, status } = pack.head;
  return { pack: id, packTitle: title, status, code, heading, summary, strength, verb, units, leads, functions, figures };
}

/** One clause with everything that hangs on it, or null when the pack has no such clause. */
export function clauseView(rulebook: Rulebook, packId: string, code: string): View | null {
  const pack = rulebook.packs.find((one) => one.head.id === packId);
  const clause = pack?.clauses.find((one) => one.code === code);
  if (!pack || !clause) return null;
  const here = (item: { readonly clause: string }): boolean => item.clause === code;
  const conflicts = conflictViews(rulebook);
  return {
    ...clauseRow(pack, clause),
    parameters: pack.parameters.filter(here).map((parameter) => parameterView(rulebook, conflicts, pack, parameter)),
    checks: pack.checks.filter(here).map(({ id, title, strength }) => ({ id, title, strength })),
    targets: pack.targets.filter(here).map(({ id, title }) => ({ id, title })),
    facts: pack.facts.filter(here).map((fact) => factView(pack, fact)),
    conflicts: conflicts.filter((one) => speaksOf(one, packId, code)).map(({ id, title }) => ({ id, title })),
  };
}

export function parameterViews(rulebook: Rulebook): z.infer<typeof ParameterView>[] {
  const conflicts = conflictViews(rulebook);
  return rulebook.packs.flatMap((pack) => pack.parameters.map((parameter) => parameterView(rulebook, conflicts, pack, parameter)));
}

function parameterView(
  rulebook: Rulebook,
  conflicts: readonly ConflictView[],
  pack: Pack,
  parameter: Parameter,
): z.infer<typeof ParameterView> {
  const { id, measure, title, clause, unit } = parameter;
  const note = remarkOf(parameter);
  const view = {
    pack: pack.head.id,
    id,
    measure,
    title,
    clause,
    unit,
    shown: { ...showValue(parameter) },
    usedBy: usesOf(rulebook, conflicts, pack, parameter),
    elsewhere: elsewhereOf(rulebook, pack, measure),
  };
  return note === undefined ? view : { ...view, note };
}

/** The calibre first: two figures may only be compared when they cover the same thing. */
function remarkOf({ calibre, note }: Parameter): Parameter['note'] {
  if (!calibre) return note;
  const scope = { zh: `口径：${calibre.zh}`, en: `Covers: ${calibre.en}` };
  return note ? { zh: `${scope.zh}。${note.zh}`, en: `${scope.en}. ${note.en}` } : scope;
}

type Use = z.infer<typeof ParameterView>['usedBy'][number];

/** Checks that read it, targets of the same measure, and the disagreements it takes part in. */
function usesOf(rulebook: Rulebook, conflicts: readonly ConflictView[], pack: Pack, parameter: Parameter): Use[] {
  const checks = pack.checks
    .filter((check) => figuresOf(check).includes(parameter.id))
    .map((check): Use => ({ kind: 'check', id: check.id, title: check.title }));
  const targets = rulebook.packs
    .flatMap((one) => one.targets)
    .filter((target) => target.measure === parameter.measure)
    .map((target): Use => ({ kind: 'target', id: target.id, title: target.title }));
  const disputes = conflicts
    .filter((conflict) => takesPart(conflict, pack, parameter))
    .map((conflict): Use => ({ kind: 'conflict', id: conflict.id, title: conflict.title }));
  return [...checks, ...targets, ...disputes];
}

/** A side is known by its clause, and must name the figure or print it with its unit: a clause may hold figures nobody disputes. */
function takesPart(conflict: ConflictView, pack: Pack, parameter: Parameter): boolean {
  const figure = `${showValue(parameter).zh}${parameter.unit ?? ''}`;
  return conflict.sides.some(
    ({ pack: id, clause, says }) =>
      id === pack.head.id &&
      clause === parameter.clause &&
      (says.zh.startsWith(parameter.title.zh) || (conflict.found === 'hand' && figure.length > 1 && says.zh.includes(figure))),
  );
}

function figuresOf(check: Pack['checks'][number]): readonly string[] {
  switch (check.kind) {
    case 'zones-within':
      return check.extra === undefined ? [check.range] : [check.range, check.extra];
    case 'province-zones-at-most':
    case 'districts-at-most':
    case 'industries-at-most':
      return [check.max];
    case 'reduced-at-least':
      return [check.share];
    case 'milestone-by':
      return [check.due];
    case 'protected-township-not-hosted':
      return [check.maxShare];
    default:
      return [];
  }
}

function elsewhereOf(rulebook: Rulebook, here: Pack, measure: string): z.infer<typeof ParameterView>['elsewhere'] {
  return rulebook.packs
    .filter((pack) => pack !== here)
    .flatMap((pack) =>
      pack.parameters
        .filter((parameter) => parameter.measure === measure)
        .map((parameter) => ({ pack: pack.head.id, id: parameter.id, clause: parameter.clause, shown: { ...showValue(parameter) } })),
    );
}

export function conflictViews(rulebook: Rulebook): ConflictView[] {
  return findConflicts(rulebook).map((conflict) => ({ ...conflict, sides: [...conflict.sides] }));
}

function speaksOf(conflict: ConflictView, pack: string, clause: string): boolean {
  return conflict.sides.some((side) => side.pack === pack && side.clause === clause);
}

export function targetViews(rulebook: Rulebook): z.infer<typeof TargetView>[] {
  return rulebook.packs.flatMap((pack) => pack.targets.map((target) => targetView(pack, target)));
}

function targetView(pack: Pack, { base, calibre, measure: _, ...target }: Target): z.infer<typeof TargetView> {
  const { value, year, note } = base;
  const view = { pack: pack.head.id, ...target, base: note === undefined ? { value, year } : { value, year, note } };
  return calibre === undefined ? view : { ...view, calibre };
}

export function factViews(rulebook: Rulebook, group?: string): z.infer<typeof FactView>[] {
  return rulebook.packs
    .flatMap((pack) => pack.facts.map((fact) => factView(pack, fact)))
    .filter((fact) => group === undefined || fact.group === group);
}

function factView(pack: Pack, fact: Fact): z.infer<typeof FactView> {
  return { pack: pack.head.id, ...fact };
}
