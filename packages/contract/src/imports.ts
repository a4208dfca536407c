// Imports (F110): one way in for every file. Preview with every error at once and a dry run, commit as a batch, undo the batch,
// and for each record the batch, file, sheet and row it came from.
import { batchStates, effects } from '@zhenghe/engine/imports';
import { isDay } from '@zhenghe/engine/kernel';
import { z } from 'zod';
import { Bilingual, Dataset, Day, Flag, Page, Text } from './kernel.ts';
import { levelled } from './level.ts';
import { ImportNote } from './plans.ts';
import { procedure } from './procedure.ts';

export const importKinds = ['plans', 'zones', 'figures', 'units', 'statistics'] as const;
export const ImportKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof ImportKind>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const fields = z.record(z.string().max(60), z.string().max(200));

/** By sheet of the file: which sheet of the form it is ('' for none), and by field the heading it is read from. */
export const ImportMapping = z.record(z.string().max(200), z.object({ sheet: z.string().max(60), columns: fields }));

export const ImportColumn = z.object({ key: z.string(), title: Bilingual, needed: z.boolean(), hint: Bilingual.nullable() });

export const ImportKindRow = z.object({
  kind: ImportKind,
  title: Bilingual,
  about: Bilingual,
  /** Endings of files it reads. */
  accepts: z.array(z.enum(['xlsx', 'csv', 'json'])),
  /** One import is about one subject (a plan), named by `target`. */
  targeted: z.boolean(),
  /** Passwords are handed out once, with the answer of the commit. */
  handsOut: z.boolean(),
  /** What the filled template holds. */
  filled: Bilingual,
  /** The form, for the mapping of columns; empty where the file has a form of its own. */
  sheets: z.array(z.object({ key: z.string(), title: Bilingual, about: Bilingual, columns: z.array(ImportColumn) })),
  /** Why the caller may not use it now; null when he may. */
  refused: Bilingual.nullable(),
});

export const ImportProblem = z.object({
  sheet: z.string().nullable(),
  row: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: Bilingual,
});

export const FieldChange = z.object({ field: Bilingual, before: z.string().nullable(), after: z.string().nullable() });

export const ImportRow = z.object({
  sheet: z.string(),
  row: z.number(),
  effect: z.enum(effects),
  subject: z.string().nullable(),
  label: z.string(),
  changes: z.array(FieldChange),
  reason: Bilingual.nullable(),
});

export const ImportCounts = z.object({ add: z.number(), change: z.number(), same: z.number(), refused: z.number() });

export const SheetFound = z.object({
  sheetName: z.string(),
  sheet: z.string().nullable(),
  headings: z.array(z.string()),
  columns: z.array(z.object({ key: z.string(), heading: z.string(), by: z.enum(['chosen', 'remembered', 'title', 'synonym']) })),
});

