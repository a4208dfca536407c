// What a browser keeps for a page. It may refuse its storage, or have no room; the page then works without.
export function inStore<T>(kind: 'localStorage' | 'sessionStorage', use: (store: Storage) => T): T | null {
  try {
    return use(window[kind]);
  } catch {
    return null;
  }
}

/** Null for what cannot be read: it was not written here. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
