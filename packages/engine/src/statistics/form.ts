// A form (报表) as data: which units file which indicators, how often, who fills, checks and decides, and what is checked.
import type { Bilingual, Citation, Day, DecimalText, Grain } from '../kernel/index.ts';

/** zones: every zone body alive at the end of the period; the others: the place itself. */
export const audiences = ['zones', 'counties', 'cities', 'province'] as const;
export type Audience = (typeof audiences)[number];

export const severities = ['block', 'explain'] as const;
export type Severity = (typeof severities)[number];

export interface FormRow {
  /** Code of an indicator: filed when it has no formula, computed and locked when it has one. */
  readonly indicator: string;
  /** A required row without figure needs a reason; others may stay empty. */
  readonly required: boolean;
  readonly help: Bilingual | null;
  /** Calibre to file under; null for the one in force. A second row of the same indicator under its old calibre bridges a break. */
  readonly calibre: string | null;
}

export interface FormGroup {
  readonly id: string;
  readonly title: Bilingual;
  readonly rows: readonly FormRow[];
}

interface CheckHead {
  readonly id: string;
  readonly title: Bilingual;
  readonly severity: Severity;
  /** Null: set by the product, and says so. */
  readonly clause: Citation | null;
}

/** Codes in `rows` stand for every filed row of the form when the list is empty. */
export type FormCheck = CheckHead &
  (
    | {
        readonly kind: 'arithmetic';
        readonly left: string;
        readonly relation: '=' | '<=' | '>=';
        readonly right: string;
        readonly tolerance: DecimalText;
      }
    /** Factors between what was typed and what was meant: '10000' for 元 in a row of 万元. */
    | { readonly kind: 'unit-slip'; readonly rows: readonly string[]; readonly factors: readonly DecimalText[] }
    | {
        readonly kind: 'jump';
        readonly rows: readonly string[];
        /** In per cent: '50'. A jump is beyond both this and the modified z. */
        readonly yearOnYear: DecimalText;
        readonly modifiedZ: DecimalText;
        /** Figures of the past that must be there, of any season. */
        readonly least: number;
      }
    | { readonly kind: 'peers'; readonly rows: readonly string[]; readonly modifiedZ: DecimalText; readonly least: number }
    /** `spread` in per cent: how far the fastest may grow above the slowest, as factors of a year. */
    | { readonly kind: 'triangle'; readonly tax: string; readonly electricity: string; readonly land: string; readonly spread: DecimalText }
    | { readonly kind: 'within'; readonly rows: readonly string[] }
  );

export interface Form {
  /** kebab-case: 'zone-monthly'. */
  readonly code: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly audience: Audience;
  readonly frequency: Grain;
  /** First and last day on which a period may end for the form to ask for it. */
  readonly from: Day;
  readonly to: Day | null;
  readonly groups: readonly FormGroup[];
  /** Days after the end of the period: filled and checked by the unit, then per level. Working days. */
  readonly dueDays: number;
  readonly levelDays: number;
  /** 'text' where a document gives the days; else the product's default, shown as such. */
  readonly dueFrom: 'text' | 'product-default';
  readonly checks: readonly FormCheck[];
  readonly clause: Citation | null;
  readonly note: Bilingual | null;
}

export const formCode = /^[a-z][a-z0-9-]{0,58}[a-z0-9]$/;
