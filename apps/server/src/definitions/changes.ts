// Field by field, what one version of a definition says otherwise than another. Members of a list are told apart by their own name,
// so that a row put in at the top does not make all those below it look changed.

export interface FieldChange {
  /** 'unit', 'name.zh', 'calibres.above-20m.from', 'groups.scale.rows.tax_revenue.required'. */
  readonly field: string;
  /** As JSON text; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** In the order of the newer version; what it no longer has comes last. `before` null: all of it is new. */
export function changesOf(before: unknown, after: unknown, at = ''): readonly FieldChange[] {
  const pair = partsOf(before, after) ?? partsOfNew(before, after, at);
  if (pair) {
    const [one, other] = pair;
    const keys = [...new Set([...other.keys(), ...one.keys()])];
    return keys.flatMap((key) => changesOf(one.get(key), other.get(key), at === '' ? key : `${at}.${key}`));
  }
  const [was, is] = [textOf(before), textOf(after)];
  return was === is ? [] : [{ field: at, before: was, after: is }];
}

/** All fields of what is new as a whole: a member of a list, a body that was none before. A field that was empty is shown as a whole. */
function partsOfNew(before: unknown, after: unknown, at: string): ReturnType<typeof partsOf> {
  return before === undefined || at === '' ? partsOf(isRecord(after) ? {} : [], after) : null;
}

type Parts = ReadonlyMap<string, unknown>;

/** Null for what is shown as a whole: a text, a number, a list of those. */
function partsOf(before: unknown, after: unknown): readonly [Parts, Parts] | null {
  if (isRecord(before) && isRecord(after)) return [new Map(Object.entries(before)), new Map(Object.entries(after))];
  if (!isListOfRecords(before) || !isListOfRecords(after)) return null;
  const [one, other] = [byName(before), byName(after)];
  return one.size === before.length && other.size === after.length ? [one, other] : [byPlace(before), byPlace(after)];
}

function byName(members: readonly Members[]): Parts {
  return new Map(
    members.map((member, index) => [[member.id ?? member.indicator ?? index, member.calibre].filter(isName).join('@'), member]),
  );
}

function byPlace(members: readonly Members[]): Parts {
  return new Map(members.map((member, index) => [String(index), member]));
}

type Members = Readonly<Record<string, unknown>>;

function isListOfRecords(value: unknown): value is readonly Members[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