export const ImportPreview = z.object({
  file: z.object({ name: z.string(), size: z.number(), sha256: hash }),
  /** Why the file as a whole, or some of its cells, cannot be read; nothing is dry-run then. */
  unreadable: Bilingual.nullable(),
  problems: z.array(ImportProblem),
  notes: z.array(ImportNote),
  sheets: z.array(SheetFound),
  /** The dry run. */
  rows: z.array(ImportRow),
  counts: ImportCounts,
  /** Why it may not be committed; null when it may. */
  stop: Bilingual.nullable(),
  /** What the dry run rests on: a commit names it, and is refused when it no longer holds. */
  state: z.string(),
  at: z.string(),
  /** So many rows that it is written in the queue, with progress. */
  queued: z.boolean(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportBatch = z.object({
  id: z.string(),
  number: z.number(),
  kind: ImportKind,
  title: Bilingual,
  dataset: Dataset,
  target: z.string().nullable(),
  targetTitle: z.string().nullable(),
  file: z.object({ name: z.string(), size: z.number(), sha256: hash }),
  by: Bilingual,
  on: Day,
  at: z.string(),
  state: z.enum(batchStates),
  /** Rows done of all, while it is written. */
  progress: z.object({ done: z.number(), of: z.number() }).nullable(),
  counts: ImportCounts,
  /** Said with the last step: why it failed, the reason of the undo. */
  note: Bilingual.nullable(),
  undone: z.object({ by: Bilingual, at: z.string(), reason: z.string() }).nullable(),
  mayUndo: z.boolean(),
  mayCancel: z.boolean(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;

/** Shown and downloaded once; kept nowhere. */
export const HandOut = z.object({
  title: Bilingual,
  people: z.array(
    z.object({
      name: levelled(z.string(), 'office-name'),
      login: levelled(z.string(), 'login', { whose: 'caller' }),
      password: levelled(z.string(), 'secret', { whose: 'caller', once: true }),
    }),
  ),
});
export type HandOut = z.infer<typeof HandOut>;

/** Where a record's rows came from: file X, sheet Y, row Z, batch N. */
export const ImportOrigin = z.object({
  batch: z.string(),
  number: z.number(),
  state: z.enum(batchStates),
  at: z.string(),
  file: z.string(),
  sheet: z.string(),
  row: z.number(),
  effect: z.enum(effects),
  changes: z.array(FieldChange),
  /** Whether the caller may open the batch. */
  open: z.boolean(),
});
export type ImportOrigin = z.infer<typeof ImportOrigin>;

const asked = z.object({
  kind: ImportKind,
  dataset: Dataset,
  on: Day,
  target: Text.max(120).optional(),
  file: z.file(),
  mapping: ImportMapping.optional(),
});
/** The moment of a dry run, as its answer told it. */
const Moment = z
  .string()
  .max(60)
  .refine((text) => {
    const [, day = ''] = /^(\d{4}-\d\d-\d\d) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?\+00$/.exec(text) ?? [];
    return isDay(day);
  }, 'expected the moment that the dry run answered');
const byId = z.object({ id: z.uuid() });

export const imports = {
  kinds: procedure
    .route({ method: 'GET', path: '/imports/kinds' })
    .input(z.object({ dataset: Dataset }))
    .output(z.array(ImportKindRow)),
  template: procedure
    .route({ method: 'GET', path: '/imports/templates/{kind}' })
    .input(z.object({ kind: ImportKind, dataset: Dataset, on: Day, target: Text.max(120).optional(), filled: Flag.optional() }))
    .output(z.file()),
  /** Reads the file and says row by row what would happen; writes nothing. */
  preview: procedure.route({ method: 'POST', path: '/imports/preview' }).input(asked).output(ImportPreview),
  commit: procedure
    .route({ method: 'POST', path: '/imports' })
    .input(asked.extend({ sha256: hash, state: z.string().max(200), at: Moment }))
    .output(z.object({ batch: ImportBatch, handOut: HandOut.nullable() })),
  list: procedure
    .route({ method: 'GET', path: '/imports' })
    .input(Page.extend({ dataset: Dataset }))
    .output(z.object({ rows: z.array(ImportBatch), total: z.number(), page: z.number(), size: z.number() })),
  get: procedure.route({ method: 'GET', path: '/imports/{id}' }).input(byId).output(ImportBatch),
  rows: procedure
    .route({ method: 'GET', path: '/imports/{id}/rows' })
    .input(byId.extend(Page.shape).extend({ effect: z.enum(effects).optional() }))
    .output(z.object({ rows: z.array(ImportRow), total: z.number(), page: z.number(), size: z.number() })),
  /** The bytes as they were handed in. */
  file: procedure.route({ method: 'GET', path: '/imports/{id}/file' }).input(byId).output(z.file()),
  undo: procedure
    .route({ method: 'POST', path: '/imports/{id}/undo' })
    .input(byId.extend({ reason: Text.trim().min(2).max(500), on: Day }))
    .output(ImportBatch),
  cancel: procedure.route({ method: 'POST', path: '/imports/{id}/cancel' }).input(byId).output(ImportBatch),
  origins: procedure
    .route({ method: 'GET', path: '/imports/origins' })
    .input(z.object({ kind: ImportKind, subject: Text.max(120) }))
    .output(z.array(ImportOrigin)),
};
