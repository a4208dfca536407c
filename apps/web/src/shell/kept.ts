// What was typed and not saved, kept in the browser: for one person, one thing, one version of it. Offered after a reload, removed when
// it is saved, after two weeks, and when the person signs out. Never for passwords, codes, or what is told in confidence.
import { useEffect, useMemo, useRef, useState } from 'react';
import { sessionNow } from './api.ts';
import { inStore, parsedJson } from './browser-store.ts';
import { useSession } from './session.ts';

export interface Kept<T> {
  /** When it was typed last, as an instant. */
  readonly at: string;
  readonly content: T;
}

export interface KeptStore {
  readonly getItem: (slot: string) => string | null;
  readonly setItem: (slot: string, text: string) => void;
  readonly removeItem: (slot: string) => void;
}

const prefix = 'zhenghe.kept/';
const days = 14;
const pauseMs = 400;

export function slotOf(person: string, thing: string, version: string): string {
  return `${prefix}${[person, thing, version].map(encodeURIComponent).join('/')}`;
}

/** Null when there is none, it is old, or another edition of the product wrote it. */
export function readKept<T>(store: KeptStore, slot: string, edition: string, now: number): Kept<T> | null {
  const text = store.getItem(slot);
  if (text === null) return null;
  const found = parsed(text);
  const fits = found?.edition === edition && Date.parse(found.at) > now - days * 86_400_000;
  if (!found || !fits) {
    store.removeItem(slot);
    return null;
  }
  // Written by the same edition of this page, for this very thing.
  return { at: found.at, content: found.content as T };
}

export function writeKept(store: KeptStore, slot: string, edition: string, kept: Kept<unknown>): void {
  store.setItem(slot, JSON.stringify({ ...kept, edition }));
}

/** All of a person's, after signing out on purpose; and whatever is too old, of anybody. */
export function sweepKept(store: Storage, person: string | null, now: number): void {
  const own = person === null ? null : `${prefix}${encodeURIComponent(person)}/`;
  for (const slot of Object.keys(store).filter((key) => key.startsWith(prefix))) {
    const at = Date.parse(parsed(store.getItem(slot) ?? '')?.at ?? '');
    if ((own !== null && slot.startsWith(own)) || !(at > now - days * 86_400_000)) store.removeItem(slot);
  }
}

function parsed(text: string): { readonly at: string; readonly edition: string; readonly content: unknown } | null {
  const found = parsedJson(text);
  if (typeof found !== 'object' || found === null) return null;
  const [at, edition]: unknown[] = [Reflect.get(found, 'at'), Reflect.get(found, 'edition')];
  return typeof at === 'string' && typeof edition === 'string' ? { at, edition, content: Reflect.get(found, 'content') } : null;
}

export function forgetAllKept(): void {
  const person = personOf(sessionNow());
  inStore('localStorage', (store) => sweepKept(store, person, Date.now()));
}

function personOf(session: ReturnType<typeof useSession>): string | null {
  if (session?.account) return session.account.person.id;
  return session?.profile === 'demo' && session.card ? `demo-${session.card.id}` : null;
}

export interface Keeping<T> {
  /** What was found when the page opened; null once it is decided. */
  readonly offer: Kept<T> | null;
  readonly restored: () => void;
  readonly discard: () => void;
}

/** `content` is what is typed and not saved; null when nothing is. The public's is not kept. */
export function useKept<T>(thing: string, version: string, content: T | null): Keeping<T> {
  const session = useSession();
  const person = personOf(session);
  const edition = session?.version ?? '';
  const slot = person === null ? null : slotOf(person, thing, version);
  const [offer, setOffer] = useState(() => ({ slot, kept: found<T>(slot, edition) }));
  useEffect(() => {
    setOffer((now) => (now.slot === slot ? now : { slot, kept: found<T>(slot, edition) }));
  }, [slot, edition]);
  useWriting(slot, edition, content);
  const close = () => setOffer({ slot, kept: null });
  const discard = () => {
    if (slot !== null) inStore('localStorage', (store) => store.removeItem(slot));
    close();
  };
  return { offer: offer.slot === slot ? offer.kept : null, restored: close, discard };
}

function found<T>(slot: string | null, edition: string): Kept<T> | null {
  return slot === null ? null : inStore('localStorage', (store) => readKept<T>(store, slot, edition, Date.now()));
}

export interface OwnSlot<T> {
  /** Its name, as a storage event of another tab gives it; null where nothing is kept. */
  readonly slot: string | null;
  readonly read: () => T | null;
  /** Null removes it. */
  readonly write: (content: T | null) => void;
}

/** A slot that is read and written as it stands: a queue that two tabs of one person share. `form` names the shape of its content. */
export function useOwnSlot<T>(thing: string, form: string): OwnSlot<T> {
  const person = personOf(useSession());
  return useMemo(() => {
    const slot = person === null ? null : slotOf(person, thing, form);
    const write = (content: T | null) => {
      if (slot === null) return;
      inStore('localStorage', (store) =>
        content === null ? store.removeItem(slot) : writeKept(store, slot, form, { at: new Date().toISOString(), content }),
      );
    };
    return { slot, read: () => found<T>(slot, form)?.content ?? null, write };
  }, [person, thing, form]);
}

/** Writes a moment after the last change, and at once when the page goes; removes what has been saved. */
function useWriting(slot: string | null, edition: string, content: unknown): void {
  const written = useRef<string | null>(null);
  useEffect(() => {
    const before = written.current;
    // Saved, given up, or of another version by now.
    if (before !== null && (content === null || before !== slot)) inStore('localStorage', (store) => store.removeItem(before));
    written.current = content === null ? null : slot;
    if (slot === null || content === null) return;
    const write = () => inStore('localStorage', (store) => writeKept(store, slot, edition, { at: new Date().toISOString(), content }));
    const timer = setTimeout(write, pauseMs);
    window.addEventListener('pagehide', write);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', write);
    };
  }, [slot, edition, content]);
}
