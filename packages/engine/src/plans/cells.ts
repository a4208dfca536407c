// Cells of a plan by place: which exist, which open together with those that were sent back, and which changes lie outside them.
import { type Finding, isMissing, type Place } from '../kernel/index.ts';
import type { Plan } from './plan.ts';

type Row = Readonly<Record<string, unknown>>;
/** Rows of one table by their code; a table of one row has the code ''. */
type Table = ReadonlyMap<string, { readonly label: string; readonly row: Row }>;

const whole: readonly (keyof Plan)[] = ['title', 'industrialStrongCounty', 'source'];

function tablesOf(plan: Plan): ReadonlyMap<string, Table> {
  const listed = <T extends object>(rows: readonly T[], name: (row: T) => readonly [string, string]): Table =>
    new Map(rows.map((row) => [name(row)[0], { label: name(row)[1], row: Object.fromEntries(Object.entries(row)) }]));
  const single = (row: Row, label: string): Table => new Map([['', { label, row }]]);
  return new Map([
    ['plan', single(Object.fromEntries(whole.map((field) => [field, plan[field]])), plan.title)],
    ['parks', listed(plan.parks, ({ code, name }) => [code, name])],
    ['zones', listed(plan.zones, ({ code, name }) => [code, name])],
    ['parts', listed(plan.parts, ({ code, name }) => [code, name])],
    ['blocks', listed(plan.blocks, ({ code, name }) => [code, name])],
    ['sums', listed(plan.sums, ({ code, label }) => [code, label])],
    ['townships', listed(plan.townships, ({ name }) => [name, name])],
    ['organisation', single({ ...plan.organisation }, plan.title)],
    ['milestones', listed(plan.milestones, ({ phase }) => [phase, phase])],
    ['answers', listed(plan.answers, ({ finding }) => [finding, finding])],
  ]);
}

/** A whole table, a row of it, or a cell; also an empty table, to which rows are wanted. */
export function hasPlace(plan: Plan, { table, row, field }: Place): boolean {
  const rows = tablesOf(plan).get(table);
  if (!rows) return false;
  if (row === undefined && field === undefined) return true;
  const found = rows.get(row ?? '');
  return found !== undefined && (field === undefined || Object.hasOwn(found.row, field));
}

/** With the named cells open the sums over their blocks, and the answers to findings: else a mended plan could not add up. */
export function openedWith(plan: Plan, places: readonly Place[]): readonly Place[] {
  const opened = new Map(places.map((place) => [keyOf(place), place]));
  for (const sum of plan.sums) {
    const touched = plan.blocks.some(
      (block) =>
        (sum.parts.length === 0 || sum.parts.includes(block.part)) &&
        places.some((place) => covers(place, { table: 'blocks', row: block.code, field: sum.column, label: block.name })),
    );
    const place = { table: 'sums', row: sum.code, field: 'value', label: sum.label };
    if (touched && !opened.has(keyOf(place))) opened.set(keyOf(place), place);
  }
  opened.set('answers', { table: 'answers', label: '理由和例外' });
  return [...opened.values()];
}

/** Each change that lies in no open place; none: the plan may be saved. */
export function lockedChanges(before: Plan, after: Plan, open: readonly Place[]): readonly Place[] {
  const [then, now] = [tablesOf(before), tablesOf(after)];
  return [...then].flatMap(([table, rows]) => {
    const changes = changesIn(table, rows, now.get(table) ?? new Map());
    return changes.filter((place) => !open.some((one) => covers(one, place)));
  });
}

/** What the server answers when a returned plan was changed elsewhere: one finding a place. */
export function lockedFindings(
  before: Plan,
  after: Plan,
  setting: Pick<Finding, 'clause'> & { readonly open: readonly Place[] },
): readonly Finding[] {
  const [then, now] = [tablesOf(before), tablesOf(after)];
  return lockedChanges(before, after, setting.open).map(
    (where): Finding => ({
      id: ['returned-cells', where.table, where.row, where.field].filter((part) => part !== undefined).join(':'),
      check: 'returned-cells',
      outcome: 'fail',
      strength: 'must',
      blocking: true,
      where,
      cells: [where],
      measured: shown(now, where),
      allowed: shown(then, where),
      clause: setting.clause,
      message: {
        zh: `“${where.label}”没有被退回，不能修改。`,
        en: `"${where.label}" was not sent back and cannot be changed.`,
      },
      mend: {
        zh: '恢复原值，或请退回单位一并退回此处。',
        en: 'Restore it, or ask the unit that sent the plan back to send this cell back too.',
      },
    }),
  );
}

function changesIn(table: string, then: Table, now: Table): readonly Place[] {
  const changes: Place[] = [];
  for (const [code, { label, row }] of then) {
    const at = { table, ...(code === '' ? {} : { row: code }), label };
    const other = now.get(code);
    if (!other) changes.push(at);
    else for (const field of differing(row, other.row)) changes.push({ ...at, field });
  }
  for (const [code, { label }] of now) if (!then.has(code)) changes.push({ table, row: code, label });
  return changes;
}

function differing(then: Row, now: Row): readonly string[] {
  const fields = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return fields.filter((field) => !sameValue(then[field], now[field]));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (isMissing(a) && isMissing(b)) return a.missing === b.missing;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A table takes in its rows, a row its cells. */
function covers(open: Place, place: Place): boolean {
  if (open.table !== place.table) return false;
  if (open.row === undefined && open.field === undefined) return true;
  if (open.row !== place.row) return false;
  return open.field === undefined || open.field === place.field;
}

function keyOf({ table, row, field }: Place): string {
  return [table, row, field].filter((part) => part !== undefined).join(':');
}

function shown(tables: ReadonlyMap<string, Table>, { table, row, field }: Place): string | null {
  const value = field === undefined ? undefined : tables.get(table)?.get(row ?? '')?.row[field];
  if (value === undefined || isMissing(value)) return null;
  return Array.isArray(value) ? value.join('、') : String(value);
}
