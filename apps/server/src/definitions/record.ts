// A definition as it is written down: what was proposed, and what became of it. The body is what the contract says of its kind.
import type { DefinitionBody, DefinitionKind as Kind } from '@zhenghe/contract/definitions';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import type { Actor } from '../accounts/index.ts';

export type Definition = z.infer<typeof DefinitionBody>;
export type BodyOf<K extends Kind> = Extract<Definition, { readonly kind: K }>['body'];
export type Body = Definition['body'];

export interface Decision {
  readonly decision: 'put-in-force' | 'refuse' | 'withdraw';
  /** 1, 2, 3 … within the code; null where it was not put in force. */
  readonly version: number | null;
  /** First day it holds for; null where it was not put in force. */
  readonly from: Day | null;
  readonly reason: string | null;
  readonly on: Day;
  readonly person: string;
  readonly by: Actor;
}

export interface Proposal {
  readonly id: string;
  readonly dataset: Dataset;
  readonly kind: Kind;
  readonly code: string;
  /** The version it was drawn up from; null for what ships in a pack, and for what is new. */
  readonly base: string | null;
  readonly from: Day;
  readonly title: Bilingual;
  readonly body: Body;
  readonly sha256: string;
  readonly reason: string;
  readonly on: Day;
  readonly unit: string | null;
  readonly person: string;
  readonly by: Actor;
}

/** As it is read. */
export interface Drafted extends Proposal {
  readonly decided: Decision | null;
}
