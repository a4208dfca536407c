// What stops a form from being put in force is told by field, all of it at once.
import { describe, expect, it } from 'vitest';
import { libraryOf } from '../indicators/index.ts';
import { formProblems } from './index.ts';
import { aCheck, aForm, anIndicator } from './testing.ts';

const library = libraryOf([
  anIndicator('tax'),
  anIndicator('land', { unit: '亩' }),
  anIndicator('old', { retired: true }),
  anIndicator('tax_per_mu', { unit: '万元/亩', formula: 'tax / land' }),
  anIndicator('other'),
]);
const arithmetic = (left: string, right: string) => aCheck({ kind: 'arithmetic', left, relation: '=', right, tolerance: '0' });
const fields = (form: Parameters<typeof formProblems>[0]) => formProblems(form, library).map(({ field }) => field);

describe('a form', () => {
  it('whose rows and checks hold together has no problem', () => {
    const checks = [
      arithmetic('tax', '0'),
      aCheck({ kind: 'within', rows: ['tax_per_mu'] }),
      aCheck({ kind: 'unit-slip', rows: [], factors: ['10000'] }),
    ];
    expect(formProblems(aForm(['tax', 'land', 'tax_per_mu'], checks), library)).toEqual([]);
  });

  it('is told every row that is unknown, retired, twice or of no such calibre', () => {
    const form = aForm(['tax', 'nobody', 'old', 'tax']);
    const group = {
      id: 'more',
      title: { zh: '另', en: 'more' },
      rows: [{ indicator: 'land', required: false, help: null, calibre: 'none' }],
    };
    expect(fields({ ...form, groups: [...form.groups, group], to: '2016-01-01' })).toEqual([
      'groups.0.rows.1.indicator',
      'groups.0.rows.2.indicator',
      'groups.0.rows.3.indicator',
      'groups.1.rows.0.calibre',
      'to',
    ]);
  });

  it('is told checks whose units do not fit, whose rows are not asked, whose formula is wrong, whose id is taken', () => {
    const form = aForm(
      ['tax', 'land'],
      [
        { ...arithmetic('tax', 'land'), id: 'a' },
        { ...arithmetic('tax +', 'other'), id: 'b' },
        { ...aCheck({ kind: 'triangle', tax: 'tax', electricity: 'power', land: 'land', spread: '50' }), id: 'a' },
        { ...aCheck({ kind: 'jump', rows: ['other'], yearOnYear: '50', modifiedZ: '3.5', least: 3 }), id: 'c' },
      ],
    );
    expect(fields(form)).toEqual([
      'checks.0.right',
      'checks.1.left',
      'checks.1.right',
      'checks.2.id',
      'checks.2.electricity',
      'checks.3.rows.0',
    ]);
    expect(formProblems(form, library).find(({ field }) => field === 'checks.1.left')?.from).toBe(4);
  });
});
