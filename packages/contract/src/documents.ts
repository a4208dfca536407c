// Official papers made from a plan: 方案, 请示, 批复, 检查结果报告, 征求意见采纳情况表; and the public check of a printed code (F114).
import { z } from 'zod';
import { Bilingual, cellOf, Dataset, Day, DecimalString } from './kernel.ts';
import { PlanState } from './plans.ts';
import { PackRef } from './policy.ts';
import { procedure } from './procedure.ts';

export const documentKinds = ['plan', 'request', 'reply', 'findings', 'answers', 'answers-sheet'] as const;
export const DocumentKind = z.enum(documentKinds);

/** Where the making stands: working until one of the last three. */
export const documentStates = ['waiting', 'working', 'kept', 'failed', 'cancelled'] as const;

export const DocumentRow = z.object({
  id: z.uuid(),
  kind: DocumentKind,
  version: z.number(),
  /** The as-of day it was asked from. */
  on: Day,
  by: Bilingual,
  state: z.enum(documentStates),
  /** Steps done of four: figures, pictures, text, keeping. */
  steps: z.number().int().min(0).max(4),
  note: Bilingual.nullable(),
  /** With the finished file only. */
  file: z.object({ code: z.string(), sha256: z.string(), size: z.number(), name: z.string() }).nullable(),
  mayCancel: z.boolean(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const DocumentList = z.object({
  /** Which papers the caller may ask for now, and why not the others. */
  kinds: z.array(z.object({ kind: DocumentKind, refused: Bilingual.nullable() })),
  rows: z.array(DocumentRow),
});
export type DocumentList = z.infer<typeof DocumentList>;

/** What a printed code stands for: the version as it was, and whether it still is the newest. */
export const VerifiedDocument = z.object({
  code: z.string(),
  kind: DocumentKind,
  dataset: Dataset,
  title: z.string(),
  place: z.string(),
  version: z.number(),
  state: PlanState,
  on: Day,
  recordedAt: z.string(),
  by: Bilingual,
  parks: z.number(),
  zones: z.number(),
  before: cellOf(DecimalString),
  after: cellOf(DecimalString),
  planSha256: z.string(),
  packs: z.array(PackRef),
  file: z.object({ sha256: z.string(), size: z.number(), name: z.string() }),
  latest: z.number(),
});
export type VerifiedDocument = z.infer<typeof VerifiedDocument>;

const one = z.object({ id: z.uuid() });

export const documents = {
  list: procedure
    .route({ method: 'GET', path: '/plans/{plan}/documents' })
    .input(z.object({ plan: z.string(), version: z.coerce.number().int().min(1).optional(), on: Day }))
    .output(DocumentList),
  /** Puts the making into the queue; asking twice for the same while it is under way is one paper. */
  make: procedure
    .route({ method: 'POST', path: '/plans/{plan}/documents' })
    .input(z.object({ plan: z.string(), version: z.number().int().min(1).optional(), kind: DocumentKind, on: Day }))
    .output(DocumentRow),
  cancel: procedure.route({ method: 'POST', path: '/documents/{id}/cancel' }).input(one).output(DocumentRow),
  file: procedure.route({ method: 'GET', path: '/documents/{id}/file' }).input(one).output(z.file()),
  /** Open to everyone who holds a printed page. */
  verify: procedure
    .route({ method: 'GET', path: '/verify/{code}' })
    .input(z.object({ code: z.string().max(40) }))
    .output(VerifiedDocument),
};
