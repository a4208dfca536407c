// Definitions drafted in the product: indicators, forms and tags. One person proposes with a reason, another puts it in force from a day;
// what is in force is never edited, a change is a new version. What ships in policy packs is version 0 of its code.
import { z } from 'zod';
import { DefinitionProblem, Form, Indicator, Tag } from './indicator-wire.ts';
import { Bilingual, Dataset, Day, Text } from './kernel.ts';
import { levelled } from './level.ts';
import { procedure } from './procedure.ts';

export const DefinitionKind = z.enum(['indicator', 'form', 'tag']);
export type DefinitionKind = z.infer<typeof DefinitionKind>;

export const DefinitionBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('indicator'), body: Indicator }),
  z.object({ kind: z.literal('form'), body: Form }),
  z.object({ kind: z.literal('tag'), body: Tag }),
]);

export const DefinitionState = z.enum(['proposed', 'in-force', 'refused', 'withdrawn', 'replaced']);

export const DefinitionVersion = z.object({
  id: z.uuid(),
  dataset: Dataset,
  kind: DefinitionKind,
  code: z.string(),
  /** 1, 2, 3 … within the code, in the order they were put in force; null before. */
  version: z.number().nullable(),
  title: Bilingual,
  state: DefinitionState,
  /** First day it holds for. */
  from: Day,
  reason: z.string(),
  proposed: z.object({ card: levelled(z.string(), 'person-id'), unit: Bilingual, at: z.string() }),
  decided: z.object({ card: levelled(z.string(), 'person-id'), unit: Bilingual, at: z.string(), reason: z.string().nullable() }).nullable(),
  /** Whether the caller may put it in force or refuse it, or take back what it proposed. */
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
  /** Of each field that differs from the version before: field, before, after as JSON text. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type DefinitionVersion = z.infer<typeof DefinitionVersion>;

const reason = Text.trim().min(1).max(500);

export const definitions = {
  /** Newest first. */
  list: procedure
    .route({ method: 'GET', path: '/definitions' })
    .input(z.object({ dataset: Dataset, kind: DefinitionKind.optional(), code: z.string().max(60).optional() }))
    .output(z.array(DefinitionVersion)),
  get: procedure
    .route({ method: 'GET', path: '/definitions/{id}' })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ version: DefinitionVersion, definition: DefinitionBody })),
  /** Everything that would stop it, without writing; empty when it may be proposed. */
  check: procedure
    .route({ method: 'POST', path: '/definitions/check' })
    .input(z.object({ dataset: Dataset, from: Day, definition: DefinitionBody }))
    .output(z.array(DefinitionProblem)),
  propose: procedure
    .route({ method: 'POST', path: '/definitions' })
    .input(z.object({ dataset: Dataset, from: Day, definition: DefinitionBody, reason, on: Day }))
    .output(DefinitionVersion),
  decide: procedure
    .route({ method: 'POST', path: '/definitions/{id}/decision' })
    .input(z.object({ id: z.uuid(), decision: z.enum(['put-in-force', 'refuse']), reason: reason.nullable(), on: Day }))
    .output(DefinitionVersion),
  withdraw: procedure
    .route({ method: 'POST', path: '/definitions/{id}/withdrawal' })
    .input(z.object({ id: z.uuid(), on: Day }))
    .output(DefinitionVersion),
};
