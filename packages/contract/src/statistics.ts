// Statistics (F34, F39, F41, F110): forms, filings cell by cell, checks at the source, two people in each step, return by cell,
// lock by period, and what each unit is asked. An approved filing becomes figures at once.
import { filedReasons, severities } from '@zhenghe/engine/statistics';
import { z } from 'zod';
import { CaseState } from './approvals.ts';
import { Form, FormCode, Grain, IndicatorCode, Period } from './indicator-wire.ts';
import { Bilingual, Citation, cellOf, Dataset, Day, DecimalString, Page, Text, Version } from './kernel.ts';
import { levelled } from './level.ts';
import { procedure } from './procedure.ts';

const FilingId = Text.min(1).max(200);
const CellKey = z.string().max(130);
/** Written once by who sends it: the same key again answers as the first time and writes nothing. */
const RequestKey = z.string().regex(/^[A-Za-z0-9_-]{8,80}$/);
const Cell = cellOf(DecimalString);

export const FormRowHead = z.object({
  code: FormCode,
  version: z.number(),
  pack: z.string().nullable(),
  title: Bilingual,
  about: Bilingual,
  audience: Form.shape.audience,
  frequency: Grain,
  rows: z.number(),
  dueDays: z.number(),
  levelDays: z.number(),
  dueFrom: z.enum(['text', 'product-default']),
  /** Newest period opened; null before the first. */
  opened: Period.nullable(),
  /** The period that can be opened on the asked day by the caller; null for none. */
  opens: Period.nullable(),
});
export type FormRowHead = z.infer<typeof FormRowHead>;

export const SheetFinding = z.object({
  id: z.string(),
  check: z.string(),
  kind: z.string(),
  severity: z.enum(severities),
  cells: z.array(CellKey),
  measured: z.string().nullable(),
  expected: z.string().nullable(),
  message: Bilingual,
  mend: Bilingual.nullable(),
  clause: Citation.nullable(),
  stops: z.boolean(),
});

/** Where a pre-filled figure comes from: "already have it". */
export const HeldFigure = z.object({
  value: DecimalString,
  source: Bilingual,
  on: Day,
  /** Filing or register record it stands in; null where there is no page. */
  link: z.string().nullable(),
});

export const FilingCell = z.object({
  key: CellKey,
  indicator: IndicatorCode,
  calibre: z.string().nullable(),
  /** Computed from others by its formula; null for one that is filled in. */
  computed: z.boolean(),
  value: Cell.nullable(),
  /** Raised by each save of the cell; a save names the one it saw. */
  revision: z.number(),
  explanation: z.string().nullable(),
  comment: z.string().nullable(),
  evidence: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.number() })),
  changed: z.object({ unit: Bilingual, card: levelled(z.string(), 'person-id'), at: z.string() }).nullable(),
  previous: Cell.nullable(),
  yearBefore: Cell.nullable(),
  /** Against the same period of last year in %, where both are there and comparable. */
  growth: DecimalString.nullable(),
  /** What was approved last for this cell; null before. */
  approved: Cell.nullable(),
  held: HeldFigure.nullable(),
  unlocked: z.boolean(),
});
export type FilingCell = z.infer<typeof FilingCell>;

export const Sheet = z.object({
  id: FilingId,
  dataset: Dataset,
  form: Form,
  formVersion: z.number(),
  period: Period,
  unit: z.object({ id: z.string(), name: z.string(), jurisdiction: z.string() }),
  state: CaseState,
  holder: Bilingual.nullable(),
  due: Day.nullable(),
  submitted: Day.nullable(),
  late: z.boolean(),
  locked: z.object({ on: Day, reason: z.string().nullable() }).nullable(),
  /** The version handed in last; 0 before the first. */
  version: z.number(),
  /** Cells differ from it. */
  changedSince: z.boolean(),
  cells: z.array(FilingCell),
  findings: z.array(SheetFinding),
  /** Why the caller may not write it; null when he may. */
  readOnly: Bilingual.nullable(),
  /** What its indicators are called and measured in. */
  indicators: z.array(
    z.object({
      code: IndicatorCode,
      name: Bilingual,
      unit: z.string(),
      decimals: z.number(),
      formula: z.string().nullable(),
      meaning: Bilingual,
    }),
  ),
});
export type Sheet = z.infer<typeof Sheet>;

