// Consultation (征求意见, F105–F106): rounds in which units or the public comment on one frozen version, and every comment is answered.
// It knows no business noun: `noun` and `id` name the subject, as in approvals.
import { commentOutcomes, roundKinds, roundStates } from '@zhenghe/engine/consultation';
import { z } from 'zod';
import { CaseUnit, Stance } from './approvals.ts';
import { Bilingual, Citation, Dataset, Day, Place, Text } from './kernel.ts';
import { levelled } from './level.ts';
import { procedure } from './procedure.ts';

export const RoundKind = z.enum(roundKinds);
export const RoundState = z.enum(roundStates);
export const CommentOutcome = z.enum(commentOutcomes);

/** What a comment speaks of: a cell or table of the subject, a clause of a document, or (both null) the whole. */
const Aim = z.object({ place: Place.nullable(), clause: Citation.nullable() });

export const RoundRow = z.object({
  id: z.uuid(),
  noun: z.string(),
  subject: z.string(),
  dataset: Dataset,
  /** Of the version that is consulted on. */
  title: z.string(),
  jurisdiction: z.string(),
  version: z.number(),
  /** 1, 2, 3 … within the subject and the kind. */
  number: z.number(),
  kind: RoundKind,
  state: RoundState,
  opensOn: Day,
  /** Last day on which comments are taken. */
  closesOn: Day,
  /** Working days left on the asked day; 0 on the last; null once it is over. */
  daysLeft: z.number().nullable(),
  comments: z.number(),
  unanswered: z.number(),
  /** Internal rounds: units asked, and how many have answered (no opinion is an answer). */
  asked: z.number(),
  answered: z.number(),
  /** The caller's unit is asked and has not answered; or it drafts, and has comments to answer or answers to publish. */
  waitsForMe: z.boolean(),
});
export type RoundRow = z.infer<typeof RoundRow>;

export const CommentAnswer = z.object({
  outcome: CommentOutcome,
  reason: z.string(),
  /** The version in which it was taken up; null when nothing changed for it. */
  version: z.number().nullable(),
  on: Day,
  by: Bilingual,
});

