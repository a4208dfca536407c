// Generated from the migrated database by `npm run docs`; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Sessions of people: open ones and, until they are cleared, ended ones */
export interface AccountSessions {
  /** Random id shown in the list of sessions; not the token */
  readonly id: string;
  /** sha256 of the token in the cookie */
  readonly token_sha256: string;
  /** Whose */
  readonly person_id: string;
  /** The office that acts; null before one is chosen */
  readonly office_id: string | null;
  /** The office whose view is looked at, read-only; null otherwise */
  readonly view_as: string | null;
  /** Sign-in, for the absolute end */
  readonly began_at: string;
  /** Latest request, for the idle end; exact to half a minute */
  readonly last_seen_at: string;
  /** Latest proof of identity by password and second factor */
  readonly proved_at: string | null;
  /** Network address at sign-in; personal data, level L3 */
  readonly address: string;
  /** Browser at sign-in, as it names itself */
  readonly agent: string;
  /** When it ended; null while it is open */
  readonly ended_at: string | null;
  /** signed-out, ended (from the list), idle, expired, replaced (by a new sign-in) or reset */
  readonly ended_why: string | null;
  /** The identity it was opened with; null for a password */
  readonly identity_id: string | null;
  /** The provider says that it asked for a second factor, in the way the settings accept */
  readonly vouched: Generated<boolean>;
}

/** Settings of sign-in; the last row holds, without one the defaults */
export interface AccountSettings {
  /** Order of setting */
  readonly id: GeneratedAlways<number>;
  /** passwordProfile, idleMinutes, absoluteHours */
  readonly content: ColumnType<unknown, string, string>;
  /** When it was set */
  readonly set_at: Generated<string>;
  /** The system administrator who set it */
  readonly set_by: string;
}

/** What was done in a case, in order; append-only */
export interface ApprovalActions {
  /** As on the case */
  readonly noun: string;
  /** As on the case */
  readonly subject: string;
  /** Order within the case: 1, 2, 3 …; two people cannot write the same one */
  readonly seq: number;
  /** As on the case; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** What was done */
  readonly kind: string;
  /** The unit it was done for */
  readonly unit: string;
  /** The unit whose person did it; another one only under a delegation */
  readonly by_unit: string;
  /** The version of the subject it speaks of */
  readonly version: number;
  /** Hash of that version, so that what was decided on can be proved */
  readonly sha256: string;
  /** The day it was done; the training province has days of its own */
  readonly acted_on: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who did it: card, unit in two languages as it was called then, jurisdiction */
  readonly acted_by: ColumnType<unknown, string, string>;
  /** Of an opinion: agree, disagree, no-opinion */
  readonly stance: string | null;
  /** What was said with it */
  readonly words: string | null;
  /** Number of the paper it was done by */
  readonly paper: string | null;
  /** Whom it was handed, lent, put to, or who was reminded */
  readonly to_unit: string | null;
  /** Until when an answer is asked for, or the delegation runs */
  readonly due: string | null;
  /** Of a return: cells with a reason each */
  readonly reasons: ColumnType<unknown, string | undefined, string>;
}

/** One case a subject: the way it travels, as it was resolved on its first day */
export interface ApprovalCases {
  /** Kind of subject: plans */
  readonly noun: string;
  /** Id of the subject in its own noun */
  readonly subject: string;
  /** real or training, as the subject */
  readonly dataset: string;
  /** GB/T 2260 code of the place whose subject it is */
  readonly jurisdiction: string;
  /** Steps, units and working days with their clause; a later pack does not change them */
  readonly workflow: ColumnType<unknown, string, string>;
  /** The day the subject began; a draft from then on */
  readonly opened_on: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
}

/** Derived from the actions, written anew with each: who had what to do over which days. Read for work lists only */
export interface ApprovalTasks {
  /** As on the case */
  readonly noun: string;
  /** As on the case */
  readonly subject: string;
  /** As on the case */
  readonly dataset: string;
  /** As on the case */
  readonly jurisdiction: string;
  /** draft, mend, review, decide, opine */
  readonly kind: string;
  /** Who had to act */
  readonly unit: string;
  /** Since when it lay there */
  readonly since: string;
  /** Until when, by the working days of the workflow; null where nothing sets a day */
  readonly due: string | null;
  /** False while opinions that were asked for are out */
  readonly ready: boolean;
  /** First day on which the task stood like this */
  readonly valid_from: string;
  /** First day on which it did no longer; null while it does */
  readonly valid_to: string | null;
  /** Name of that unit in both languages, from the workflow */
  readonly unit_name: ColumnType<unknown, string, string>;
  /** State of the case over those days */
  readonly state: string;
  /** due, or infinity where nothing sets a day */
  readonly latest: GeneratedAlways<string>;
}

/** Append-only record of every action that changed something */
export interface AuditEntries {
  /** Order of writing */
  readonly id: GeneratedAlways<number>;
  /** When the transaction of the action began */
  readonly at: Generated<string>;
  /** real, or training for the invented training province */
  readonly dataset: string;
  /** Id of the account or demo role card that acted */
  readonly actor: string;
  /** Role in which it acted */
  readonly role: string;
  /** Name of the unit it acted for, as it was then */
  readonly unit: string;
  /** GB/T 2260 code of the place it acted for */
  readonly jurisdiction: string;
  /** What was done, as noun/verb: plans/submit */
  readonly action: string;
  /** What it was done to, as noun/id */
  readonly object: string;
  /** Hash of the content before; null when there was none */
  readonly before_sha256: string | null;
  /** Hash of the content after; null when it ended */
  readonly after_sha256: string | null;
  /** Request that carried the action, as in the log */
  readonly request_id: string;
  /** Clause the action stands on, as pack:clause; null when there is none */
  readonly clause: string | null;
}

/** Signed states of the audit log: so many entries, with these Merkle roots (RFC 6962) */
export interface AuditHeads {
  /** Order of signing */
  readonly number: GeneratedAlways<number>;
  /** How many leaves the head covers */
  readonly size: number;
  /** When it was signed, to the millisecond */
  readonly at: string;
  /** Merkle root with SHA-256 */
  readonly sha256: string;
  /** Merkle root with SM3 */
  readonly sm3: string;
  /** Algorithm of the signature */
  readonly algorithm: string;
  /** First 16 digits of the SHA-256 of the public key */
  readonly key_id: string;
  /** Public key, PEM */
  readonly public_key: string;
  /** Over the canonical JSON of size, time and both roots; base64 */
  readonly signature: string;
  /** Of SM2, the user id (GM/T 0009); null for algorithms that know none */
  readonly user_id: string | null;
}

/** The order in which committed entries became leaves of the tree: numbered when a head is made, without gaps */
export interface AuditLeaves {
  /** Number of the leaf, from 0 */
  readonly leaf: number;
  /** The entry; ids have gaps and may be committed out of order, leaf numbers may not */
  readonly entry_id: number;
  /** SHA-256 of 0x00 and the canonical JSON of the entry */
  readonly sha256: Buffer;
  /** The same with SM3 */
  readonly sm3: Buffer;
}

