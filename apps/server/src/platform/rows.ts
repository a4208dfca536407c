// Generated from the migrated database by `npm run docs`; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

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

/** What was done with a plan, in order; its state is a fold over these rows and stands nowhere else */
export interface PlanActions {
  /** The plan */
  readonly plan_id: string;
  /** Order within the plan: 1, 2, 3 … */
  readonly seq: number;
  /** As on the plan; kept here so that the guard can tell training rows */
  readonly dataset: string;
  /** saved, imported, submitted, withdrawn, accepted or approved */
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

/** Which migration files this database has had; an applied file never changes */
export interface SchemaMigrations {
  /** File name in apps/server/migrations */
  readonly name: string;
  /** Checksum of the file as it was applied */
  readonly sha256: string;
  /** When it was applied */
  readonly applied_at: Generated<string>;
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
  readonly audit_entries: AuditEntries;
  readonly jurisdictions: Jurisdictions;
  readonly load_batches: LoadBatches;
  readonly plan_actions: PlanActions;
  readonly plan_versions: PlanVersions;
  readonly plans: Plans;
  readonly policy_packs: PolicyPacks;
  readonly schema_migrations: SchemaMigrations;
  readonly source_files: SourceFiles;
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
