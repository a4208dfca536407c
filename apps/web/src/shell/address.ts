// The address holds the view as plain text, so that a link reads as people would write it:
// ?on=2021-06-10&data=training&place=330726&lang=en
export type Search = Readonly<Record<string, string>>;

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Leaves out what is undefined or empty; keeps the rest in the order given. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '') continue;
    parameters.set(key, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Changes some keys; undefined and '' take a key away. */
export function withChanges(search: Search, changes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const next: Record<string, string> = { ...search };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === '') delete next[key];
    else next[key] = value;
  }
  return next;
}
