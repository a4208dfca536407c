// Changes cells of a plan for a law case: `blocks.b1.areaAfter` is the field of the row that bears that code, name or phase.

/** A changed copy; a path that leads nowhere is the case's own mistake and is thrown. */
export function withCells(plan: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  const copy = structuredClone(plan);
  for (const [path, value] of Object.entries(changes)) setCell(copy, path, value);
  return copy;
}

function setCell(plan: unknown, path: string, value: unknown): void {
  const steps = path.split('.');
  const field = steps.pop() ?? '';
  let place: unknown = plan;
  for (const step of steps) place = Array.isArray(place) ? place.find((row) => namesOf(row).includes(step)) : read(place, step);
  if (!isRecord(place) || !(field in place)) throw new Error(`the plan has no cell ${path}`);
  place[field] = value;
}

function namesOf(row: unknown): readonly unknown[] {
  return isRecord(row) ? [row.code, row.name, row.phase] : [];
}

function read(place: unknown, step: string): unknown {
  return isRecord(place) ? place[step] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