export const CellChange = z.object({
  key: CellKey,
  /** Absent leaves it; null empties the cell. A plain decimal as text: anything else is refused for this cell alone. */
  value: z
    .union([Text.max(60), z.object({ missing: z.enum(filedReasons) })])
    .nullable()
    .optional(),
  explanation: Text.max(500).nullable().optional(),
  comment: Text.max(500).nullable().optional(),
  /** The revision the writer saw. */
  seen: z.number().int().min(0),
});

export const CellFate = z.object({
  key: CellKey,
  fate: z.enum(['saved', 'same', 'conflict', 'refused']),
  revision: z.number(),
  /** What stands there now, where another came first. */
  theirs: Cell.nullable(),
  reason: Bilingual.nullable(),
});

export const BoardRow = z.object({
  id: FilingId,
  unit: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  state: CaseState,
  step: Bilingual.nullable(),
  holder: Bilingual.nullable(),
  due: Day.nullable(),
  submitted: Day.nullable(),
  late: z.boolean(),
  /** Cells filled or with a reason, of all that are asked. */
  filled: z.number(),
  asked: z.number(),
  open: z.number(),
  /** Whether the caller may accept or approve it now, and which. */
  may: z.enum(['accept', 'approve']).nullable(),
});

const rates = z.object({ due: z.number(), submitted: z.number(), late: z.number(), complete: z.number(), approved: z.number() });

export const Fate = z.object({ id: FilingId, done: z.boolean(), reason: Bilingual.nullable() });

