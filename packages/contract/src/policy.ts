// The law as data: packs, clauses, parameters, targets, conflicts, and the rules in force for a day and a place.

import type { BoundaryRule } from '@zhenghe/engine/boundaries';
import { strengths } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { z } from 'zod';
import { Bilingual, Day } from './kernel.ts';
import { procedure } from './procedure.ts';

export const PackSummary = z.object({
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  title: Bilingual,
  number: z.string().nullable(),
  issuer: Bilingual,
  status: z.enum(['draft', 'final', 'news']),
  jurisdiction: z.string(),
  appliesFrom: Day,
  appliesTo: Day.nullable(),
  precision: z.enum(['day', 'month', 'year']),
  dateNote: Bilingual.optional(),
  parent: z.string().nullable(),
  source: Bilingual,
  counts: z.object({ clauses: z.number(), parameters: z.number(), checks: z.number(), targets: z.number(), facts: z.number() }),
});

export const ClauseRow = z.object({
  pack: z.string(),
  packTitle: Bilingual,
  status: z.enum(['draft', 'final', 'news']),
  code: z.string(),
  heading: Bilingual,
  summary: Bilingual,
  strength: z.enum(strengths),
  verb: z.string().nullable(),
  units: z.array(z.string()),
  leads: z.number(),
  functions: z.array(z.string()),
  figures: z.number(),
});

export const ParameterView = z.object({
  pack: z.string(),
  id: z.string(),
  measure: z.string(),
  title: Bilingual,
  clause: z.string(),
  unit: z.string().nullable(),
  /** Printed in both languages: "1–2", "2020-12-31", "未给出". */
  shown: Bilingual,
  note: Bilingual.optional(),
  /** Everywhere the product uses it. */
  usedBy: z.array(z.object({ kind: z.enum(['check', 'target', 'conflict']), id: z.string(), title: Bilingual })),
  /** The same measure in other packs. */
  elsewhere: z.array(z.object({ pack: z.string(), id: z.string(), clause: z.string(), shown: Bilingual })),
});

export const FactView = z.object({
  pack: z.string(),
  id: z.string(),
  title: Bilingual,
  clause: z.string(),
  value: z.union([z.string(), z.array(z.string())]),
  unit: z.string().nullable(),
  on: z.string().nullable(),
  group: z.string(),
});

export const ClauseView = ClauseRow.extend({
  parameters: z.array(ParameterView),
  checks: z.array(z.object({ id: z.string(), title: Bilingual, strength: z.enum(strengths) })),
  targets: z.array(z.object({ id: z.string(), title: Bilingual })),
  facts: z.array(FactView),
  conflicts: z.array(z.object({ id: z.string(), title: Bilingual })),
});

export const Conflict = z.object({
  id: z.string(),
  title: Bilingual,
  explanation: Bilingual,
  sides: z.array(z.object({ pack: z.string(), clause: z.string(), says: Bilingual })),
  handling: Bilingual,
  /** machine: found by comparing packs; hand: recorded by a person. */
  found: z.enum(['machine', 'hand']),
});

export const TargetView = z.object({
  pack: z.string(),
  id: z.string(),
  title: Bilingual,
  clause: z.string(),
  unit: z.string(),
  group: Bilingual,
  base: z.object({ value: z.string().nullable(), year: z.string().nullable(), note: Bilingual.optional() }),
  goal: z.object({ value: z.string(), sense: z.enum(['at-least', 'at-most']), year: z.string() }),
  calibre: Bilingual.optional(),
});

export const PackRef = z.object({ id: z.string(), version: z.string(), hash: z.string() });

export const RulesInForce = z.object({
  packs: z.array(PackRef),
  on: Day,
  jurisdiction: z.string(),
  rules: z.array(z.custom<Rule>()),
  /** Those that land is measured for. */
  boundaryRules: z.array(z.custom<BoundaryRule>()),
});

const oneClause = z.object({ pack: z.string(), code: z.string() });

export const policy = {
  packs: procedure.route({ method: 'GET', path: '/policy/packs' }).output(z.array(PackSummary)),
  clauses: procedure
    .route({ method: 'GET', path: '/policy/clauses' })
    .input(
      z.object({
        query: z.string().max(100).optional(),
        pack: z.string().optional(),
        strength: z.enum(strengths).optional(),
        unit: z.string().optional(),
      }),
    )
    .output(z.array(ClauseRow)),
  clause: procedure.route({ method: 'GET', path: '/policy/packs/{pack}/clauses/{code}' }).input(oneClause).output(ClauseView),
  parameters: procedure.route({ method: 'GET', path: '/policy/parameters' }).output(z.array(ParameterView)),
  conflicts: procedure.route({ method: 'GET', path: '/policy/conflicts' }).output(z.array(Conflict)),
  targets: procedure.route({ method: 'GET', path: '/policy/targets' }).output(z.array(TargetView)),
  facts: procedure
    .route({ method: 'GET', path: '/policy/facts' })
    .input(z.object({ group: z.string().optional() }))
    .output(z.array(FactView)),
  inForce: procedure
    .route({ method: 'GET', path: '/policy/in-force' })
    .input(z.object({ on: Day, jurisdiction: z.string() }))
    .output(RulesInForce),
};
