// What a noun tells the definitions about its kind (wiring.ts registers it): what would be wrong with a draft, what ships in packs,
// and how it is called. The definitions know no noun beyond this.
import type { DefinitionKind as Kind } from '@zhenghe/contract/definitions';
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import type { Body, BodyOf, Definition } from './record.ts';

export interface Drafting<B> {
  readonly rulebook: Rulebook;
  readonly dataset: Dataset;
  /** The day it would hold on: what else is in force then stands around it. */
  readonly on: Day;
  readonly body: B;
  /** What is proposed together with it: a bundle's form may name an indicator that the bundle brings. */
  readonly beside: readonly Definition[];
}

export interface DefinitionKind<K extends Kind> {
  readonly kind: K;
  readonly title: (body: BodyOf<K>) => Bilingual;
  /** What ships in packs. */
  readonly shipped: (rulebook: Rulebook) => readonly BodyOf<K>[];
  /** Every problem at once; empty when it may come into force on that day. */
  readonly validate: (db: Database, draft: Drafting<BodyOf<K>>) => Promise<readonly DefinitionProblem[]>;
}

/** A kind whose body is what the contract checked for that kind. */
export interface AnyKind {
  readonly kind: Kind;
  readonly title: (body: Body) => Bilingual;
  readonly shipped: (rulebook: Rulebook) => readonly Body[];
  readonly validate: (db: Database, draft: Drafting<Body>) => Promise<readonly DefinitionProblem[]>;
}
export type DefinitionKinds = readonly AnyKind[];

/** The one place where the body's kind is taken on trust: definitions are kept and read by their kind. */
export function definitionKind<K extends Kind>({ kind, title, shipped, validate }: DefinitionKind<K>): AnyKind {
  return {
    kind,
    shipped,
    title: (body) => title(body as BodyOf<K>),
    validate: (db, draft) => validate(db, { ...draft, body: draft.body as BodyOf<K> }),
  };
}

/** What ships under that code; null where no pack has it. */
export function shippedBody(kind: AnyKind, rulebook: Rulebook, code: string): Body | null {
  return kind.shipped(rulebook).find((body) => body.code === code) ?? null;
}
