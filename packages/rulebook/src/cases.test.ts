// Runs every law case of cases/**/*.yaml through the packs, the loader and the engine's checks.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, libraryOf } from '@zhenghe/engine/indicators';
import { Decimal, isMissing } from '@zhenghe/engine/kernel';
import { checkPlan, type Plan } from '@zhenghe/engine/plans';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { withCells } from './case-plan.ts';
import {
  type CheckCase,
  checkCase,
  type Expectation,
  type FormulaCase,
  formulaCase,
  type RulesCase,
  rulesCase,
  type SumCase,
  sumCase,
  type Term,
} from './case-shape.ts';
import { loadPacks } from './load.ts';
import { classOf } from './place.ts';
import { rulesInForce } from './rules.ts';

const here = dirname(fileURLToPath(import.meta.url));
const rulebook = loadPacks();

describe('sums of the documents', () => {
  for (const one of casesIn('sums', sumCase)) it(`${one.case} / ${one.en}`, () => runSum(one));
});

describe('rules in force', () => {
  for (const one of casesIn('rules', rulesCase)) it(`${one.case} / ${one.en}`, () => runRules(one));
});

describe('formulas of the library', () => {
  for (const one of casesIn('library', formulaCase)) it(`${one.case} / ${one.en}`, () => runFormula(one));
});

describe('checks of a plan', () => {
  for (const one of casesIn('checks', checkCase)) it(`${one.case} / ${one.en}`, () => runCheck(one));
});

function casesIn<S extends z.ZodType>(folder: string, shape: S): readonly z.output<S>[] {
  const dir = join(here, '..', 'cases', folder);
  const files = readdirSync(dir).filter((file) => file.endsWith('.yaml'));
  return files.flatMap((file) => z.array(shape).parse(parse(readFileSync(join(dir, file), 'utf8'), { merge: true })));
}

const library = libraryOf(rulebook.indicators.map(({ indicator }) => indicator));

function runFormula({ indicator, clause, filed, gives }: FormulaCase): void {
  expect(library.get(indicator)?.clause).toEqual({ pack: clause.pack, clause: clause.code });
  const compiled = compile(indicator, library);
  if (!compiled.ok) throw new Error(`${indicator} does not hold`);
  const value = compiled.evaluate((code) => (filed[code] === undefined ? null : new Decimal(filed[code])));
  expect(isMissing(value) ? null : value.toFixed()).toBe(gives);
}

function runSum(one: SumCase): void {
  const pack = rulebook.pack(one.clause.pack);
  expect(pack?.clauses.map((clause) => clause.code)).toContain(one.clause.code);
  if ('add' in one) {
    const total = one.add.reduce((sum, term) => sum.plus(numberOf(term)), new Decimal(0));
    expect(total.toFixed()).toBe(numberOf(one.equals).toFixed());
  } else {
    const from = numberOf(one.from);
    expect(numberOf(one.to).minus(from).div(from).times(100).toFixed(1)).toBe(one.percent);
  }
}

/** The pack's own figure, held against what the case says it is. */
function numberOf(term: Term): Decimal {
  if ('plain' in term) return new Decimal(term.plain);
  const value = found(term);
  expect(value).toBe(term.is);
  return new Decimal(term.is).times(term.times);
}

function found(term: Exclude<Term, { plain: string }>): string | undefined {
  if ('fact' in term) return String(factOf(term.fact)?.value);
  if ('count' in term) {
    const value = factOf(term.count)?.value;
    return Array.isArray(value) ? String(value.length) : undefined;
  }
  const [pack, id] = ('figure' in term ? term.figure : term.most).split(' ');
  const value = rulebook.pack(pack ?? '')?.parameters.find((parameter) => parameter.id === id)?.value;
  if (!value) return undefined;
  if ('number' in value) return value.number;
  return 'max' in value ? (value.max ?? undefined) : undefined;
}

function factOf(name: string) {
  const [pack, id] = name.split(' ');
  return rulebook.pack(pack ?? '')?.facts.find((fact) => fact.id === id);
}

function runRules(one: RulesCase): void {
  const asked = { on: one.on, jurisdiction: one.place, ...(one.ask && { packs: one.ask }) };
  const answer = rulesInForce(rulebook, asked);
  if (!answer.ok) {
    expect(answer.code).toBe(one.refused);
    expect(`${answer.reason.zh} ${answer.reason.en}`).toContain(one.says);
    return;
  }
  expect(one.refused).toBeUndefined();
  if (one.packs) expect(answer.packs.map((pack) => pack.id)).toEqual(one.packs);
  const ids = answer.rules.map((rule) => rule.id);
  expect(ids).toEqual(expect.arrayContaining(one.gives));
  for (const id of one.givesNot) expect(ids).not.toContain(id);
}

function runCheck(one: CheckCase): void {
  const plan = planOf(one);
  const answer = rulesInForce(rulebook, { on: one.on, jurisdiction: plan.jurisdiction });
  const standing = classOf(plan.jurisdiction);
  if (!answer.ok || standing === null) throw new Error(`no rules for ${plan.jurisdiction} on ${one.on}`);
  const { findings } = checkPlan(plan, answer.rules, { class: standing, zonesElsewhere: one.elsewhere });
  for (const expected of one.expect) {
    const id = expected.at === undefined ? undefined : `${expected.check}:${expected.at}`;
    const matching = findings.filter((finding) => (id === undefined ? finding.check === expected.check : finding.id === id));
    expect(matching.length, `findings of ${id ?? expected.check}`).toBeGreaterThan(0);
    for (const finding of matching) expect({ ...finding, clause: finding.clause.clause }).toMatchObject(partsOf(expected));
  }
}

function partsOf({ at: _at, ...rest }: Expectation): object {
  return rest;
}

function planOf(one: CheckCase): Plan {
  const base = one.plan === 'pujiang' ? '../../../data/plans/pujiang-2021.json' : '../cases/plans/sound.yaml';
  const plan = parse(readFileSync(join(here, base), 'utf8'));
  return withCells(plan, { ...one.set, ...(one.place && { jurisdiction: one.place }) }) as Plan;
}
