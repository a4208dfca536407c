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

/** Every table of the database. */
export interface Tables {
  readonly audit_entries: AuditEntries;
  readonly plan_actions: PlanActions;
  readonly plan_versions: PlanVersions;
  readonly plans: Plans;
  readonly policy_packs: PolicyPacks;
  readonly schema_migrations: SchemaMigrations;
}
