// A part whose code is a chunk of its own. Drawn at once when the chunk is there already: a part that waits even for a moment shows its
// fallback, and React then leaves that standing for 300 ms.
import { type ComponentType, lazy, useState } from 'react';

export interface Later<P> {
  /** What draws it: itself when its chunk has come, else what suspends until it has. */
  readonly now: () => ComponentType<P>;
  /** Sends for the chunk; settles when it has come or cannot be had: that is told by the part itself, when it is drawn. */
  readonly fetchAhead: () => Promise<void>;
}

export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let here: ComponentType<P> | null = null;
  const fetched = async () => {
    here = await load();
    return here;
  };
  const Waiting: ComponentType<P> = lazy(async () => ({ default: await fetched() }));
  const fetchAhead = () =>
    fetched().then(
      () => undefined,
      () => undefined,
    );
  return { now: () => here ?? Waiting, fetchAhead };
}

/** The same one for as long as it is drawn: changing over would forget what was typed in it. */
export function LaterPart<P extends object>({ of, props }: { readonly of: Later<P>; readonly props: P }) {
  const [Shown] = useState(of.now);
  return <Shown {...props} />;
}
