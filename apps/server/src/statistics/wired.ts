// What statistics tells the library and the definitions (wiring.ts registers it): forms as a kind, the rows that name indicators, and the
// figures that stand under a code.
import { codesIn } from '@zhenghe/engine/indicators';
import { formProblems } from '@zhenghe/engine/statistics';
import { sql } from 'kysely';
import { type DefinitionKind, definitionKind } from '../definitions/index.ts';
import { type FiguresUnder, libraryOn, type NamedFigure, type UsesOfNoun } from '../indicators/index.ts';
import { formsOn, shippedForms } from './forms.ts';
import type { FormBody } from './record.ts';

const kind: DefinitionKind<'form'> = {
  kind: 'form',
  title: ({ title }) => title,
  shipped: (rulebook) => shippedForms(rulebook).map(({ form }) => form),
  validate: async (db, { rulebook, dataset, on, body, beside }) => {
    const { library } = await libraryOn(db, rulebook, { dataset, on, beside });
    return formProblems(body, library).map((problem) => ({ ...problem, message: { ...problem.message } }));
  },
};
export const formDefinition = definitionKind(kind);

export const formUses: UsesOfNoun = async (db, { rulebook, library, dataset, on }) =>
  (await formsOn(db, rulebook, { dataset, on })).map(({ form }) => ({
    ...{ noun: 'forms' as const, code: form.code, title: form.title, link: `/statistics/forms/${form.code}` },
    codes: codesOf(form, (text) => codesIn(text, library)),
  }));

function codesOf({ groups, checks }: FormBody, named: (text: string) => readonly string[]): readonly string[] {
  const rows = groups.flatMap((group) => group.rows.map(({ indicator }) => indicator));
  const spoken = checks.flatMap((check) => {
    if (check.kind === 'arithmetic') return [...named(check.left), ...named(check.right)];
    return check.kind === 'triangle' ? [check.tax, check.electricity, check.land] : [];
  });
  return [...new Set([...rows, ...spoken])];
}

/** Named by the newest filing of the unit, else by its id. */
export const figuresUnder: FiguresUnder = async (db, { dataset, code }) => {
  const { rows } = await sql<NamedFigure>`
    select g.unit, g.period, nullif(g.calibre, '') as calibre, g.value::text as value, coalesce((select f.name from statistics_filings f
      where f.unit = g.unit and f.dataset = g.dataset order by f.opened_on desc limit 1), g.unit) as name
    from statistics_figures g
    where g.dataset = ${dataset} and g.indicator = ${code} and g.replaced_in is null and g.value is not null`.execute(db);
  return rows;
};
