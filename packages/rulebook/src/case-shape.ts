// The shape of the law cases (cases/**/*.yaml): a situation in words and figures, and the result that must follow.

import { outcomes, strengths } from '@zhenghe/engine/kernel';
import { z } from 'zod';
import { rulesRefusals } from './rules.ts';

const words = { case: z.string().min(1), en: z.string().min(1) };

const expectation = z.strictObject({
  check: z.string(),
  /** Which of several places; absent: all the check's findings. */
  at: z.string().optional(),
  clause: z.string(),
  outcome: z.enum(outcomes),
  strength: z.enum(strengths).optional(),
  blocking: z.boolean().optional(),
  measured: z.string().optional(),
  allowed: z.string().optional(),
});

export const checkCase = z.strictObject({
  ...words,
  plan: z.enum(['sound', 'pujiang']).default('sound'),
  on: z.string(),
  /** Another place than the plan's own. */
  place: z.string().optional(),
  /** Zones counted elsewhere in the province; null: no register at hand. */
  elsewhere: z.number().nullable().default(100),
  /** Cells to change, by `table.row.field`, or whole tables. */
  set: z.record(z.string(), z.unknown()).default({}),
  expect: z.array(expectation).min(1),
});

export const rulesCase = z.strictObject({
  ...words,
  on: z.string(),
  place: z.string(),
  ask: z.array(z.string()).optional(),
  /** The packs that give the answer, in order. */
  packs: z.array(z.string()).optional(),
  gives: z.array(z.string()).default([]),
  givesNot: z.array(z.string()).default([]),
  refused: z.enum(rulesRefusals).optional(),
  /** What the refusal must mention, in both languages or in one. */
  says: z.string().optional(),
});

const shared = { is: z.string(), times: z.number().int().default(1) };
/** A figure of a pack as `pack id`, with the value a reader expects; or a plain number from outside the packs. */
const term = z.union([
  z.strictObject({ fact: z.string(), ...shared }),
  z.strictObject({ count: z.string(), ...shared }),
  z.strictObject({ figure: z.string(), ...shared }),
  z.strictObject({ most: z.string(), ...shared }),
  z.strictObject({ plain: z.string() }),
]);

const cited = { ...words, clause: z.strictObject({ pack: z.string(), code: z.string() }) };

export const sumCase = z.union([
  z.strictObject({ ...cited, add: z.array(term).min(1), equals: term }),
  z.strictObject({ ...cited, from: term, to: term, percent: z.string() }),
]);

/** What an indicator comes to from filed figures; null: missing. */
export const formulaCase = z.strictObject({
  ...cited,
  indicator: z.string(),
  filed: z.record(z.string(), z.string()),
  gives: z.string().nullable(),
});

export type FormulaCase = z.infer<typeof formulaCase>;
export type CheckCase = z.infer<typeof checkCase>;
export type Expectation = z.infer<typeof expectation>;
export type RulesCase = z.infer<typeof rulesCase>;
export type SumCase = z.infer<typeof sumCase>;
export type Term = z.infer<typeof term>;
