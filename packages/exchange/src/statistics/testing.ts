// What the tests of figures share: one filing as it stands on the screen.
import type { FilingSheet } from './head.ts';

const words = (text: string) => ({ zh: text, en: text });
type Cells = FilingSheet['cells'];

export function aCell(over: Partial<Cells[number]> & { readonly key: string }): Cells[number] {
  return {
    ...{ indicator: over.key, calibre: null, computed: false, value: null, revision: 0, explanation: null, comment: null, evidence: [] },
    ...{ changed: null, previous: null, yearBefore: null, growth: null, approved: null, held: null, unlocked: true },
    ...over,
  };
}

const indicators: FilingSheet['indicators'] = [
  { code: 'tax', name: { zh: '税收收入', en: 'Tax revenue' }, unit: '万元', decimals: 2, formula: null, meaning: words('税收') },
  { code: 'land', name: { zh: '用地', en: 'Land' }, unit: '亩', decimals: 2, formula: null, meaning: words('用地') },
  { code: 'rate', name: { zh: '比重', en: 'Share' }, unit: '%', decimals: 1, formula: null, meaning: words('比重') },
  { code: 'firms', name: { zh: '企业数', en: 'Firms' }, unit: '家', decimals: 0, formula: null, meaning: words('企业数') },
  {
    code: 'tax_per_mu',
    name: { zh: '亩均税收', en: 'Tax per mu' },
    unit: '万元/亩',
    decimals: 2,
    formula: 'tax / land',
    meaning: words('亩均'),
  },
];

export function aFiling(over: Partial<FilingSheet> = {}): FilingSheet {
  const row = (indicator: string) => ({ indicator, required: true, help: words('按月填'), calibre: null });
  return {
    id: 'training.zone-monthly.z1.2021-05',
    dataset: 'training',
    form: {
      ...{
        code: 'zone-monthly',
        title: { zh: '开发区月报', en: 'Monthly return' },
        about: words('月报'),
        audience: 'zones',
        frequency: 'month',
      },
      ...{ from: '2017-01-01', to: null, dueDays: 10, levelDays: 3, dueFrom: 'product-default', checks: [], clause: null, note: null },
      groups: [
        { id: 'scale', title: words('规模'), rows: [row('tax'), row('land'), row('rate')] },
        { id: 'firms', title: words('企业'), rows: [row('firms'), row('tax_per_mu')] },
      ],
    },
    ...{
      formVersion: 3,
      period: '2021-05',
      unit: { id: 'z1', name: '浦江经济开发区', jurisdiction: '330726' },
      state: 'draft',
      holder: null,
    },
    ...{ due: null, submitted: null, late: false, locked: null, version: 0, changedSince: false, findings: [], readOnly: null, indicators },
    cells: [
      aCell({ key: 'tax', value: '1234.50', previous: '1200.00', yearBefore: { missing: 'secret' }, revision: 4 }),
      aCell({ key: 'land', value: '300.00', unlocked: false }),
      aCell({ key: 'rate' }),
      aCell({ key: 'firms', explanation: '新增' }),
      aCell({ key: 'tax_per_mu', computed: true, value: '4.115' }),
    ],
    ...over,
  };
}