/** Features on the table of one unit, not yet part of a plan or layer; each change is a new revision */
export interface BoundaryDrafts {
  /** The draft */
  readonly id: string;
  /** 1, 2, 3 … */
  readonly revision: number;
  /** real or training */
  readonly dataset: string;
  /** GB/T 2260 code of the place whose land it is */
  readonly jurisdiction: string;
  /** What it is for: a plan, or a layer of a place */
  readonly target: ColumnType<unknown, string, string>;
  /** Name and sha256 of the file it came from; null when it was drawn */
  readonly file: ColumnType<unknown, string | null, string | null>;
  /** The system the file was in; null when it was drawn */
  readonly crs: ColumnType<unknown, string | null, string | null>;
  /** False when a figure came from GCJ-02 or BD-09 */
  readonly survey_grade: boolean;
  /** zhenghe-boundaries/1 */
  readonly content: ColumnType<unknown, string, string>;
  /** What normalising had to say, each with its place */
  readonly findings: ColumnType<unknown, string, string>;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who made this revision */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** Versions of layers a plan is checked against; the newest by its day stands until the next */
export interface BoundaryLayers {
  /** Stable id used in addresses and reports */
  readonly id: string;
  /** real or training */
  readonly dataset: string;
  /** What it shows: ecology 生态保护红线, farmland 永久基本农田 … */
  readonly kind: string;
  /** GB/T 2260 code of the place it covers */
  readonly jurisdiction: string;
  /** Name in two languages */
  readonly title: ColumnType<unknown, string, string>;
  /** Department that owns it, in two languages */
  readonly owner: ColumnType<unknown, string, string>;
  /** Document and number it comes from */
  readonly source: string;
  /** First day on which it binds */
  readonly valid_from: string;
  /** Its features */
  readonly set_sha256: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who put it in force */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** How a sender's files were read last: remembered so that nobody maps twice */
export interface BoundaryMappings {
  /** Place of the sender */
  readonly unit: string;
  /** Names of the file's fields, sorted, one a line */
  readonly fields: string;
  /** Fields of the file by our names */
  readonly mapping: ColumnType<unknown, string, string>;
  /** When it was last used */
  readonly recorded_at: Generated<string>;
}

/** Files being read: work under way, not a record; the file itself stays in source_files */
export interface BoundaryReadings {
  /** Also the id of its job in the queue */
  readonly id: string;
  /** real or training */
  readonly dataset: string;
  /** GB/T 2260 code of the place whose land it is */
  readonly jurisdiction: string;
  /** What it is for: a plan, or a layer of a place */
  readonly target: ColumnType<unknown, string, string>;
  /** The bytes as they were handed in */
  readonly file_sha256: string;
  /** Name under which they were handed in */
  readonly file_name: string;
  /** reading, confirm (waits for a person), measuring, done, failed, cancelled */
  readonly stage: string;
  /** What is being done, in two languages */
  readonly doing: ColumnType<unknown, string | null, string | null>;
  /** How far, 0…1 */
  readonly share: Generated<number>;
  /** What the file holds, with guesses of its system */
  readonly found: ColumnType<unknown, string | null, string | null>;
  /** Why it failed: every problem at once */
  readonly problems: ColumnType<unknown, string | undefined, string>;
  /** The system a person confirmed */
  readonly crs: ColumnType<unknown, string | null, string | null>;
  /** Fields of the file by our names, as a person confirmed them */
  readonly mapping: ColumnType<unknown, string | null, string | null>;
  /** What came of it */
  readonly draft: string | null;
  /** The as-of day of the page it was asked from */
  readonly asked_on: string;
  /** When it was handed in */
  readonly recorded_at: Generated<string>;
  /** Who handed it in: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** Reports already computed, by the hash of all they rest on; a report can always be computed again to the same bytes */
export interface BoundaryReports {
  /** sha256 over set, annex, layers, rules and answers */
  readonly key: string;
  /** real or training */
  readonly dataset: string;
  /** Place of the plan */
  readonly jurisdiction: string;
  /** Areas, overlaps, pieces, growth, findings */
  readonly report: ColumnType<unknown, string, string>;
  /** When it was computed */
  readonly recorded_at: Generated<string>;
}

/** Features that belong together: the blocks of a plan, one version of a layer; kept once for each content */
export interface BoundarySets {
  /** sha256 over the canonical JSON of the content, its identity */
  readonly sha256: string;
  /** real, or training: drawn for practice and marked everywhere */
  readonly dataset: string;
  /** GB/T 2260 code of the place whose land it is */
  readonly jurisdiction: string;
  /** zhenghe-boundaries/1: features with code, name, attributes and rings in EPSG:4490 */
  readonly content: ColumnType<unknown, string, string>;
  /** How many features */
  readonly features: number;
  /** Sum of the features' ellipsoidal areas, m² */
  readonly area: string;
  /** False when a figure came from GCJ-02 or BD-09 */
  readonly survey_grade: boolean;
  /** The file it was read from; null when it was drawn */
  readonly source_sha256: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who kept it: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** What was done in a round, in order, without what was said; append-only */
export interface ConsultationActions {
  /** The round */
  readonly round_id: string;
  /** Order within the round: 1, 2, 3 …; two people cannot write the same one */
  readonly seq: number;
  /** As on the round; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** What was done */
  readonly kind: string;
  /** The day it was done; the training province has days of its own */
  readonly acted_on: string;
  /** The unit it was done for; null for a citizen, and for the product when it purges */
  readonly unit: string | null;
  /** Who did it: card, unit in two languages, jurisdiction; of a citizen nothing */
  readonly acted_by: ColumnType<unknown, string, string>;
  /** The comment it makes or speaks of; a comment that came in again word for word names the first */
  readonly comment_id: string | null;
  /** A unit's bare stance: there is nothing to answer */
  readonly wordless: Generated<boolean>;
  /** Of an answer: adopted, partly, not */
  readonly outcome: string | null;
  /** Of an answer: the version that took the comment up */
  readonly version: number | null;
  /** Hash of the receipt that finds the comment again; the receipt itself is kept nowhere */
  readonly receipt_sha256: string | null;
  /** Of a public comment: hash of its words and aim, to tell what came in before */
  readonly same_sha256: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
}

/** L3: how to reach who left a comment; read by the answering unit alone, deleted some time after publication */
export interface ConsultationContacts {
  /** The round */
  readonly round_id: string;
  /** The action that made the comment */
  readonly seq: number;
  /** As on the round */
  readonly dataset: string;
  /** The name that was left, if any */
  readonly name: string | null;
  /** Telephone, mail or address that was left, if any */
  readonly reach: string | null;
}

/** A round of consultation: one frozen version, from a day to a day; only added */
export interface ConsultationRounds {
  /** Named in addresses */
  readonly id: string;
  /** Kind of subject: plans */
  readonly noun: string;
  /** Id of the subject in its own noun */
  readonly subject: string;
  /** real or training, as the subject */
  readonly dataset: string;
  /** GB/T 2260 code of the place whose subject it is; its unit asks and answers */
  readonly jurisdiction: string;
  /** internal: units are asked; public: everybody is */
  readonly kind: string;
  /** 1, 2, 3 … within the subject and the kind */
  readonly number: number;
  /** The version that is consulted on; it stands still until the round is over */
  readonly version: number;
  /** Hash of that version */
  readonly sha256: string;
  /** What the version is called */
  readonly title: string;
  /** First day on which comments are taken */
  readonly opens_on: string;
  /** Last day on which comments are taken */
  readonly closes_on: string;
  /** Touches how firms do business: then it has to last longer */
  readonly touches_business: boolean;
  /** What the length was checked against, in two languages, with its clause where there is one */
  readonly rule: ColumnType<unknown, string, string>;
  /** Internal rounds: units asked, with their names as they were called then */
  readonly asked: ColumnType<unknown, string | undefined, string>;
  /** The ids of the units in asked */
  readonly asked_ids: Generated<readonly string[]>;
  /** What the drafting unit says with it */
  readonly note: string | null;
  /** Who began it: card, unit in two languages, jurisdiction */
  readonly begun_by: ColumnType<unknown, string, string>;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
}

/** What was said in comments, answers and reasons; apart, as it is not open to all before it is published */
export interface ConsultationWords {
  /** The round */
  readonly round_id: string;
  /** The action it was said with */
  readonly seq: number;
  /** As on the round; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** The text as it was sent; never read as HTML or as a formula */
  readonly words: string;
  /** What a comment speaks of: a place of the version, a clause, or neither */
  readonly aim: ColumnType<unknown, string | null, string | null>;
  /** Of a unit: agree, disagree, no-opinion */
  readonly stance: string | null;
}

/** What became of a proposal: at most one row each; only added */
export interface DefinitionDecisions {
  /** The proposal */
  readonly proposal_id: string;
  /** As on the proposal */
  readonly dataset: string;
  /** As on the proposal */
  readonly kind: string;
  /** As on the proposal */
  readonly code: string;
  /** put-in-force and refuse by another person, withdraw by the unit that proposed it */
  readonly decision: string;
  /** 1, 2, 3 … within the code in the order they were put in force; null for the others */
  readonly version: number | null;
  /** First day it holds for: as proposed, and not before it was decided */
  readonly in_force_from: string | null;
  /** Why, where something was written */
  readonly reason: string | null;
  /** The day it was decided; the training province has days of its own */
  readonly decided_on: string;
  /** Who decided: the person, or the card where there are no people */
  readonly person: string;
  /** Who decided: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
}

/** Definitions of indicators, forms and tags as somebody proposed them; only added */
export interface DefinitionProposals {
  /** Named in addresses */
  readonly id: string;
  /** real, or training: defined for practice */
  readonly dataset: string;
  /** What is defined */
  readonly kind: string;
  /** Its code within the kind */
  readonly code: string;
  /** The version put in force last when it was proposed; null where only a pack, or nothing, had it */
  readonly base: string | null;
  /** First day it is meant to hold for; it never holds for days before it was decided */
  readonly from_day: string;
  /** What it is called, in two languages */
  readonly title: ColumnType<unknown, string, string>;
  /** The definition itself, as the contract has it; json, so that its fields keep their order */
  readonly body: ColumnType<unknown, string, string>;
  /** Hash of the body */
  readonly sha256: string;
  /** Why it is proposed */
  readonly reason: string;
  /** The day it was proposed; the training province has days of its own */
  readonly proposed_on: string;
  /** Unit it was proposed for, as cases name units; its members may take it back */
  readonly unit: string | null;
  /** Who proposed it, so that another decides: the person, or the card where there are no people */
  readonly person: string;
  /** Who proposed it: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Order in which proposals were written */
  readonly seq: GeneratedAlways<number>;
}

/** The finished files, by their hash */
export interface DocumentFiles {
  /** The paper */
  readonly document_id: string;
  /** As on the paper; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** sha256 of the bytes */
  readonly sha256: string;
  /** Length in bytes */
  readonly size: number;
  /** File name offered to the reader */
  readonly name: string;
  /** Address printed with the verify code; needed to make the same bytes again */
  readonly address: string;
  /** The docx or xlsx itself */
  readonly bytes: Buffer;
  /** When it was kept */
  readonly recorded_at: Generated<string>;
}

/** How the making of a paper went, in order; where it stands is its last row */
export interface DocumentSteps {
  /** The paper */
  readonly document_id: string;
  /** Order within the paper: 1, 2, 3 … */
  readonly seq: number;
  /** As on the paper; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** asked, started, drawn, written, kept; stumbled: tried once more; failed, cancelled */
  readonly kind: string;
  /** What to tell the reader, in two languages */
  readonly note: ColumnType<unknown, string | null, string | null>;
  /** When it happened */
  readonly recorded_at: Generated<string>;
}

/** A paper asked for: bound to one version of a plan, its hash, the rules and the day; only added */
export interface Documents {
  /** Also the id of its job in the queue */
  readonly id: string;
  /** As on the plan; training papers carry the mark on every page */
  readonly dataset: string;
  /** Verify code: random, twelve characters without look-alikes */
  readonly code: string;
  /** plan 方案, request 请示, reply 批复, findings 检查结果报告, answers 征求意见采纳情况表, answers-sheet the same as a workbook */
  readonly kind: string;
  /** The plan */
  readonly plan_id: string;
  /** The version it prints */
  readonly version: number;
  /** sha256 of that version's content */
  readonly plan_sha256: string;
  /** Packs the check rests on: id, version, hash */
  readonly packs: ColumnType<unknown, string, string>;
  /** Everything the paper says, frozen when it was asked for (zhenghe-paper/1) */
  readonly content: ColumnType<unknown, string, string>;
  /** sha256 over the canonical JSON of content; the same content gives the same file for the same code and address */
  readonly content_sha256: string;
  /** The as-of day of the page it was asked from */
  readonly made_on: string;
  /** Who asked: card, unit in two languages, jurisdiction */
  readonly made_by: ColumnType<unknown, string, string>;
  /** When it was asked for */
  readonly recorded_at: Generated<string>;
}

/** Ways to the provider and back, each good once and for ten minutes; cleared after a day */
export interface IdentityFlows {
  /** sha256 of the state that goes out and must come back */
  readonly state_sha256: string;
  /** sha256 of the cookie of the browser that went: no other may come back */
  readonly browser_sha256: string;
  /** Nonce and PKCE verifier, sealed with a key outside the database */
  readonly sealed: string;
  /** sign-in, proof (of who is there) or link (tie an identity to the account) */
  readonly purpose: string;
  /** The session that proves or links; null for a sign-in */
  readonly session_id: string | null;
  /** The invitation that a sign-in came with */
  readonly invitation: string | null;
  /** Path of ours to open afterwards */
  readonly back: string;
  /** When it began */
  readonly started_at: Generated<string>;
  /** When the browser came back; a second time is refused */
  readonly returned_at: string | null;
  /** Whose identity the provider confirmed, while the code of the second factor is still to come */
  readonly identity_id: string | null;
  /** The provider asked the person anew for this way */
  readonly fresh: Generated<boolean>;
  /** When the code was given */
  readonly finished_at: string | null;
}

/** Invitations of the security administrator to tie an identity to an account; each works once */
export interface IdentityInvitations {
  /** sha256 of the token, which was shown once */
  readonly token_sha256: string;
  /** To whose account */
  readonly person_id: string;
  /** Who invited */
  readonly invited_by: string;
  /** When */
  readonly invited_at: Generated<string>;
  /** Not good from then on */
  readonly expires_at: string;
  /** When it was used or withdrawn; null while it is good */
  readonly used_at: string | null;
}

/** One file taken in: what it is about, who brought it, and what the dry run rested on */
export interface ImportBatches {
  /** Also the id of its job in the queue */
  readonly id: string;
  /** Number people call it by */
  readonly number: GeneratedAlways<number>;
  /** real or training */
  readonly dataset: string;
  /** plans, zones, figures, units or statistics: who reads and writes it */
  readonly kind: string;
  /** The one subject it is about, such as a plan; null where it is about many */
  readonly target: string | null;
  /** What that subject was called then */
  readonly target_title: string | null;
  /** Place the sender acted for: the batch is open to it and to those above */
  readonly jurisdiction: string;
  /** Unit that sent it, as row-level security names it */
  readonly unit: string;
  /** Hash of file, mapping, what the dry run rested on, and sender: a second click finds the first */
  readonly ticket: string;
  /** Name under which the file was handed in */
  readonly file_name: string;
  /** sha256 of its bytes */
  readonly file_sha256: string;
  /** Bytes */
  readonly file_size: number;
  /** Which columns were read as which fields, where a person said so */
  readonly mapping: ColumnType<unknown, string, string>;
  /** Fingerprint of what the dry run rested on */
  readonly state: string;
  /** The as-of day of the page */
  readonly made_on: string;
  /** Who: card, unit in two languages, jurisdiction */
  readonly made_by: ColumnType<unknown, string, string>;
  /** When it was asked for */
  readonly recorded_at: Generated<string>;
}

/** The files as they were handed in */
export interface ImportFiles {
  /** The batch */
  readonly batch_id: string;
  /** As on the batch */
  readonly dataset: string;
  /** The file, unchanged; its hash stands with the batch */
  readonly bytes: Buffer;
}

/** Which of a sender's own headings are which fields, as its people said; the last row of a sheet counts */
export interface ImportMappings {
  /** Order of saying */
  readonly id: GeneratedAlways<number>;
  /** The unit that sends such files */
  readonly unit: string;
  /** Kind of import */
  readonly kind: string;
  /** Sheet of the form */
  readonly sheet: string;
  /** By field: the heading */
  readonly columns: ColumnType<unknown, string, string>;
  /** When it was said */
  readonly recorded_at: Generated<string>;
  /** Who said it: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** What each row of a file did: the provenance of every record that was imported */
export interface ImportRows {
  /** The batch */
  readonly batch_id: string;
  /** Order within the batch */
  readonly seq: number;
  /** As on the batch; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** As on the batch, for the index */
  readonly kind: string;
  /** Sheet of the file */
  readonly sheet: string;
  /** Row of that sheet, as the program shows it */
  readonly row_number: number;
  /** add, change, or same where nothing had to be written */
  readonly effect: string;
  /** The record it is about: a zone, a plan, a unit or a person */
  readonly subject: string | null;
  /** What that record is called */
  readonly label: string;
  /** Field by field: before and after */
  readonly changes: ColumnType<unknown, string, string>;
  /** What had to be known of it, in two languages */
  readonly note: ColumnType<unknown, string | null, string | null>;
}

/** How a batch went, in order; where it stands is its last row */
export interface ImportSteps {
  /** The batch */
  readonly batch_id: string;
  /** Order within the batch */
  readonly seq: number;
  /** As on the batch; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** asked, started, checked (so many rows), committed; failed and cancelled wrote nothing; undone */
  readonly kind: string;
  /** Counts, progress, note in two languages, reason of an undo, and what the kind needs to undo it */
  readonly detail: ColumnType<unknown, string, string>;
  /** Who: card, unit in two languages, jurisdiction */
  readonly acted_by: ColumnType<unknown, string, string>;
  /** When it happened */
  readonly recorded_at: Generated<string>;
}

/** The province, its 11 cities and 90 counties; loaded from data/territory, replaced as a whole */
export interface Jurisdictions {
  /** GB/T 2260 code */
  readonly code: string;
  /** Official Chinese name */
  readonly name: string;
  /** Romanised by rule for readers of English */
  readonly name_en: string;
  /** province, city (设区市) or county (县、市、区) */
  readonly level: string;
  /** Code of the city or province it belongs to; null for the province */
  readonly parent: string | null;
  /** One of the 26 mountain counties (山区26县) */
  readonly mountain26: boolean;
  /** One of the 6 island counties (海岛县) */
  readonly island: boolean;
  /** Longitude of a point for maps, CGCS2000 degrees */
  readonly lon: string;
  /** Latitude of a point for maps, CGCS2000 degrees */
  readonly lat: string;
  /** Whether an outline exists in counties.geojson; 临平, 钱塘 and 龙港 have none */
  readonly outlined: boolean;
}

/** The batches of shipped or generated data that stand in the database now */
export interface LoadBatches {
  /** territory, zones-real, policy, plans-real, training */
  readonly what: string;
  /** sha256 over the files and the loader version behind the batch */
  readonly hash: string;
  /** Rows written */
  readonly rows: number;
  /** When it was loaded */
  readonly loaded_at: Generated<string>;
}

/** Who holds which role in which unit, from when to when; proposed by one person, granted by another */
export interface Offices {
  /** Random id; the acting office of a session */
  readonly id: string;
  /** Who holds it */
  readonly person_id: string;
  /** In which unit */
  readonly unit_id: string;
  /** In which role */
  readonly role: string;
  /** First day */
  readonly valid_from: string;
  /** First day on which it no longer holds; null for open */
  readonly valid_to: string | null;
  /** setup for the first two administrators, granted for all others */
  readonly origin: string;
  /** Who proposed it; never its holder */
  readonly proposed_by: string | null;
  /** When it was proposed */
  readonly proposed_at: Generated<string>;
  /** Who granted or refused it; neither its holder nor its proposer */
  readonly decided_by: string | null;
  /** When it was decided */
  readonly decided_at: string | null;
  /** true granted, false refused, null not decided yet */
  readonly granted: boolean | null;
}

/** Earlier password hashes, so that an old password does not come back */
export interface PasswordHistory {
  /** Whose */
  readonly person_id: string;
  /** When another took its place */
  readonly replaced_at: Generated<string>;
  /** argon2id in PHC form */
  readonly password_hash: string;
}

/** People with an account; nobody registers himself */
export interface People {
  /** Random id, as in the audit record */
  readonly id: string;
  /** Name to sign in with; unique whatever its letter case */
  readonly login: string;
  /** Name as colleagues know it; personal data, level L3 */
  readonly name: string;
  /** Day of adding */
  readonly added_on: string;
  /** Day from which the account no longer opens; null while it does */
  readonly ended_on: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
}

/** Which identity of a provider opens whose account; tied by the person or by an invitation, never by an equal name or address */
export interface PeopleIdentities {
  /** Random id, as in the audit record */
  readonly id: string;
  /** Issuer, as its id tokens name it */
  readonly issuer: string;
  /** Subject, as the issuer names the person; personal data, level L3 */
  readonly subject: string;
  /** Whose account it opens */
  readonly person_id: string;
  /** When it was tied */
  readonly linked_at: Generated<string>;
  /** Who invited; null when the signed-in person tied it */
  readonly invited_by: string | null;
  /** When it was untied; null while it opens the account */
  readonly unlinked_at: string | null;
  /** Who untied it */
  readonly unlinked_by: string | null;
}

/** What proves who somebody is; read by sign-in alone */
export interface PeopleSecrets {
  /** Whose */
  readonly person_id: string;
  /** argon2id in PHC form */
  readonly password_hash: string;
  /** When it was set, for rotation */
  readonly password_set_at: Generated<string>;
  /** Set by another; to be changed at the first sign-in */
  readonly must_change: boolean;
  /** Secret of the second factor, sealed with a key outside the database; null without one */
  readonly totp_sealed: string | null;
  /** Last time step whose code was used: a code works once */
  readonly totp_step: number | null;
  /** Sealed secret whose first code has not been given yet */
  readonly totp_pending: string | null;
}

/** How the versions of a plan came about, in order; where the plan stands is folded from its case */
export interface PlanActions {
  /** The plan */
  readonly plan_id: string;
  /** Order within the plan: 1, 2, 3 … */
  readonly seq: number;
  /** As on the plan; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** saved or imported */
  readonly kind: string;
  /** The version it made or speaks of */
  readonly version: number;
  /** The day it was done; the training province has days of its own */
  readonly acted_on: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who did it: card, unit in two languages, jurisdiction */
  readonly acted_by: ColumnType<unknown, string, string>;
  /** What was said with it */
  readonly note: string | null;
  /** The file an import was read from; null for what was typed in, shipped or generated */
  readonly source_sha256: string | null;
}

/** The text of a plan, version by version; a correction is a new version */
export interface PlanVersions {
  /** The plan */
  readonly plan_id: string;
  /** 1, 2, 3 … without gaps */
  readonly version: number;
  /** As on the plan; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** Title, copied from the content for the list */
  readonly title: string;
  /** The plan as zhenghe-plan/1; areas are decimal text in km² */
  readonly content: ColumnType<unknown, string, string>;
  /** sha256 over the canonical JSON of the content */
  readonly sha256: string;
  /** Zones after integration, copied from the content for the list */
  readonly zones: number;
  /** Parks before integration, copied from the content for the list */
  readonly parks: number;
  /** Sum of the blocks before, km²; null when a block has no figure */
  readonly area_before: string | null;
  /** Sum of the blocks after, km²; null when a block has no figure */
  readonly area_after: string | null;
  /** Findings that block, by the rules in force on recorded_on */
  readonly blocking: number;
  /** Findings that could not be decided, by the rules in force on recorded_on */
  readonly unknown: number;
  /** Packs behind those two counts: id, version, hash */
  readonly packs: ColumnType<unknown, string, string>;
  /** The day the version counts from; the training province has days of its own */
  readonly recorded_on: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
  /** What the writer said about the version */
  readonly note: string | null;
}

/** Draft plans that came from a scenario */
export interface PlannerAdoptions {
  /** The scenario */
  readonly scenario_id: string;
  /** Its version */
  readonly version: number;
  /** The place whose draft it is */
  readonly jurisdiction: string;
  /** The plan */
  readonly plan_id: string;
  /** The version that was written */
  readonly plan_version: number;
  /** As on the scenario */
  readonly dataset: string;
  /** new: the plan began with it; version: a draft got a new version */
  readonly made: string;
  /** The solve it came from */
  readonly run_id: string;
  /** Why, in the words of who adopted it */
  readonly reason: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who adopted it */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** Scenarios that are no longer worked on; they can still be read */
export interface PlannerClosings {
  /** The scenario */
  readonly scenario_id: string;
  /** As on the scenario */
  readonly dataset: string;
  /** Why */
  readonly reason: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who closed it */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** Instances that were asked about, once for each content: what a result rests on can be solved again */
export interface PlannerInstances {
  /** Place whose parks it holds, which decides who reads it */
  readonly scope: string;
  /** sha256 over its canonical JSON */
  readonly hash: string;
  /** real or training */
  readonly dataset: string;
  /** The documented format of the planner's file */
  readonly content: ColumnType<unknown, string, string>;
  /** When it was first asked about */
  readonly recorded_at: Generated<string>;
}

/** What came out of a run */
export interface PlannerResults {
  /** The run */
  readonly run_id: string;
  /** As on the run */
  readonly dataset: string;
  /** As the contract answers it */
  readonly result: ColumnType<unknown, string, string>;
  /** Of a solve; null for other kinds */
  readonly status: string | null;
  /** Of a solve with a plan; null otherwise */
  readonly cost: number | null;
  /** Of a solve with a plan; null otherwise */
  readonly zones: number | null;
  /** Broken off by a person: it answers no later question */
  readonly stopped: Generated<boolean>;
  /** What the plan at a point of a frontier is put together from; null for other kinds */
  readonly beside: ColumnType<unknown, string | null, string | null>;
  /** When it was written */
  readonly recorded_at: Generated<string>;
}

/** What happened to a run, in order; where it stands follows from them */
export interface PlannerRunSteps {
  /** The run */
  readonly run_id: string;
  /** Order in which they were written */
  readonly seq: GeneratedAlways<number>;
  /** As on the run */
  readonly dataset: string;
  /** begun, news, stop (a person asked for its end), done, cancelled, failed */
  readonly kind: string;
  /** How far, best cost and bound of news; the reason of a failure */
  readonly detail: ColumnType<unknown, string | null, string | null>;
  /** When it was written */
  readonly recorded_at: Generated<string>;
}

/** What was asked of a version: solve, explain, frontier */
export interface PlannerRuns {
  /** Also the id of its job in the queue */
  readonly id: string;
  /** The scenario */
  readonly scenario_id: string;
  /** Its version */
  readonly version: number;
  /** As on the scenario */
  readonly dataset: string;
  /** As on the scenario */
  readonly scope: string;
  /** solve, explain or frontier */
  readonly kind: string;
  /** The place to be explained; null for other kinds */
  readonly jurisdiction: string | null;
  /** The instance it was asked about */
  readonly instance_hash: string;
  /** sha256 over instance, kind, place and engine: the same question is answered from what was computed before */
  readonly question: string;
  /** Engine and solver that compute it */
  readonly engine: string;
  /** The earlier run of the same question, whose result is this one's; null where it computes itself */
  readonly answered_by: string | null;
  /** When it was asked */
  readonly asked_at: Generated<string>;
  /** Who asked */
  readonly asked_by: ColumnType<unknown, string, string>;
}

/** Scenarios of a consolidation: what is weighed over the register of a day; nothing in force */
export interface PlannerScenarios {
  /** Stable id used in addresses */
  readonly id: string;
  /** real or training */
  readonly dataset: string;
  /** GB/T 2260 code of the province, a city or a county whose parks it is about */
  readonly scope: string;
  /** Day of the register */
  readonly day: string;
  /** Day on which the quotas and caps are those in force */
  readonly rules_on: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who began it: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** Versions of scenarios: settings, locks and decisions; each save is a new one */
export interface PlannerVersions {
  /** The scenario */
  readonly scenario_id: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** As on the scenario */
  readonly dataset: string;
  /** Name of the scenario from this version on */
  readonly name: string;
  /** Weights, limits and caps as people set them, exact decimals as text */
  readonly settings: ColumnType<unknown, string, string>;
  /** Together, apart, fixed outcomes */
  readonly locks: ColumnType<unknown, string, string>;
  /** National plates that may stand in one zone */
  readonly decisions: ColumnType<unknown, string, string>;
  /** What its writer has to say */
  readonly note: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who saved it */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** One integration plan of one jurisdiction; its text lives in plan_versions, its standing is folded from plan_actions */
export interface Plans {
  /** Stable id used in addresses */
  readonly id: string;
  /** real: records of real documents; training: invented rows for practice */
  readonly dataset: string;
  /** The code the plan file itself carries; unique in its data set */
  readonly code: string;
  /** GB/T 2260 code of the city or county whose plan it is; never changes */
  readonly jurisdiction: string;
}

/** Versions put in force by an approval: the newest one by its day is current. Only added to */
export interface PlansInForce {
  /** The plan */
  readonly plan_id: string;
  /** As on the plan */
  readonly dataset: string;
  /** The version that was approved; frozen since */
  readonly version: number;
  /** The day of the decision */
  readonly from_day: string;
  /** The paper (批复) it was decided by */
  readonly paper: string | null;
  /** Hash of the content that was approved */
  readonly sha256: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
}

/** Every policy pack the product has loaded, once for each content hash; rows are only added */
export interface PolicyPacks {
  /** Pack id, e.g. zj-2020-guidance */
  readonly id: string;
  /** sha256 over the canonical JSON of the pack; the identity of its content */
  readonly hash: string;
  /** The version its author gave it; two hashes under one version mean an edited file */
  readonly version: string;
  /** The whole pack: head, clauses, parameters, checks, targets, conflicts, facts */
  readonly content: ColumnType<unknown, string, string>;
  /** When the product first loaded this content */
  readonly stored_at: Generated<string>;
}

/** Codes for who has lost the second factor; random, each works once */
export interface RecoveryCodes {
  /** Whose */
  readonly person_id: string;
  /** sha256 of the code, which is kept nowhere */
  readonly code_sha256: string;
  /** When it was used; null while it is good */
  readonly used_at: string | null;
}

/** Which migration files this database has had; an applied file never changes */
export interface SchemaMigrations {
  /** File name in apps/server/migrations */
  readonly name: string;
  /** Checksum of the file as it was applied */
  readonly sha256: string;
  /** When it was applied */
  readonly applied_at: Generated<string>;
}

/** One-time tokens of the first start in production */
export interface SetupTokens {
  /** sha256 of the token that the console showed */
  readonly token_sha256: string;
  /** Not good from then on */
  readonly expires_at: string;
  /** When it was used; a used one is worthless */
  readonly used_at: string | null;
}

/** Failed sign-ins in a row, by account and by address, and how long each waits */
export interface SignInFailures {
  /** sha256 of account:LOGIN, address:SENDER or begin:SENDER; an IPv6 network is one sender */
  readonly key: string;
  /** How many in a row */
  readonly failures: number;
  /** The latest */
  readonly last_at: string;
  /** Nothing is tried before; null without a wait */
  readonly waits_until: string | null;
}

/** Files that plans were imported from, as they were handed in; the same bytes stand once, whoever hands them in again */
export interface SourceFiles {
  /** sha256 of the bytes, their identity */
  readonly sha256: string;
  /** Name under which the bytes were first handed in */
  readonly name: string;
  /** Bytes */
  readonly size: number;
  /** The file, unchanged */
  readonly bytes: Buffer;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who handed it in first: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** The worksheet of a filing, saved cell by cell; what was handed in stands frozen in statistics_versions */
export interface StatisticsCells {
  /** The filing */
  readonly filing: string;
  /** Code of the indicator, with @calibre where its row names one */
  readonly key: string;
  /** Exact decimal in the indicator's unit */
  readonly value: string | null;
  /** Why there is none; both null: nothing entered */
  readonly missing: string | null;
  /** The filer's words to a finding */
  readonly explanation: string | null;
  /** A remark */
  readonly comment: string | null;
  /** Raised by each save: a save names the one it saw */
  readonly revision: number;
  /** When it was saved last */
  readonly changed_at: Generated<string>;
  /** Who saved it last: card, unit in two languages, jurisdiction */
  readonly changed_by: ColumnType<unknown, string, string>;
}

/** Papers put beside a cell */
export interface StatisticsEvidence {
  /** The filing */
  readonly filing: string;
  /** The cell */
  readonly key: string;
  /** The file, kept by its hash */
  readonly sha256: string;
  /** Name under which it was handed in here */
  readonly name: string;
  /** Bytes */
  readonly size: number;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who put it there */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** Approved figures of filed indicators by unit and period; a correction is a new row, the old one names what replaced it */
export interface StatisticsFigures {
  /** real or training */
  readonly dataset: string;
  /** Id of a zone body, or the GB/T 2260 code of a place */
  readonly unit: string;
  /** Place of the unit, which decides who reads the row */
  readonly jurisdiction: string;
  /** Code of a filed indicator; derived ones are computed, never kept */
  readonly indicator: string;
  /** 2021, 2021-H1, 2021-Q1 or 2021-05 */
  readonly period: string;
  /** Calibre it was filed under; empty for the one in force in the period */
  readonly calibre: Generated<string>;
  /** The publication that made it current */
  readonly publication: number;
  /** Exact decimal in the indicator's unit; null when missing says why */
  readonly value: string | null;
  /** Why there is no figure */
  readonly missing: string | null;
  /** The filer's words to a finding; they travel with the figure */
  readonly explanation: string | null;
  /** The publication that corrected it; null for what is current */
  readonly replaced_in: number | null;
}

/** One sheet: a form, a unit, a period; where it stands is told by its case (approvals, noun statistics) */
export interface StatisticsFilings {
  /** dataset.form.unit.period */
  readonly id: string;
  /** real or training */
  readonly dataset: string;
  /** Code of the form */
  readonly form: string;
  /** The form as it was asked */
  readonly form_sha256: string;
  /** 2021, 2021-H1, 2021-Q1 or 2021-05 */
  readonly period: string;
  /** Id of a zone body, or code of a place */
  readonly unit: string;
  /** What the unit was called at the end of the period */
  readonly name: string;
  /** Place of the unit, which decides who reads it */
  readonly jurisdiction: string;
  /** Who fills it, as cases name units: 330726/zone-…, 330726/statistics */
  readonly office: string;
  /** From which day it is asked */
  readonly opened_on: string;
  /** Last day to hand in; null where nothing sets one */
  readonly due: string | null;
  /** Cells to be filled in; computed ones are not counted */
  readonly asked: number;
  /** Of them, those with a figure or a reason */
  readonly filled: Generated<number>;
  /** Findings that stop handing in, when it was saved last */
  readonly open: Generated<number>;
  /** Cells differ from the version handed in last */
  readonly changed: Generated<boolean>;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
}

/** Forms as they were asked: a later change of a form does not change what stands filed */
export interface StatisticsForms {
  /** sha256 over the canonical JSON of the body, its identity */
  readonly sha256: string;
  /** Code of the form */
  readonly code: string;
  /** 0 as it ships, 1, 2 … as changed in the product */
  readonly version: number;
  /** Groups, rows, checks, days */
  readonly body: ColumnType<unknown, string, string>;
  /** When it was first asked */
  readonly recorded_at: Generated<string>;
}

/** The newest publication of each data set; raised under its lock by the transaction that publishes */
export interface StatisticsHead {
  /** real or training */
  readonly dataset: string;
  /** Number of the newest publication; 0 before the first */
  readonly number: Generated<number>;
  /** Raised when rows were taken away as a whole (training reset): whoever holds figures reads them anew */
  readonly epoch: Generated<number>;
}

/** Periods that are closed: what changes in them afterwards is a marked correction */
export interface StatisticsLocks {
  /** real or training */
  readonly dataset: string;
  /** Code of the form */
  readonly form: string;
  /** 2021, 2021-H1, 2021-Q1 or 2021-05 */
  readonly period: string;
  /** First day of the lock */
  readonly locked_on: string;
  /** Why, in words */
  readonly reason: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who locked it */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** Periods a form was opened for */
export interface StatisticsPeriods {
  /** real or training */
  readonly dataset: string;
  /** Code of the form */
  readonly form: string;
  /** 2021, 2021-H1, 2021-Q1 or 2021-05 */
  readonly period: string;
  /** From which day units were asked */
  readonly opened_on: string;
  /** Last day to hand in */
  readonly due: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who opened it: card, unit in two languages, jurisdiction */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** Each act that made figures current: an approved filing, or a set of figures brought in */
export interface StatisticsPublications {
  /** real or training */
  readonly dataset: string;
  /** 1, 2, 3 … without gaps, in the order of commits */
  readonly number: number;
  /** Place of the filing; the province for sets of figures */
  readonly jurisdiction: string;
  /** The filing that was approved; null for figures brought in */
  readonly filing: string | null;
  /** Its version */
  readonly version: number | null;
  /** Where the figures come from, Chinese */
  readonly source_zh: string;
  /** Where the figures come from, English */
  readonly source_en: string;
  /** Unit that approved, in two languages; null for figures brought in */
  readonly approved_by: ColumnType<unknown, string | null, string | null>;
  /** Day of the approval, or of the source */
  readonly approved_on: string;
  /** Why what was approved before was corrected; null the first time */
  readonly reason: string | null;
  /** The period was locked already */
  readonly after_lock: Generated<boolean>;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
}

/** Writes that were asked under a key: the same key again is answered from here and writes nothing */
export interface StatisticsRequests {
  /** The filing */
  readonly filing: string;
  /** Chosen by who asked */
  readonly key: string;
  /** sha256 over what was asked: another question under the same key is refused */
  readonly asked_sha256: string;
  /** What was answered */
  readonly answer: ColumnType<unknown, string, string>;
  /** When it was answered */
  readonly recorded_at: Generated<string>;
}

/** Units taken into the statistics or let go (入统名单); a unit without a row is in while the register has it */
export interface StatisticsRoster {
  /** real or training */
  readonly dataset: string;
  /** Id of a zone body, or code of a place */
  readonly unit: string;
  /** Place of the unit */
  readonly jurisdiction: string;
  /** First day in it */
  readonly from_day: string;
  /** Last day in it; null while it lasts */
  readonly to_day: string | null;
  /** Why, in words */
  readonly reason: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: ColumnType<unknown, string, string>;
  /** When another row took its place; null for what holds */
  readonly replaced_at: string | null;
}

/** What was handed in, frozen: filled cells with explanations, and computed ones */
export interface StatisticsVersions {
  /** The filing */
  readonly filing: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** As on the filing */
  readonly dataset: string;
  /** Cells by key: value or missing, explanation, whether computed */
  readonly content: ColumnType<unknown, string, string>;
  /** sha256 over the canonical JSON of the content */
  readonly sha256: string;
  /** Day it was handed in */
  readonly handed_on: string;
  /** Why it corrects what was approved; null otherwise */
  readonly reason: string | null;
  /** The period was locked already */
  readonly after_lock: Generated<boolean>;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who handed it in */
  readonly recorded_by: ColumnType<unknown, string, string>;
}

/** The tree of units: governments from the divisions, zone bodies from the register, the rest added by hand */
export interface Units {
  /** Stable id: gov-330726, zone-… or a random one */
  readonly id: string;
  /** province, city, county, zone, township, department, company (platform company), firm or public */
  readonly kind: string;
  /** Name of the unit */
  readonly name: string;
  /** The unit above it; null for the province alone */
  readonly parent: string | null;
  /** GB/T 2260 code of the place it acts for */
  readonly jurisdiction: string;
  /** First day on which it exists here; 1900-01-01 where no first day is known */
  readonly valid_from: string;
  /** First day on which it exists no more; null while it does */
  readonly valid_to: string | null;
  /** territory, register or the id of the person who added it */
  readonly source: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** What a department is for, as the workflows name it: land, environment, finance …; null for other kinds, and for departments added before it was asked */
  readonly function: string | null;
  /** The unit as cases name it, with its place first: 330700/land; null for governments, which cases name by their place, for firms and the public */
  readonly case_unit: GeneratedAlways<string | null>;
}

/** The bodies an act takes from and gives to */
export interface ZoneActParties {
  /** As on the act and the zone: the two data sets can never meet in one act */
  readonly dataset: string;
  /** The body */
  readonly zone_id: string;
  /** The act */
  readonly act_id: string;
  /** from: it gives; to: it receives */
  readonly side: string;
  /** Order in the paper */
  readonly ordinal: number;
}

/** How a split divides the sums of its sources; the shares of one source add to 1 */
export interface ZoneActShares {
  /** As on the act */
  readonly dataset: string;
  /** The body that is divided */
  readonly from_zone: string;
  /** The body that receives the share */
  readonly to_zone: string;
  /** The act */
  readonly act_id: string;
  /** Share of the source's sums, 0 to 1, exact decimal */
  readonly share: string;
}

/** Acts of lineage: what made, changed or ended bodies, each with its day and its paper */
export interface ZoneActs {
  /** Stable id */
  readonly id: string;
  /** real or training */
  readonly dataset: string;
  /** found, merge, split, split-off, dissolve, convert, upgrade, rename */
  readonly kind: string;
  /** The day it took effect; the first of the month or year where only that is known */
  readonly acted_on: string;
  /** How exactly the day is known: day, month or year */
  readonly precision: string;
  /** The paper; says so where its number is not known */
  readonly paper: string;
  /** What a reader must know */
  readonly note: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: string;
}

/** Areas of a body by calibre (口径), each with its document; a later row of one calibre takes over from its day */
export interface ZoneAreas {
  /** As on the zone */
  readonly dataset: string;
  /** The zone body */
  readonly zone_id: string;
  /** approved 核准, planned 规划, integrated 整合提升范围, entrusted 授权管理, buildable 可建设, administrative 行政管辖 */
  readonly calibre: string;
  /** Day from which the figure holds */
  readonly valid_from: string;
  /** Area, km², exact decimal; null when missing says why */
  readonly area_km2: string | null;
  /** Why there is no figure */
  readonly missing: string | null;
  /** The paper that states the figure */
  readonly document: string;
  /** Extent, doubts, how exactly the date is known */
  readonly note: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: string;
  /** When a corrected row took its place; null for what the register says now */
  readonly replaced_at: string | null;
  /** How exactly valid_from is known: day, month or year */
  readonly from_precision: Generated<string>;
}

/** Blocks (区块) of a body with their four boundary texts (四至) */
export interface ZoneBlocks {
  /** As on the zone */
  readonly dataset: string;
  /** The zone body */
  readonly zone_id: string;
  /** Name of the block */
  readonly name: string;
  /** First day of the block */
  readonly valid_from: string;
  /** First day without it; null while it holds */
  readonly valid_to: string | null;
  /** Area, km², exact decimal; null when missing says why */
  readonly area_km2: string | null;
  /** Why there is no figure */
  readonly missing: string | null;
  /** Eastern boundary as the paper words it (东至) */
  readonly east: string | null;
  /** Southern boundary (南至) */
  readonly south: string | null;
  /** Western boundary (西至) */
  readonly west: string | null;
  /** Northern boundary (北至) */
  readonly north: string | null;
  /** Order in the paper */
  readonly ordinal: number;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: string;
  /** When a corrected row took its place; null for what the register says now */
  readonly replaced_at: string | null;
}

/** What held of a body over a span of days: a new row wherever any of it changes; the list reads this table alone */
export interface ZoneFacts {
  /** As on the zone */
  readonly dataset: string;
  /** The zone body */
  readonly zone_id: string;
  /** First day of the span */
  readonly valid_from: string;
  /** First day on which it no longer holds; null while it holds */
  readonly valid_to: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: string;
  /** When a corrected row took its place; null for what the register says now */
  readonly replaced_at: string | null;
  /** Name of the body in that span */
  readonly name: string;
  /** One of the nine types of S2 */
  readonly type: string;
  /** national, provincial or local */
  readonly grade: string;
  /** A label that leaves the count of 150 (特色小镇, 小微企业园 …); null while it counts */
  readonly label: string | null;
  /** City or county code */
  readonly jurisdiction: string;
  /** Code of the city, for filters that take in its counties */
  readonly city: string;
  /** Leading industries as the source names them */
  readonly industries: readonly string[];
  /** Number of plates (牌子) held in that span, from zone_plates */
  readonly plates: number;
  /** The area shown in lists, km², by the calibre beside it; null when none is known */
  readonly area_km2: string | null;
  /** Why there is no area */
  readonly area_missing: string | null;
  /** Calibre of the area shown; the first known of approved, integrated, planned, entrusted, buildable, administrative */
  readonly area_calibre: string | null;
  /** First day of the body */
  readonly life_from: string;
  /** How exactly life_from is known; on-record: only that it existed by then */
  readonly from_precision: string;
  /** First day on which the body no longer exists; null while it does */
  readonly life_to: string | null;
  /** Whether the body ends with this span */
  readonly ends: boolean;
  /** Pinyin of the name, for sorting */
  readonly spelling: string;
  /** Names, former names and plates with pinyin and initials, for search */
  readonly search: string;
  /** The paper that states the first day; null where the register has none */
  readonly from_document: string | null;
  /** valid_to, or infinity while it holds */
  readonly until: GeneratedAlways<string>;
}

/** Figures of parks: persons, output by industry, protected land; each of a day, with its source; missing is never zero */
export interface ZoneFigures {
  /** As on the zone */
  readonly dataset: string;
  /** The zone body */
  readonly zone_id: string;
  /** Place of the body, which decides who reads the figure */
  readonly jurisdiction: string;
  /** staff 管理人员 in persons, output 产值 in 亿元, protected 保护地 in km² */
  readonly figure: string;
  /** Industry of an output; empty for other figures, and where the whole output is missing */
  readonly industry: Generated<string>;
  /** Day the figure speaks of; the newest up to the asked day counts */
  readonly as_of: string;
  /** Exact decimal in the unit of the figure; null when missing says why */
  readonly value: string | null;
  /** Why there is no figure */
  readonly missing: string | null;
  /** Where it comes from */
  readonly source: string;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: string;
  /** When a corrected row took its place; null for what the register says now */
  readonly replaced_at: string | null;
}

/** The names a body has had */
export interface ZoneNames {
  /** As on the zone */
  readonly dataset: string;
  /** The zone body */
  readonly zone_id: string;
  /** The name */
  readonly name: string;
  /** First day of the name */
  readonly valid_from: string;
  /** First day without it; null while it holds */
  readonly valid_to: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: string;
  /** When a corrected row took its place; null for what the register says now */
  readonly replaced_at: string | null;
}

/** The plates (牌子) a body holds; one body may hold several */
export interface ZonePlates {
  /** As on the zone */
  readonly dataset: string;
  /** The zone body */
  readonly zone_id: string;
  /** Name on the plate */
  readonly name: string;
  /** national, provincial or local */
  readonly level: string;
  /** First day it is held */
  readonly valid_from: string;
  /** First day it is no longer held; null while it is */
  readonly valid_to: string | null;
  /** The paper that gave it, where known */
  readonly document: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: string;
  /** When a corrected row took its place; null for what the register says now */
  readonly replaced_at: string | null;
}

/** One row a zone body; what changes with time stands in the tables below */
export interface Zones {
  /** Stable id used in addresses */
  readonly id: string;
  /** real: from public records; training: invented for practice; never shown in one list */
  readonly dataset: string;
  /** City or county the body belongs to */
  readonly jurisdiction: string;
  /** Longitude of a point for maps, CGCS2000 degrees; the place of its county where its own is not known */
  readonly lon: string;
  /** Latitude of a point for maps, CGCS2000 degrees */
  readonly lat: string;
  /** Approval as the source words it */
  readonly approval: string | null;
  /** What a reader must know */
  readonly note: string | null;
  /** Where the record comes from */
  readonly source: string | null;
  /** high: stated in the source; medium: second-hand or partly inferred; low: verify; null for training rows */
  readonly confidence: string | null;
  /** When the row was written */
  readonly recorded_at: Generated<string>;
  /** Who wrote it */
  readonly recorded_by: string;
}

/** Every table of the database. */
export interface Tables {
  readonly account_sessions: AccountSessions;
  readonly account_settings: AccountSettings;
  readonly approval_actions: ApprovalActions;
  readonly approval_cases: ApprovalCases;
  readonly approval_tasks: ApprovalTasks;
  readonly audit_entries: AuditEntries;
  readonly audit_heads: AuditHeads;
  readonly audit_leaves: AuditLeaves;
  readonly boundary_drafts: BoundaryDrafts;
  readonly boundary_layers: BoundaryLayers;
  readonly boundary_mappings: BoundaryMappings;
  readonly boundary_readings: BoundaryReadings;
  readonly boundary_reports: BoundaryReports;
  readonly boundary_sets: BoundarySets;
  readonly consultation_actions: ConsultationActions;
  readonly consultation_contacts: ConsultationContacts;
  readonly consultation_rounds: ConsultationRounds;
  readonly consultation_words: ConsultationWords;
  readonly definition_decisions: DefinitionDecisions;
  readonly definition_proposals: DefinitionProposals;
  readonly document_files: DocumentFiles;
  readonly document_steps: DocumentSteps;
  readonly documents: Documents;
  readonly identity_flows: IdentityFlows;
  readonly identity_invitations: IdentityInvitations;
  readonly import_batches: ImportBatches;
  readonly import_files: ImportFiles;
  readonly import_mappings: ImportMappings;
  readonly import_rows: ImportRows;
  readonly import_steps: ImportSteps;
  readonly jurisdictions: Jurisdictions;
  readonly load_batches: LoadBatches;
  readonly offices: Offices;
  readonly password_history: PasswordHistory;
  readonly people: People;
  readonly people_identities: PeopleIdentities;
  readonly people_secrets: PeopleSecrets;
  readonly plan_actions: PlanActions;
  readonly plan_versions: PlanVersions;
  readonly planner_adoptions: PlannerAdoptions;
  readonly planner_closings: PlannerClosings;
  readonly planner_instances: PlannerInstances;
  readonly planner_results: PlannerResults;
  readonly planner_run_steps: PlannerRunSteps;
  readonly planner_runs: PlannerRuns;
  readonly planner_scenarios: PlannerScenarios;
  readonly planner_versions: PlannerVersions;
  readonly plans: Plans;
  readonly plans_in_force: PlansInForce;
  readonly policy_packs: PolicyPacks;
  readonly recovery_codes: RecoveryCodes;
  readonly schema_migrations: SchemaMigrations;
  readonly setup_tokens: SetupTokens;
  readonly sign_in_failures: SignInFailures;
  readonly source_files: SourceFiles;
  readonly statistics_cells: StatisticsCells;
  readonly statistics_evidence: StatisticsEvidence;
  readonly statistics_figures: StatisticsFigures;
  readonly statistics_filings: StatisticsFilings;
  readonly statistics_forms: StatisticsForms;
  readonly statistics_head: StatisticsHead;
  readonly statistics_locks: StatisticsLocks;
  readonly statistics_periods: StatisticsPeriods;
  readonly statistics_publications: StatisticsPublications;
  readonly statistics_requests: StatisticsRequests;
  readonly statistics_roster: StatisticsRoster;
  readonly statistics_versions: StatisticsVersions;
  readonly units: Units;
  readonly zone_act_parties: ZoneActParties;
  readonly zone_act_shares: ZoneActShares;
  readonly zone_acts: ZoneActs;
  readonly zone_areas: ZoneAreas;
  readonly zone_blocks: ZoneBlocks;
  readonly zone_facts: ZoneFacts;
  readonly zone_figures: ZoneFigures;
  readonly zone_names: ZoneNames;
  readonly zone_plates: ZonePlates;
  readonly zones: Zones;
}