export const Comment = z.object({
  id: z.uuid(),
  /** 1, 2, 3 … within the round, as printed in the answer table. */
  number: z.number(),
  aim: Aim,
  text: z.string(),
  /** How often it came in word for word; shown and answered once. */
  times: z.number(),
  on: Day,
  /** Internal rounds: who answered and how; null in public ones. */
  unit: CaseUnit.nullable(),
  stance: Stance.nullable(),
  /** L3: only for the unit that answers; null for everybody else, when none was left, and when it was purged. */
  contact: z
    .object({ name: levelled(z.string(), 'contact-name').nullable(), reach: levelled(z.string(), 'contact-reach').nullable() })
    .nullable(),
  contactPurgedOn: Day.nullable(),
  /** Not shown to the public, and why (abuse, somebody's personal data); it is answered all the same. */
  withheld: Bilingual.nullable(),
  answer: CommentAnswer.nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** One line of the grid of an internal round. */
export const AskedUnit = z.object({
  unit: CaseUnit,
  standing: z.enum(['waiting', 'late', 'given', 'silent']),
  stance: Stance.nullable(),
  comments: z.number(),
  on: Day.nullable(),
});

export const RoundDetail = RoundRow.extend({
  /** What the drafting unit says with it. */
  note: z.string().nullable(),
  by: Bilingual,
  touchesBusiness: z.boolean(),
  /** The rule the length was checked against: 7 working days, 30 days when it touches business. */
  rule: z.object({ text: Bilingual, clause: Citation.nullable() }),
  endedEarly: z.object({ on: Day, reason: z.string() }).nullable(),
  publishedOn: Day.nullable(),
  /** The version of the round before, to show the difference; null in the first. */
  previous: z.object({ round: z.uuid(), version: z.number() }).nullable(),
  /** Address of the subject's page in the web, and of the page that shows the difference to `previous`. */
  link: z.string(),
  compareLink: z.string().nullable(),
  units: z.array(AskedUnit),
  /** For the public: none before the answers are published, except those of this browser's own receipt. */
  said: z.array(Comment),
  may: z.object({
    comment: z.boolean(),
    answer: z.boolean(),
    withhold: z.boolean(),
    end: z.boolean(),
    publish: z.boolean(),
  }),
  /** Where a comment may aim: tables and cells of the version, with words a citizen reads. */
  places: z.array(Place),
  /** Clauses of the documents the subject follows. */
  clauses: z.array(Citation),
});
export type RoundDetail = z.infer<typeof RoundDetail>;

const oneSubject = z.object({ noun: z.string().max(40), id: z.string().max(100) });
const oneRound = z.object({ round: z.uuid() });
const oneComment = oneRound.extend({ comment: z.uuid() });

/** What a form for a new round starts from. */
export const RoundOffer = z.object({
  /** The newest version, which the round would be on. */
  version: z.number(),
  /** Why no round can begin now; null when one can. */
  refused: Bilingual.nullable(),
  /** Whom an internal round may ask. */
  units: z.array(CaseUnit),
  /** The earliest last day of a public round that begins on the asked day. */
  earliest: z.object({ plain: Day, business: Day }),
  rule: z.object({ public: Bilingual, internal: Bilingual }),
});
export type RoundOffer = z.infer<typeof RoundOffer>;

export const consultation = {
  /** Rounds of one subject, or of all the caller may see; the public sees public rounds only. */
  list: procedure
    .route({ method: 'GET', path: '/consultation' })
    .input(
      z.object({
        dataset: Dataset,
        on: Day,
        noun: z.string().max(40).optional(),
        subject: z.string().max(100).optional(),
        state: RoundState.optional(),
      }),
    )
    .output(z.array(RoundRow)),
  get: procedure
    .route({ method: 'GET', path: '/consultation/{round}' })
    .input(oneRound.extend({ on: Day }))
    .output(RoundDetail),
  offer: procedure
    .route({ method: 'GET', path: '/consultation/offers/{noun}/{id}' })
    .input(oneSubject.extend({ on: Day }))
    .output(RoundOffer),
  /** Opens a round on the newest version, which then stands still until the round is over. */
  begin: procedure
    .route({ method: 'POST', path: '/consultation' })
    .input(
      oneSubject.extend({
        kind: RoundKind,
        version: z.number().int().min(1),
        closesOn: Day,
        touchesBusiness: z.boolean(),
        /** Internal rounds: who is asked. */
        units: z.array(z.string().max(60)).max(60).optional(),
        note: Text.max(2000).optional(),
        on: Day,
      }),
    )
    .output(RoundDetail),
  /** Ends a round before its day because a new draft is coming; its comments are still answered. */
  end: procedure
    .route({ method: 'POST', path: '/consultation/{round}/end' })
    .input(oneRound.extend({ reason: Text.min(1).max(500), on: Day }))
    .output(RoundDetail),
  /** A unit's opinion, or a citizen's comment without any account. Answers a receipt that later finds the answer. */
  comment: procedure
    .route({ method: 'POST', path: '/consultation/{round}/comments' })
    .input(
      oneRound.extend({
        aim: Aim,
        text: Text.max(2000),
        stance: Stance.optional(),
        name: levelled(Text.max(60), 'contact-name').optional(),
        reach: levelled(Text.max(120), 'contact-reach').optional(),
        /** A field no person sees; what fills it is a machine. */
        website: z.string().max(200).optional(),
        /** Made by the browser for one form: the same key twice is one comment. */
        key: z.uuid(),
        on: Day,
      }),
    )
    .output(z.object({ receipt: z.string(), number: z.number() })),
  /** What became of the comment behind a receipt. */
  receipt: procedure
    .route({ method: 'GET', path: '/consultation/receipts/{receipt}' })
    .input(z.object({ receipt: z.string().max(40), on: Day }))
    .output(z.object({ round: RoundRow, comment: Comment })),
  answer: procedure
    .route({ method: 'POST', path: '/consultation/{round}/comments/{comment}/answer' })
    .input(
      oneComment.extend({
        outcome: CommentOutcome,
        reason: Text.trim().min(1).max(2000),
        version: z.number().int().min(1).optional(),
        on: Day,
      }),
    )
    .output(RoundDetail),
  withhold: procedure
    .route({ method: 'POST', path: '/consultation/{round}/comments/{comment}/withholding' })
    .input(oneComment.extend({ reason: Text.trim().min(1).max(500), on: Day }))
    .output(RoundDetail),
  /** Publishes the answer table, once every comment has its answer. */
  publish: procedure
    .route({ method: 'POST', path: '/consultation/{round}/publication' })
    .input(oneRound.extend({ on: Day }))
    .output(RoundDetail),
};
