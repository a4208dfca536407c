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
  /** The docx itself */
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
  /** plan 方案, request 请示, reply 批复, findings 检查结果报告 */
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
  /** sha256 of account:LOGIN or address:IP */
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
  readonly document_files: DocumentFiles;
  readonly document_steps: DocumentSteps;
  readonly documents: Documents;
  readonly jurisdictions: Jurisdictions;
  readonly load_batches: LoadBatches;
  readonly offices: Offices;
  readonly password_history: PasswordHistory;
  readonly people: People;
  readonly people_secrets: PeopleSecrets;
  readonly plan_actions: PlanActions;
  readonly plan_versions: PlanVersions;
  readonly plans: Plans;
  readonly plans_in_force: PlansInForce;
  readonly policy_packs: PolicyPacks;
  readonly recovery_codes: RecoveryCodes;
  readonly schema_migrations: SchemaMigrations;
  readonly setup_tokens: SetupTokens;
  readonly sign_in_failures: SignInFailures;
  readonly source_files: SourceFiles;
  readonly units: Units;
  readonly zone_act_parties: ZoneActParties;
  readonly zone_act_shares: ZoneActShares;
  readonly zone_acts: ZoneActs;
  readonly zone_areas: ZoneAreas;
  readonly zone_blocks: ZoneBlocks;
  readonly zone_facts: ZoneFacts;
  readonly zone_names: ZoneNames;
  readonly zone_plates: ZonePlates;
  readonly zones: Zones;
}