export const statistics = {
  forms: procedure
    .route({ method: 'GET', path: '/statistics/forms' })
    .input(z.object({ dataset: Dataset, on: Day }))
    .output(z.array(FormRowHead)),
  form: procedure
    .route({ method: 'GET', path: '/statistics/forms/{code}' })
    .input(z.object({ code: FormCode, dataset: Dataset, on: Day }))
    .output(z.object({ form: Form, version: z.number(), pack: z.string().nullable() })),
  /** Filings for every unit the form asks, each with its case; units that have one are left alone. */
  openPeriod: procedure
    .route({ method: 'POST', path: '/statistics/periods' })
    .input(z.object({ dataset: Dataset, form: FormCode, period: Period, on: Day }))
    .output(z.object({ opened: z.number(), standing: z.number() })),
  lockPeriod: procedure
    .route({ method: 'POST', path: '/statistics/locks' })
    .input(z.object({ dataset: Dataset, form: FormCode, period: Period, on: Day, reason: Text.trim().min(1).max(300) }))
    .output(z.object({ locked: z.number() })),
  /** One form and period over the units the caller answers for, with rates. */
  board: procedure
    .route({ method: 'GET', path: '/statistics/board' })
    .input(
      Page.extend({
        dataset: Dataset,
        on: Day,
        form: FormCode,
        period: Period.optional(),
        state: z.enum(['all', 'late', 'mine', 'returned', 'approved', 'open']).default('all'),
        sort: z.enum(['place', 'name', 'state', 'due', 'filled']).default('place'),
        search: Text.max(60).default(''),
      }),
    )
    .output(
      z.object({
        period: Period.nullable(),
        periods: z.array(Period),
        locked: Day.nullable(),
        rates,
        total: z.number(),
        rows: z.array(BoardRow),
      }),
    ),
  /** Late and complete rates by period, newest first. */
  timeliness: procedure
    .route({ method: 'GET', path: '/statistics/timeliness' })
    .input(z.object({ dataset: Dataset, on: Day, form: FormCode }))
    .output(z.array(rates.extend({ period: Period }))),
  sheet: procedure
    .route({ method: 'GET', path: '/statistics/filings/{id}' })
    .input(z.object({ id: FilingId, on: Day }))
    .output(Sheet),
  /** Autosave: each cell has its own fate; nothing of one cell stops another. */
  saveCells: procedure
    .route({ method: 'POST', path: '/statistics/filings/{id}/cells' })
    .input(z.object({ id: FilingId, cells: z.array(CellChange).min(1).max(500), key: RequestKey, on: Day }))
    .output(
      z.object({
        fates: z.array(CellFate),
        findings: z.array(SheetFinding),
        computed: z.array(z.object({ key: CellKey, value: Cell.nullable() })),
      }),
    ),
  /** Freezes the cells as a version and hands it in. Refused while a finding stops it. */
  submit: procedure
    .route({ method: 'POST', path: '/statistics/filings/{id}/submission' })
    .input(z.object({ id: FilingId, key: RequestKey, text: Text.trim().max(500).optional(), on: Day }))
    .output(z.object({ version: z.number(), state: CaseState, late: z.boolean() })),
  /** Accepts or approves many; each in a transaction of its own. */
  decide: procedure
    .route({ method: 'POST', path: '/statistics/decisions' })
    .input(
      z.object({
        ids: z.array(FilingId).min(1).max(500),
        kind: z.enum(['accept', 'approve']),
        text: Text.trim().max(500).optional(),
        on: Day,
      }),
    )
    .output(z.array(Fate)),
  /** Versions handed in, with what each changed against the one before. */
  versions: procedure
    .route({ method: 'GET', path: '/statistics/filings/{id}/versions' })
    .input(z.object({ id: FilingId }))
    .output(
      z.array(
        z.object({
          version: Version,
          at: z.string(),
          unit: Bilingual,
          approved: Day.nullable(),
          reason: z.string().nullable(),
          afterLock: z.boolean(),
          changes: z.array(z.object({ key: CellKey, before: Cell.nullable(), after: Cell.nullable(), explanation: z.string().nullable() })),
        }),
      ),
    ),
  template: procedure
    .route({ method: 'GET', path: '/statistics/filings/{id}/template.xlsx' })
    .input(z.object({ id: FilingId, on: Day, language: z.enum(['zh', 'en']).default('zh') }))
    .output(z.file()),
  /** Reads a filled template: every cell with its fate, every error at once. Writes nothing: saveCells does. */
  readFile: procedure
    .route({ method: 'POST', path: '/statistics/filings/{id}/reading' })
    .input(z.object({ id: FilingId, file: z.file(), on: Day }))
    .output(
      z.object({
        cells: z.array(CellChange.extend({ label: z.string(), before: Cell.nullable() })),
        problems: z.array(
          z.object({
            sheet: z.string().nullable(),
            row: z.number().nullable(),
            column: z.string().nullable(),
            value: z.string().nullable(),
            reason: Bilingual,
          }),
        ),
      }),
    ),
  attach: procedure
    .route({ method: 'POST', path: '/statistics/filings/{id}/evidence' })
    .input(z.object({ id: FilingId, key: CellKey, file: z.file(), on: Day }))
    .output(FilingCell.shape.evidence),
  evidence: procedure
    .route({ method: 'GET', path: '/statistics/filings/{id}/evidence/{sha256}' })
    .input(z.object({ id: FilingId, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(z.file()),
  /** Who is in the statistics (入统名单), from which day to which. */
  roster: procedure
    .route({ method: 'GET', path: '/statistics/roster' })
    .input(z.object({ dataset: Dataset, on: Day }))
    .output(
      z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          jurisdiction: z.string(),
          from: Day,
          to: Day.nullable(),
          reason: z.string(),
          mayChange: z.boolean(),
        }),
      ),
    ),
  /** Takes a unit in from a day, or with `to` lets it go after a day. */
  enrol: procedure
    .route({ method: 'POST', path: '/statistics/roster' })
    .input(
      z.object({
        dataset: Dataset,
        unit: z.string().max(80),
        from: Day,
        to: Day.nullable(),
        reason: Text.trim().min(1).max(300),
        on: Day,
      }),
    )
    .output(z.object({ unit: z.string(), from: Day, to: Day.nullable() })),
  /** What each unit is asked, how often a year, and what is asked twice (F34). */
  burden: procedure
    .route({ method: 'GET', path: '/statistics/burden' })
    .input(z.object({ dataset: Dataset, on: Day }))
    .output(
      z.object({
        forms: z.array(
          z.object({
            code: FormCode,
            title: Bilingual,
            audience: Form.shape.audience,
            perYear: z.number(),
            filled: z.number(),
            prefilled: z.number(),
            units: z.number(),
          }),
        ),
        /** By kind of unit: cells a year typed by hand, cells a year already held. */
        audiences: z.array(z.object({ audience: Form.shape.audience, units: z.number(), cells: z.number(), held: z.number() })),
        twice: z.array(
          z.object({
            indicator: IndicatorCode,
            name: Bilingual,
            /** same: the same indicator; alike: another with the same meaning by name and unit; derivable: follows from what others file. */
            how: z.enum(['same', 'alike', 'derivable']),
            asked: z.array(z.object({ form: FormCode, title: Bilingual, frequency: Grain })),
            advice: Bilingual,
          }),
        ),
      }),
    ),
};
