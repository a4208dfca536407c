// The cells of a plan that a person types into: their address, how typed text is read, how a value is shown again.
// Empty text is a missing figure with its reason, never zero; text that cannot be read stays as it was typed.
import { type Cell, Decimal, isDay, isDecimalText, isMissing, type Missing } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';

/** Lists of a plan whose rows have an address; `organisation` is a single record. */
export const cellTables = ['blocks', 'sums', 'parks', 'townships', 'organisation', 'milestones'] as const;
export type CellTable = (typeof cellTables)[number];

export interface CellRef {
  readonly table: CellTable;
  /** A code, a township's name, a milestone's phase; empty for the organisation. */
  readonly row: string;
  readonly field: string;
}

export type CellKind = 'area' | 'count' | 'day' | 'share';
export type TextProblem = 'not-a-number' | 'negative' | 'impossible' | 'not-whole' | 'not-a-date' | 'not-a-share';
export type ReadText =
  | { readonly ok: true; readonly value: string | number | Missing }
  | { readonly ok: false; readonly problem: TextProblem };

const kinds: Readonly<Record<CellTable, CellKind>> = {
  blocks: 'area',
  sums: 'area',
  parks: 'area',
  townships: 'share',
  organisation: 'count',
  milestones: 'day',
};

/** The province is about 105,500 km² on land; no area of a plan can be larger. */
const largestArea = 106_000;

export function cellKind(ref: CellRef): CellKind {
  return kinds[ref.table];
}

export function cellKey(ref: { readonly table: string; readonly row?: string; readonly field?: string }): string {
  return `${ref.table}/${ref.row ?? ''}/${ref.field ?? ''}`;
}

/** Full-width digits and inner spaces are read (１１．６０, 17. 24); a second point is not (6. 575. 73). */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/,/g, '');
}

export function readText(kind: CellKind, typed: string): ReadText {
  const text = plainText(typed);
  if (text === '') return { ok: true, value: { missing: 'not-given' } };
  if (kind === 'day') return readDay(text);
  if (!isDecimalText(text)) return { ok: false, problem: 'not-a-number' };
  const number = new Decimal(text);
  if (number.isNegative()) return { ok: false, problem: 'negative' };
  if (kind === 'count') return number.isInteger() ? { ok: true, value: number.toNumber() } : { ok: false, problem: 'not-whole' };
  if (kind === 'share') return number.lte(1) ? { ok: true, value: text } : { ok: false, problem: 'not-a-share' };
  return number.lte(largestArea) ? { ok: true, value: text } : { ok: false, problem: 'impossible' };
}

function readDay(text: string): ReadText {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (!match) return { ok: false, problem: 'not-a-date' };
  const day = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
  return isDay(day) ? { ok: true, value: day } : { ok: false, problem: 'not-a-date' };
}

export function showValue(cell: Cell<string | number>): string {
  return isMissing(cell) ? '' : String(cell);
}

export const organisationFields = ['bodiesBefore', 'bodiesAfter', 'staffBefore', 'staffAfter'] as const;
export type OrganisationField = (typeof organisationFields)[number];

export function organisationField(field: string): OrganisationField | undefined {
  return organisationFields.find((name) => name === field);
}

/** The plan with one cell changed; rows that do not change keep their identity, so that tables redraw one row only. */
export function withValue(plan: Plan, ref: CellRef, value: string | number | Missing): Plan {
  const text = typeof value === 'number' ? String(value) : value;
  const replace = <T>(rows: readonly T[], hit: (row: T) => boolean, next: (row: T) => T) => rows.map((row) => (hit(row) ? next(row) : row));
  switch (ref.table) {
    case 'blocks': {
      const field = ref.field === 'areaBefore' ? 'areaBefore' : 'areaAfter';
      return {
        ...plan,
        blocks: replace(
          plan.blocks,
          (row) => row.code === ref.row,
          (row) => ({ ...row, [field]: text }),
        ),
      };
    }
    case 'sums':
      return {
        ...plan,
        sums: replace(
          plan.sums,
          (row) => row.code === ref.row,
          (row) => ({ ...row, value: text }),
        ),
      };
    case 'parks':
      return {
        ...plan,
        parks: replace(
          plan.parks,
          (row) => row.code === ref.row,
          (row) => ({ ...row, approvedArea: text }),
        ),
      };
    case 'townships':
      return {
        ...plan,
        townships: replace(
          plan.townships,
          (row) => row.name === ref.row,
          (row) => ({ ...row, protectedShare: text }),
        ),
      };
    case 'organisation': {
      const field = organisationField(ref.field);
      const count = typeof value === 'string' ? Number(value) : value;
      return field ? { ...plan, organisation: { ...plan.organisation, [field]: count } } : plan;
    }
    case 'milestones':
      return withMilestone(plan, ref.row, text);
  }
}

function withMilestone(plan: Plan, phase: string, due: string | Missing): Plan {
  const known = plan.milestones.some((row) => row.phase === phase);
  if (known) return { ...plan, milestones: plan.milestones.map((row) => (row.phase === phase ? { ...row, due } : row)) };
  const added = (['plan', 'relations', 'complete'] as const).find((name) => name === phase);
  return added ? { ...plan, milestones: [...plan.milestones, { phase: added, due }] } : plan;
}
