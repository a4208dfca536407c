// What stands between a call and its answer: signing in again, or proving once more who is there. The call waits, the page stays as
// it is, and the call is sent again once the person has done it.
import { useSyncExternalStore } from 'react';

export type Asked = 'sign-in' | 'proof';

interface Door {
  readonly asked: Asked | null;
  /** The person closed the dialog of a session that has ended: pages stand still until somebody signs in. */
  readonly left: boolean;
}

let door: Door = { asked: null, left: false };
let waiting: { readonly done: Promise<boolean>; readonly answer: (ok: boolean) => void } | null = null;
const listeners = new Set<() => void>();

function set(next: Door): void {
  door = next;
  for (const tell of listeners) tell();
}

export function useDoor(): Door {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => door,
  );
}

/** Resolves with whether it was done. Calls that ask at the same time wait for the same answer. */
export function askAtDoor(asked: Asked): Promise<boolean> {
  if (waiting === null) {
    let answer: (ok: boolean) => void = () => undefined;
    const done = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    waiting = { done, answer };
    set({ ...door, asked });
  } else if (asked === 'sign-in' && door.asked === 'proof') set({ ...door, asked });
  return waiting.done;
}

export function answerAtDoor(ok: boolean): void {
  const { asked } = door;
  const before = waiting;
  waiting = null;
  set({ asked: null, left: !ok && asked === 'sign-in' });
  before?.answer(ok);
}

/** What a refusal asks for; null when nothing at the door would help. */
export function askedBy(error: unknown): Asked | null {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
  return code === 'PROOF_NEEDED' ? 'proof' : code === 'SIGNED_OUT' ? 'sign-in' : null;
}

/**
 * Sends a call, and once more after each thing it asks for. Reading in the background does not open the dialog again that a person
 * has closed; what a person does, does.
 */
export async function throughDoor<T>(send: () => Promise<T>, inBackground: boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      const asked = askedBy(error);
      if (asked === null || tries === 3 || (inBackground && door.left)) throw error;
      if (!(await askAtDoor(asked))) throw error;
    }
  }
}
