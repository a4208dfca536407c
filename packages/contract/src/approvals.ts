// Approvals: a case is the list of what units did with one subject (a plan, later others), and what each may do next.
// It knows no business noun: `noun` and `id` name the subject, its own pages show it.
import { actionKinds, caseStates, stances, taskKinds } from '@zhenghe/engine/approvals';
import { z } from 'zod';
import { Bilingual, Dataset, Day, Place, Text } from './kernel.ts';
import { levelled } from './level.ts';
import { procedure } from './procedure.ts';

export const CaseState = z.enum(caseStates);
export const CaseActionKind = z.enum(actionKinds);
export const Stance = z.enum(stances);

export const CaseUnit = z.object({ id: z.string(), name: Bilingual });

/** One cell, or with only a table a whole table, and why it came back. */
export const CellReason = z.object({ place: Place.extend({ label: Text }), text: Text.trim().min(1).max(500) });

/** What somebody is to do now: since when, until when, and how many working days are left (negative: late; null: no date). */
export const CaseTask = z.object({
  kind: z.enum(taskKinds),
  unit: CaseUnit,
  since: Day,
  due: Day.nullable(),
  /** Working days from the asked day to `due`; 0 on the day itself. */
  daysLeft: z.number().nullable(),
  /** Full working days it has lain there. */
  daysHeld: z.number(),
  /** The units that may act in its stead today. */
  delegates: z.array(CaseUnit),
});

export const CaseOpinion = z.object({
  unit: CaseUnit,
  /** asked: not answered yet; later: its turn in a sequence has not come; silent: noted by the holder that none was given. */
  standing: z.enum(['asked', 'later', 'given', 'silent']),
  stance: Stance.nullable(),
  text: z.string().nullable(),
  /** The version it speaks of, and the day. */
  version: z.number().nullable(),
  on: Day.nullable(),
  /** Added by 加签, not by the workflow. */
  added: z.boolean(),
});

export const CaseStep = z.object({
  id: z.string(),
  title: Bilingual,
  /** draft: the drafting unit; review: accepts and hands on; decide: approves or refuses. */
  kind: z.enum(['draft', 'review', 'decide']),
  unit: CaseUnit,
  standing: z.enum(['done', 'now', 'later']),
  by: CaseUnit.nullable(),
  on: Day.nullable(),
  text: z.string().nullable(),
  signing: z.enum(['parallel', 'sequence']),
  opinions: z.array(CaseOpinion),
  /** Working days given for the step; null where nothing sets any. */
  workingDays: z.number().nullable(),
});

export const CaseAction = z.object({
  seq: z.number(),
  on: Day,
  kind: CaseActionKind,
  unit: CaseUnit,
  /** The unit in whose stead it acted under a delegation. */
  insteadOf: CaseUnit.nullable(),
  /** The office or role card that acted. */
  card: levelled(z.string(), 'person-id'),
  version: z.number(),
  stance: Stance.nullable(),
  text: z.string().nullable(),
  paper: z.string().nullable(),
  to: CaseUnit.nullable(),
  due: Day.nullable(),
  reasons: z.array(CellReason),
});

const Need = z.enum(['required', 'optional', 'none']);

/** One thing the caller may do now, and what it needs. A form can be built from this alone. */
export const AllowedAction = z.object({
  kind: CaseActionKind,
  /** The unit acted for: the caller's own, or one that delegated to it. */
  unit: CaseUnit,
  needs: z.object({
    text: Need,
    paper: Need,
    /** Reasons by cell; a return needs at least one. */
    reasons: Need,
    to: Need,
    /** A day: the answer is due, or the delegation ends. */
    due: Need,
    stance: Need,
  }),
  /** Whom `to` may name. */
  units: z.array(CaseUnit),
});

export const CaseView = z.object({
  noun: z.string(),
  id: z.string(),
  dataset: Dataset,
  title: z.string(),
  workflow: z.object({
    id: z.string(),
    pack: z.string(),
    clause: z.string(),
    title: Bilingual,
    /** Where the working days come from: no document gives any, so they are the product's default and say so. */
    deadlines: z.enum(['text', 'product-default', 'unset']),
    note: Bilingual,
  }),
  state: CaseState,
  /** 1 for the first round; a revision after a decision opens the next. */
  round: z.number(),
  /** The subject's version the case speaks of now. */
  version: z.number(),
  /** The version approved last, on what day and paper; null before any approval. */
  inForce: z.object({ version: z.number(), on: Day, paper: z.string().nullable() }).nullable(),
  /** How many actions were seen: `act` hands it back, so that two people cannot act on the same picture. */
  seen: z.number(),
  steps: z.array(CaseStep),
  tasks: z.array(CaseTask),
  since: Day,
  due: Day.nullable(),
  daysLeft: z.number().nullable(),
  actions: z.array(CaseAction),
  /** While returned: what came back, from whom, on which version. */
  returned: z.object({ version: z.number(), on: Day, by: CaseUnit, text: z.string().nullable(), reasons: z.array(CellReason) }).nullable(),
  /** Cells that may be changed now: null for all (a draft), [] for none (under review or frozen). */
  unlocked: z.array(Place).nullable(),
  /** Empty when the page looks at a past day. */
  allowed: z.array(AllowedAction),
});
export type CaseView = z.infer<typeof CaseView>;

export const WorkItem = z.object({
  noun: z.string(),
  id: z.string(),
  title: z.string(),
  /** GB/T 2260 code; the reader's language names it. */
  place: z.string(),
  state: CaseState,
  task: z.enum(taskKinds),
  /** Who has to act. */
  unit: CaseUnit,
  since: Day,
  due: Day.nullable(),
  daysLeft: z.number().nullable(),
  daysHeld: z.number(),
  /** Address in the web, without the data set and the day: /plans/training-330726 */
  link: z.string(),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** At most 50 items; `total` counts all. */
export const WorkList = z.object({ total: z.number(), items: z.array(WorkItem) });

/** Nobody's task stands in two of the first four lists. */
export const MyWork = z.object({
  /** Mine, past its day; the latest first. */
  late: WorkList,
  /** Mine, sent back to be mended. */
  returned: WorkList,
  /** Mine, due within five working days. */
  due: WorkList,
  /** Mine, everything else. */
  waitingOnMe: WorkList,
  /** I handed it on; who has it, and since when. */
  waitingOnOthers: WorkList,
  /** For leaders (city, province): open tasks of others in their area, the longest held first. */
  stuck: WorkList,
});
export type MyWork = z.infer<typeof MyWork>;

const oneCase = z.object({ noun: z.string().max(40), id: z.string().max(100) });

export const approvals = {
  get: procedure
    .route({ method: 'GET', path: '/approvals/{noun}/{id}' })
    .input(oneCase.extend({ on: Day }))
    .output(CaseView),
  act: procedure
    .route({ method: 'POST', path: '/approvals/{noun}/{id}/actions' })
    .input(
      oneCase.extend({
        kind: CaseActionKind,
        version: z.number().int().min(1),
        seen: z.number().int().min(0),
        /** Whom the caller acts for, when a delegation gives a choice; otherwise the first allowed. */
        unit: z.string().max(60).optional(),
        text: Text.trim().min(1).max(2000).optional(),
        paper: Text.trim().min(1).max(200).optional(),
        reasons: z.array(CellReason).max(200).optional(),
        to: z.string().max(60).optional(),
        due: Day.optional(),
        stance: Stance.optional(),
        on: Day,
      }),
    )
    .output(CaseView),
  work: procedure
    .route({ method: 'GET', path: '/my-work' })
    .input(z.object({ dataset: Dataset, on: Day }))
    .output(MyWork),
};
