// What is written down of boundaries: a reading, a draft, a set, a layer. Shared by queries, actions and the loaders.
import type { LayerRow, Reading } from '@zhenghe/contract/boundaries';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Crs, Feature, FeatureSet, LayerVersion, ShapeFinding } from '@zhenghe/engine/boundaries';
import { areaOf } from '@zhenghe/engine/boundaries';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { Decimal } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import type { Actor } from '../accounts/index.ts';

export type Target = Reading['target'];
export type Mapping = NonNullable<Reading['found']>['mapping'];

export interface ReadingRecord {
  readonly id: string;
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly target: Target;
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string };
  readonly stage: Reading['stage'];
  readonly doing: Bilingual | null;
  readonly share: number;
  readonly found: Reading['found'];
  readonly problems: Reading['problems'];
  readonly crs: Crs | null;
  readonly mapping: Mapping | null;
  readonly draft: string | null;
  readonly on: Day;
  readonly by: Actor;
}

export interface DraftRecord {
  readonly id: string;
  readonly revision: number;
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly target: Target;
  readonly file: { readonly name: string; readonly sha256: string } | null;
  readonly crs: Crs | null;
  readonly surveyGrade: boolean;
  readonly features: readonly Feature[];
  readonly findings: readonly ShapeFinding[];
  readonly by: Actor;
}

/** Features to be kept once for their content. */
export interface NewSet {
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly features: readonly Feature[];
  readonly surveyGrade: boolean;
  readonly source: string | null;
  readonly by: Actor;
}

export interface NewLayer extends Pick<LayerRow, 'kind' | 'title' | 'owner' | 'source' | 'validFrom' | 'dataset' | 'jurisdiction'> {
  readonly id: string;
  readonly set: string;
  readonly by: Actor;
}

export type LayerRecord = LayerVersion & { readonly dataset: Dataset };

/** What a plan carries of its boundaries. */
export interface Carried {
  readonly sha256: string;
  readonly surveyGrade: boolean;
}

export function setOf(features: readonly Feature[]): FeatureSet {
  return { format: 'zhenghe-boundaries/1', features };
}

export function setHash(features: readonly Feature[]): string {
  return hashOf(setOf(features));
}

/** m², two digits. */
export function areaSum(features: readonly Feature[]): string {
  return features.reduce((sum, { shape }) => sum.plus(areaOf(shape).toFixed(2)), new Decimal(0)).toFixed(2);
}
