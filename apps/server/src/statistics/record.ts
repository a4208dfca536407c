// What is written down of a filing (F34, F39): its head, the cells of its worksheet, and the versions that were handed in.

import type { Form } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { FilingCell as FilingCellOnWire } from '@zhenghe/contract/statistics';
import type { Cell, Day, DecimalText, MissingReason, Period } from '@zhenghe/engine/kernel';
import type { Audience, CellKey } from '@zhenghe/engine/statistics';
import type { z } from 'zod';
import type { Actor } from '../accounts/index.ts';

/** The noun of its cases. */
export const noun = 'statistics';

export type FormBody = z.infer<typeof Form>;

export interface FilingKey {
  readonly dataset: Dataset;
  readonly form: string;
  readonly unit: string;
  readonly period: Period;
}

export function filingId({ dataset, form, unit, period }: FilingKey): string {
  return [dataset, form, unit, period].join('.');
}

/** Who fills it, as cases name units: the zone's own body, or the statistics of a place. */
export function officeOf(audience: Audience, { unit, jurisdiction }: { readonly unit: string; readonly jurisdiction: string }): string {
  return audience === 'zones' ? `${jurisdiction}/zone-${unit}` : `${jurisdiction}/statistics`;
}

export interface FilingHead extends FilingKey {
  readonly id: string;
  readonly formSha256: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly office: string;
  readonly openedOn: Day;
  readonly due: Day | null;
  readonly asked: number;
  readonly filled: number;
  readonly open: number;
  readonly changed: boolean;
}

/** A cell of the worksheet as it is kept. */
export interface StoredCell {
  readonly key: CellKey;
  readonly value: DecimalText | null;
  readonly missing: MissingReason | null;
  readonly explanation: string | null;
  readonly comment: string | null;
  readonly revision: number;
  readonly at: string;
  readonly by: Actor;
}

/** A cell of a version: frozen, computed ones too. */
export interface FrozenCell {
  readonly key: CellKey;
  /** The code its figure is published under, and the calibre its row names. */
  readonly indicator: string;
  readonly calibre: string | null;
  readonly value: FilingCellOnWire['value'];
  readonly explanation: string | null;
  readonly computed: boolean;
}

export interface Version {
  readonly version: number;
  readonly content: readonly FrozenCell[];
  readonly sha256: string;
  readonly on: Day;
  readonly reason: string | null;
  readonly afterLock: boolean;
  readonly at: string;
  readonly by: Actor;
}

export interface Lock {
  readonly on: Day;
  readonly reason: string;
}

export function cellOf({ value, missing }: Pick<StoredCell, 'value' | 'missing'>): Cell<DecimalText> | null {
  if (value !== null) return value;
  return missing === null ? null : { missing };
}
