// Every check of a form over one filled sheet (F110): all findings at once, silent where there is too little to compare with.
// A figure that looks like a slip of the unit is said to be one, and nothing more: its jump and its place among peers follow from it.
import type { Library } from '../indicators/index.ts';
import { type Citation, yearBefore } from '../kernel/index.ts';
import { arithmetic } from './check-arithmetic.ts';
import { unfilled, within } from './check-bounds.ts';
import { amongPeers, jumps } from './check-jump.ts';
import { slips } from './check-slip.ts';
import { triangle } from './check-triangle.ts';
import { compiled, computeCells, figuresOf } from './compute-cells.ts';
import type { Form, FormCheck, Severity } from './form.ts';
import type { Looking, Said } from './looking.ts';
import type { CellKey, SheetCell, SheetContext, SheetFinding } from './sheet.ts';
import { cellsByKey, type SheetRow, sheetRows } from './sheet-rows.ts';

interface Voice {
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly clause: Citation | null;
}

/** The rule that every form has: what is required is filled, or has its reason. */
export const requiredCheck = 'required';

const required: Voice = { id: requiredCheck, kind: 'required', severity: 'block', clause: null };

/** `cells`: as filed; computed ones are computed here, whatever is given for them. Ordered by the form's rows, then by its checks. */
export function checkSheet(
  form: Pick<Form, 'groups' | 'checks'>,
  library: Library,
  cells: readonly SheetCell[],
  context: SheetContext,
): readonly SheetFinding[] {
  const rows = sheetRows(form, library);
  const byKey = cellsByKey(cells);
  const values = new Map([
    ...rows.map(({ key }): [CellKey, SheetCell['value']] => [key, byKey.get(key)?.value ?? null]),
    ...computeCells(form, library, cells).map(({ key, value }): [CellKey, SheetCell['value']] => [key, value]),
  ]);
  const looking: Looking = { rows, values, context, yearBefore: yearBefore(context.period) };
  const given = { library, figures: figuresOf(rows, byKey) };
  const slipped = form.checks.flatMap((check) =>
    check.kind === 'unit-slip' ? slips(check, looking).map((said) => ({ check, said })) : [],
  );
  const taken = new Set(slipped.flatMap(({ said }) => said.cells));
  const said = [
    ...unfilled(looking).map((one) => ({ check: required, said: one })),
    ...slipped,
    ...form.checks.flatMap((check) =>
      others(check, looking, given)
        .filter((one) => !follows(check, one, taken))
        .map((one) => ({ check, said: one })),
    ),
  ];
  const place = new Map(rows.map(({ key }, index) => [key, index]));
  const computed = new Map(rows.filter((row) => row.computed).map((row) => [row.key, restsOn(row, rows, library)]));
  const explained = explainedBy(byKey, computed);
  return said
    .map(({ check, said: one }) => findingOf(check, withParts(one, computed), explained))
    .map((finding) => ({ finding, at: place.get(finding.cells[0] ?? '') ?? rows.length }))
    .sort((a, b) => a.at - b.at)
    .map(({ finding }) => finding);
}

function others(check: FormCheck, looking: Looking, given: Parameters<typeof arithmetic>[2]): readonly Said[] {
  switch (check.kind) {
    case 'unit-slip':
      return [];
    case 'arithmetic':
      return arithmetic(check, looking, given);
    case 'jump':
      return jumps(check, looking);
    case 'peers':
      return amongPeers(check, looking);
    case 'triangle':
      return triangle(check, looking);
    case 'within':
      return within(check, looking);
  }
}

/** What a slip of the unit brings about by itself. */
function follows({ kind }: FormCheck, { cells }: Said, taken: ReadonlySet<CellKey>): boolean {
  return (kind === 'jump' || kind === 'peers' || kind === 'triangle') && cells.some((key) => taken.has(key));
}

function restsOn({ indicator }: SheetRow, rows: readonly SheetRow[], library: Library): readonly CellKey[] {
  const filed = new Set(compiled(indicator.code, library)?.filed ?? []);
  return rows.filter((row) => filed.has(row.indicator.code) && row.row.calibre === null).map(({ key }) => key);
}

/** A finding on a computed cell takes in the filed cells it rests on: those can be mended and explained. */
function withParts(said: Said, computed: ReadonlyMap<CellKey, readonly CellKey[]>): Said {
  const parts = computed.get(said.cells[0] ?? '') ?? [];
  return parts.length === 0 ? said : { ...said, cells: [...new Set([...said.cells, ...parts])] };
}

type Explained = (cells: readonly CellKey[]) => boolean;

/** Words on the cell where the finding is shown; a computed cell has none of its own, so those on any cell it rests on do. */
function explainedBy(byKey: ReadonlyMap<CellKey, SheetCell>, computed: ReadonlyMap<CellKey, unknown>): Explained {
  const hasWords = (key: CellKey) => Boolean(byKey.get(key)?.explanation?.trim());
  return (cells) => {
    const [first] = cells;
    if (first === undefined) return false;
    return hasWords(first) || (computed.has(first) && cells.some(hasWords));
  };
}

function findingOf({ id, kind, severity, clause }: Voice, said: Said, explained: Explained): SheetFinding {
  return {
    id: said.key === '' ? id : `${id}:${said.key}`,
    check: id,
    kind,
    severity,
    cells: said.cells,
    measured: said.measured,
    expected: said.expected,
    message: said.message,
    mend: said.mend,
    clause,
    stops: severity === 'block' || !explained(said.cells),
  };
}
