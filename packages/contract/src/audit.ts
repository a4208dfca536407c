// The audit log with its proof: who did what, under which signed head it stands, and whether the log is whole.
import { z } from 'zod';
import { Bilingual, Dataset, Day, Page } from './kernel.ts';
import { levelled } from './level.ts';
import { procedure } from './procedure.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One entry, every field of which is hashed. It holds hashes of contents, never contents. */
export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  dataset: z.string(),
  actor: levelled(z.string(), 'person-id', { whose: 'actor' }),
  role: z.string(),
  unit: z.string(),
  jurisdiction: z.string(),
  action: z.string(),
  object: levelled(z.string(), 'audit-trail'),
  before: z.string().nullable(),
  after: z.string().nullable(),
  clause: z.string().nullable(),
  requestId: z.string(),
});

export const SignedHead = z.object({
  size: z.number().int().min(0),
  at: z.string(),
  sha256: Hash,
  sm3: Hash,
  algorithm: z.string(),
  /** Of SM2, the user id that was hashed in; null otherwise, and in exports that are older than it. */
  userId: z.string().nullable().default(null),
  keyId: z.string(),
  signature: z.string(),
});

/** Where an entry stands in the tree of the latest head; null while no head covers it. */
export const InclusionProof = z.object({ leaf: z.number(), path: z.array(Hash), head: SignedHead });

export const AuditFinding = z.object({
  kind: z.enum(['changed', 'removed', 'inserted', 'reordered', 'cut-off', 'head', 'proof', 'seal', 'unreadable']),
  /** Numbers of the first and last entry it speaks of, from 0; null when it is about no entry or an unnumbered one. */
  leaf: z.number().nullable(),
  last: z.number().nullable(),
  entry: AuditEntry.partial().nullable(),
  message: Bilingual,
});

export const AuditReport = z.object({
  ok: z.boolean(),
  size: z.number(),
  heads: z.number(),
  head: SignedHead.nullable(),
  findings: z.array(AuditFinding),
});

export const AuditFilter = z.object({
  dataset: Dataset.optional(),
  /** Part of the unit's name. */
  unit: z.string().max(80).optional(),
  /** Beginning of noun/id. */
  object: z.string().max(120).optional(),
  /** Beginning of noun/verb. */
  action: z.string().max(80).optional(),
  from: Day.optional(),
  to: Day.optional(),
});

export const audit = {
  list: procedure
    .route({ method: 'GET', path: '/audit/entries' })
    .input(AuditFilter.extend(Page.shape))
    .output(z.object({ rows: z.array(AuditEntry), total: z.number(), page: z.number(), size: z.number() })),
  get: procedure
    .route({ method: 'GET', path: '/audit/entries/{id}' })
    .input(z.object({ id: z.string().regex(/^\d{1,15}$/) }))
    .output(z.object({ entry: AuditEntry, proof: InclusionProof.nullable() })),
  head: procedure
    .route({ method: 'GET', path: '/audit/head' })
    .output(z.object({ head: SignedHead.nullable(), publicKey: z.string().nullable(), waiting: z.number() })),
  /** Signs what is not signed yet, then recomputes the whole log from its entries. */
  verify: procedure.route({ method: 'POST', path: '/audit/verify' }).output(AuditReport),
  export: procedure.route({ method: 'POST', path: '/audit/export' }).output(levelled(z.file(), 'audit-trail')),
};
