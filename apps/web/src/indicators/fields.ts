// A field of a definition as it is called, and its value as people read it. Pure.

/** 'calibres.above-20m.title.zh' → 口径 · above-20m · 标题 · 中文; steps without a word are names of their own. */
export function fieldName(field: string, names: Readonly<Record<string, string>>): string {
  return field
    .split('.')
    .map((step) => (Object.hasOwn(names, step) ? names[step] : /^\d+$/.test(step) ? String(Number(step) + 1) : step))
    .join(' · ');
}

/** A value that is one of a few, as it is called; null for fields that hold anything else. */
export function valueName(
  field: string,
  json: string | null,
  sets: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string | null {
  const step = field.split('.').at(-1) ?? '';
  const set = Object.hasOwn(sets, step) ? sets[step] : undefined;
  const value = json?.replace(/^"|"$/g, '') ?? '';
  return set && Object.hasOwn(set, value) ? (set[value] ?? null) : null;
}

export interface ValueWords {
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
}

/** JSON text for reading; text that is no JSON stands as it is. */
export function readable(json: string | null, words: ValueWords): string {
  if (json === null) return words.nothing;
  try {
    return shown(JSON.parse(json), words);
  } catch (fault) {
    if (fault instanceof SyntaxError) return json;
    throw fault;
  }
}

function shown(value: unknown, words: ValueWords): string {
  if (value === null || value === undefined) return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.map((each) => shown(each, words)).join('；');
  if (typeof value !== 'object') return String(value);
  const parts = Object.values(value).filter((part) => part !== null && part !== '');
  return parts.map((part) => shown(part, words)).join(' · ');
}
