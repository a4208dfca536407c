// Forms of a day (F39): what ships in packs, overlaid by what was put in force in the product by then; and which periods they ask for.
import { Form } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Bilingual, type Day, type Grain, type Period, partsOf, periodAfter, periodAt, periodEnd } from '@zhenghe/engine/kernel';
import { hashOf, type Rulebook } from '@zhenghe/rulebook';
import { definitionsInForce } from '../definitions/index.ts';
import type { Database } from '../platform/database.ts';
import type { FormBody } from './record.ts';
import * as refuse from './refusals.ts';

export interface LoadedForm {
  readonly form: FormBody;
  /** Pack it ships with; null for the product's own and for those made in the product. */
  readonly pack: string | null;
  /** 0 as it ships; 1, 2 … as changed in the product. */
  readonly version: number;
  readonly sha256: string;
}

export interface FormsAsked {
  readonly dataset: Dataset;
  readonly on: Day;
}

const shipped = new WeakMap<Rulebook, readonly LoadedForm[]>();

/** By their order in the packs; what was made in the product comes after. */
export async function formsOn(db: Database, rulebook: Rulebook, { dataset, on }: FormsAsked): Promise<readonly LoadedForm[]> {
  const inForce = await definitionsInForce(db, { dataset, kind: 'form', on });
  const byCode = new Map(shippedForms(rulebook).map((one) => [one.form.code, one]));
  for (const { body, version } of inForce) {
    byCode.set(body.code, { form: body, pack: byCode.get(body.code)?.pack ?? null, version, sha256: hashOf(body) });
  }
  return [...byCode.values()];
}

export async function formOn(db: Database, rulebook: Rulebook, asked: FormsAsked & { readonly code: string }): Promise<LoadedForm> {
  const found = (await formsOn(db, rulebook, asked)).find(({ form }) => form.code === asked.code);
  if (!found) throw refuse.noForm(asked.code, asked.on);
  return found;
}

export function shippedForms(rulebook: Rulebook): readonly LoadedForm[] {
  const known = shipped.get(rulebook);
  if (known) return known;
  const loaded = rulebook.forms.map(({ form, pack }) => ({ form: Form.parse(form), pack, version: 0, sha256: hashOf(form) }));
  shipped.set(rulebook, loaded);
  return loaded;
}

export const grainNames: Readonly<Record<Grain, Bilingual>> = {
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  half: { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
};

type Asking = Pick<FormBody, 'frequency' | 'from' | 'to'>;

/** The newest period of the form that is over on the day and that it asks for; null for none. */
export function newestOver(form: Asking, on: Day): Period | null {
  const now = periodAt(form.frequency, on);
  const period = periodEnd(now) < on ? now : periodAfter(now, -1);
  return asksFor(form, period) ? period : null;
}

export function asksFor({ from, to }: Asking, period: Period): boolean {
  const end = periodEnd(period);
  return from <= end && (to === null || end <= to);
}

/** Throws the reason why units cannot be asked for that period on that day. */
export function mustBeAskable(form: Asking, period: Period, on: Day): void {
  if (partsOf(period).grain !== form.frequency) throw refuse.wrongGrain(period, grainNames[form.frequency]);
  if (!asksFor(form, period)) throw refuse.notAsked(period);
  if (periodEnd(period) >= on) throw refuse.notOver(period, periodEnd(period));
}
