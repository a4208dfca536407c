// The differences between a plan and a file as rows of a dry run: each cell by the name of its sheet, its row and its column.
import type { PlannedRow } from '@zhenghe/engine/imports';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type Difference, differencesOf, type Plan, type Shown } from '@zhenghe/engine/plans';
import { missingWords } from '@zhenghe/exchange/kernel';
import { type PlanPlaces, planLines, planSheet, sheetLayouts, sheetTitle } from '@zhenghe/exchange/plans';

const kinds = { added: 'add', changed: 'change', removed: 'change' } as const;

export function differenceRows(subject: string, from: Plan, to: Plan, places: PlanPlaces): readonly PlannedRow[] {
  const positions = positionsOf(to);
  return differencesOf(from, to).map((difference) => {
    const name = nameOf(difference.table);
    const field = fieldOf(difference.table, difference.field);
    const whole = difference.field === '';
    const said = whole ? name : { zh: `${name.zh}「${difference.label}」${field.zh}`, en: `${name.en} "${difference.label}": ${field.en}` };
    return {
      ...placeOf(difference, places, positions),
      ...{ effect: kinds[difference.kind], subject, label: difference.label || sheetTitle(name), reason: null },
      changes: [{ field: said, before: textOf(difference, difference.from), after: textOf(difference, difference.to) }],
    };
  });
}

/** By list: the place of each row among its own. */
function positionsOf(plan: Plan): ReadonlyMap<string, number> {
  const keyed: readonly (readonly [string, readonly string[]])[] = [
    ['blocks', plan.blocks.map(({ code }) => code)],
    ['sums', plan.sums.map(({ code }) => code)],
    ['parks', plan.parks.map(({ code }) => code)],
    ['zones', plan.zones.map(({ code }) => code)],
    ['parts', plan.parts.map(({ code }) => code)],
    ['townships', plan.townships.map(({ name }) => name)],
    ['milestones', plan.milestones.map(({ phase }) => phase)],
    ['answers', plan.answers.map(({ finding }) => finding)],
  ];
  return new Map(keyed.flatMap(([list, ids]) => ids.map((id, index) => [`${list} ${id}`, index] as const)));
}

/** Row 0: what the file does not hold has no row in it. */
function placeOf(
  { table, row }: Difference,
  places: PlanPlaces,
  positions: ReadonlyMap<string, number>,
): { readonly sheet: string; readonly row: number } {
  const place = Object.hasOwn(places, table) ? places[table] : places[table === 'organisation' ? 'plan' : ''];
  const position = positions.get(`${table} ${row}`);
  const counted = place ? place.rows[position ?? -1] : position === undefined ? undefined : position + 1;
  return { sheet: place?.sheet ?? sheetTitle(nameOf(table)), row: counted ?? 0 };
}

function nameOf(table: string): Bilingual {
  return sheetLayouts.find(({ key }) => key === table)?.name ?? planSheet;
}

function columnOf(table: string, field: string) {
  const layout = sheetLayouts.find(({ key }) => key === table);
  const columns = layout?.columns ?? planLines;
  const key = table === 'organisation' ? `organisation.${field}` : field;
  return columns.find((column) => column.key === key);
}

function fieldOf(table: string, field: string): Bilingual {
  return columnOf(table, field)?.title ?? { zh: field, en: field };
}

/** In the words of the workbook. */
function textOf({ table, field }: Difference, shown: Shown | null): string | null {
  if (shown === null) return null;
  if ('missing' in shown) return missingWords[shown.missing];
  const kind = columnOf(table, field)?.kind;
  if (kind?.as === 'word' || kind?.as === 'words') {
    return shown.text
      .split('、')
      .map((code) => (Object.hasOwn(kind.words, code) ? kind.words[code] : code))
      .join('、');
  }
  return shown.text === 'true' ? '是' : shown.text === 'false' ? '否' : shown.text;
}
