// Builders of the tests: an indicator, a form and a sheet of it.
import type { Indicator } from '../indicators/index.ts';
import type { DecimalText, Period } from '../kernel/index.ts';
import { periodAfter } from '../kernel/index.ts';
import type { Form, FormCheck } from './form.ts';
import type { SheetCell, SheetContext } from './sheet.ts';

const words = (text: string) => ({ zh: text, en: text });

export function anIndicator(code: string, over: Partial<Indicator> = {}): Indicator {
  return {
    ...{ code, name: words(code), aliases: [], meaning: words(code), group: 'scale', unit: '万元', decimals: 2, direction: 'up' },
    ...{ formula: null, numerator: null, denominator: null, accrual: 'flow', gathering: 'sum', weight: null, source: words('报表') },
    ...{ owner: words('统计局'), frequency: 'month', warning: null, good: null, least: null, most: null, publication: 'units' },
    ...{ starred: false, clause: null, note: null, mergedInto: null, retired: false },
    calibres: [{ id: 'first', from: null, title: words('原口径'), note: null, clause: null, comparable: true }],
    ...over,
  };
}

export function aForm(indicators: readonly string[], checks: readonly FormCheck[] = [], required = false): Form {
  return {
    ...{
      code: 'zone-monthly',
      title: words('月报'),
      about: words('月报'),
      audience: 'zones',
      frequency: 'month',
      from: '2017-01-01',
      to: null,
    },
    groups: [
      { id: 'main', title: words('主要指标'), rows: indicators.map((indicator) => ({ indicator, required, help: null, calibre: null })) },
    ],
    ...{ dueDays: 10, levelDays: 3, dueFrom: 'product-default', checks, clause: null, note: null },
  };
}

type Bare = FormCheck extends infer One ? (One extends FormCheck ? Omit<One, 'title' | 'severity' | 'clause' | 'id'> : never) : never;

export function aCheck(check: Bare, severity: FormCheck['severity'] = 'explain'): FormCheck {
  return { ...check, id: check.kind, title: words(check.kind), severity, clause: null };
}

export function cell(key: string, value: SheetCell['value'], explanation: string | null = null): SheetCell {
  return { key, value, explanation };
}

/** Values of the periods before `period`, the newest last. */
export function pastOf(period: Period, values: readonly DecimalText[]): readonly { period: Period; value: DecimalText }[] {
  return values.map((value, index) => ({ period: periodAfter(period, index - values.length), value }));
}

export function aContext(over: Partial<SheetContext> = {}): SheetContext {
  return { period: '2021-05', history: new Map(), peers: new Map(), ...over };
}
