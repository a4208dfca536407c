// What the tests of the library share: a small library of its own, whatever the packs hold, and cards of the province.
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { Indicator } from '@zhenghe/contract/indicators';
import type { Indicator as Read } from '@zhenghe/engine/indicators';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Caller } from '../platform/api.ts';

export const on = '2021-06-10';
const said = { zh: '某项', en: 'something' };

export function anIndicator(code: string, zh: string, own: Partial<Indicator> = {}): Indicator {
  return {
    ...{ code, name: { zh, en: code.replaceAll('_', ' ') }, aliases: [], meaning: said, group: 'scale', unit: '万元', decimals: 2 },
    ...{ direction: 'up', formula: null, numerator: null, denominator: null, accrual: 'flow', gathering: 'sum', weight: null },
    ...{ source: said, owner: said, frequency: 'month', warning: null, good: null, least: '0', most: null, publication: 'units' },
    ...{ starred: false, clause: null, note: null, mergedInto: null, retired: false },
    calibres: [{ id: 'first', from: null, title: said, note: null, clause: null, comparable: true }],
    ...own,
  };
}

const stock = { accrual: 'stock' } as const;

export const library: readonly Indicator[] = [
  anIndicator('tax_revenue', '税收收入', { aliases: ['税收'] }),
  anIndicator('land_used', '已用工业用地', { ...stock, unit: '亩', group: 'land', aliases: ['用地'] }),
  anIndicator('tax_per_land', '地均税收', { unit: '万元/亩', formula: '税收收入 / 已用工业用地', gathering: 'ratio', group: 'efficiency' }),
  anIndicator('staff_count', '从业人员', { ...stock, unit: '人', decimals: 0 }),
];

/** The same packs, with a library that a test knows. */
export function withLibrary(rulebook: Rulebook, indicators: readonly Read[] = library): Rulebook {
  return { ...rulebook, indicators: indicators.map((indicator) => ({ indicator, pack: null })) };
}

const text = { zh: '某单位', en: 'a unit' };

function cardOf(id: string, role: RoleCard['role'], jurisdiction: string, unitId?: string): Caller {
  return { profile: 'demo', card: { id, role, name: text, unit: text, question: text, jurisdiction, ...(unitId && { unitId }) } };
}

export const callers = {
  province: cardOf('province', 'province', '330000'),
  statistics: cardOf('province-statistics', 'department', '330000', '330000/statistics'),
  bureau: cardOf('province-land', 'department', '330000', '330000/land'),
  city: cardOf('city', 'city', '330700'),
  cityBureau: cardOf('city-statistics', 'department', '330700', '330700/statistics'),
  county: cardOf('county', 'county', '330726'),
  /** Of no unit that cases name. */
  zone: cardOf('zone', 'zone', '330726'),
  public: { profile: 'demo', card: null },
} as const satisfies Readonly<Record<string, Caller>>;
