// A zone body as it is handed in to be recorded: all it has been through, each fact with its days.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Cell, Day, DecimalText } from '@zhenghe/engine/kernel';
import type { LineageAct, UncountedLabel, ZoneArea, ZoneBlock, ZonePlate, ZoneType } from '@zhenghe/engine/zones';

export type Grade = ZonePlate['level'];
export type FromPrecision = 'day' | 'month' | 'year' | 'on-record';

/** A value from a day until the next of its list, or until the body ends. */
export interface Since<T> {
  readonly from: Day;
  readonly value: T;
}

export interface ZoneRecord {
  readonly id: string;
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly point: readonly [number, number];
  readonly from: Day;
  readonly fromPrecision: FromPrecision;
  /** The paper that states the first day. */
  readonly fromDocument?: string | null;
  /** First day on which the body no longer exists. */
  readonly to: Day | null;
  /** At least one each, the first from the body's first day. */
  readonly names: readonly Since<string>[];
  readonly kinds: readonly Since<{ readonly type: ZoneType; readonly grade: Grade }>[];
  /** Empty while the body always counts. */
  readonly labels: readonly Since<UncountedLabel | null>[];
  readonly industries: readonly string[];
  readonly plates: readonly ZonePlate[];
  readonly areas: readonly ZoneArea[];
  readonly blocks: readonly (ZoneBlock & { readonly from: Day })[];
  readonly approval: string | null;
  readonly note: string | null;
  readonly source: string | null;
  readonly confidence: 'high' | 'medium' | 'low' | null;
}

export interface ActRecord extends LineageAct {
  readonly dataset: Dataset;
  readonly precision: 'day' | 'month' | 'year';
}

/** What the list shows of a body over one span of days. */
export interface ZoneSpan {
  readonly from: Day;
  readonly to: Day | null;
  readonly name: string;
  readonly type: ZoneType;
  readonly grade: Grade;
  readonly label: UncountedLabel | null;
  readonly plates: number;
  readonly area: Cell<DecimalText>;
  readonly calibre: ZoneArea['calibre'] | null;
  readonly ends: boolean;
}
