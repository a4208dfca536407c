// What is drawn in one draft: features with undo and redo, saving as a new revision, and what happens when somebody else saved first.
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, client, queryClient, useView } from '../../shell/index.ts';
import { type LandHistory, useLandHistory } from '../../ui/index.ts';
import type { BoundaryDraft, Feature } from '../shapes.ts';

export type Features = readonly Feature[];

export interface Drawing {
  readonly history: LandHistory<Features>;
  /** The revision that what is drawn goes back to, with the server's findings and report. */
  readonly saved: BoundaryDraft;
  readonly dirty: boolean;
  readonly save: () => void;
  readonly saving: boolean;
  readonly error: unknown;
  /** Somebody saved another revision since. */
  readonly theirs: BoundaryDraft | null;
  readonly saveMine: () => void;
  readonly takeTheirs: () => void;
}

export function useDrawing(draft: BoundaryDraft): Drawing {
  const { on } = useView();
  const history = useLandHistory<Features>(draft.features);
  const [saved, setSaved] = useState(draft);
  const [theirs, setTheirs] = useState<BoundaryDraft | null>(null);
  const take = useCallback(
    (next: BoundaryDraft) => {
      setSaved(next);
      setTheirs(null);
      queryClient.setQueryData(api.boundaries.draft.queryKey({ input: { id: next.id, on } }), next);
    },
    [on],
  );
  const saving = useMutation(
    api.boundaries.redraw.mutationOptions({
      // The server may have put rings in order: what it kept is what is drawn from now on.
      onSuccess: (next) => {
        take(next);
        history.restart(next.features);
      },
      onError: async (fault) => {
        if (codeOf(fault) !== 'CONFLICT') return;
        const other = await client.boundaries.draft({ id: draft.id, on }).catch(() => null);
        if (other && other.revision !== saved.revision) setTheirs(other);
      },
    }),
  );
  const send = (basedOn: number) => saving.mutate({ id: draft.id, basedOn, features: history.now.map(onWire), on });
  return {
    history,
    saved,
    dirty: history.now !== saved.features,
    save: () => send(saved.revision),
    saving: saving.isPending,
    error: theirs ? null : saving.error,
    theirs,
    saveMine: () => (theirs ? send(theirs.revision) : undefined),
    takeTheirs: () => {
      if (!theirs) return;
      history.restart(theirs.features);
      take(theirs);
      saving.reset();
    },
  };
}

/** The contract's arrays are its own: read-only ones are copied. */
function onWire({ shape, ...named }: Feature): Feature {
  return { ...named, shape: shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))) };
}

function codeOf(fault: unknown): unknown {
  return typeof fault === 'object' && fault !== null ? Reflect.get(fault, 'code') : undefined;
}
