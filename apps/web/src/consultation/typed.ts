// What was typed outlives a failed sending and a reload of the page, until it is sent or the tab is closed. Apart from the
// shell's keeping, which is for who is signed in and never for the public: this one ends with the tab.
import { useCallback, useState } from 'react';
import { inStore, parsedJson, useSession } from '../shell/index.ts';

type Texts = Readonly<Record<string, string>>;

/** Texts under a name, for who acts now; `forget` begins anew. A browser that keeps nothing only loses them on reload. */
export function useTyped<T extends Texts>(thing: string, empty: T): readonly [T, (next: T) => void, () => void] {
  const session = useSession();
  const name = [session?.account?.person.id, session?.card?.id ?? 'public', thing].filter(Boolean).join('.');
  const [texts, setTexts] = useState<T>(() => readKept(name, empty));
  const keep = useCallback(
    (next: T) => {
      setTexts(next);
      inStore('sessionStorage', (store) => store.setItem(slot(name), JSON.stringify(next)));
    },
    [name],
  );
  const forget = useCallback(() => {
    setTexts(empty);
    inStore('sessionStorage', (store) => store.removeItem(slot(name)));
  }, [name, empty]);
  return [texts, keep, forget];
}

/** Only texts under the names expected come back; anything else was not written here. */
export function readTexts<T extends Texts>(json: string | null, empty: T): T {
  const found: unknown = json === null ? null : parsedJson(json);
  if (typeof found !== 'object' || found === null) return empty;
  const known = Object.keys(empty).flatMap((key) => {
    const value: unknown = Object.hasOwn(found, key) ? Reflect.get(found, key) : undefined;
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  return { ...empty, ...Object.fromEntries(known) };
}

function readKept<T extends Texts>(name: string, empty: T): T {
  return readTexts(
    inStore('sessionStorage', (store) => store.getItem(slot(name))),
    empty,
  );
}

function slot(name: string): string {
  return `zhenghe.typed.${name}`;
}
