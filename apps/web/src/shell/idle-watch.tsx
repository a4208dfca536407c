// Watches for a session that is about to end for idleness: warns a minute before, keeps it while somebody works, asks after the end.
import { useEffect, useRef, useState } from 'react';
import { Button, Dialog, useWords } from '../ui/index.ts';
import { client } from './api.ts';
import { askAtDoor, useDoor } from './door.ts';
import { answeredAt, type IdleState, idleState } from './idle.ts';
import { useSessionQuery } from './session.ts';
import { words } from './words.ts';

const lookEveryMs = 1000;

export function IdleWatch({ idleMinutes }: { readonly idleMinutes: number }) {
  const { asked, left } = useDoor();
  const [state, setState] = useState<IdleState>({ kind: 'live' });
  const { refetch } = useSessionQuery();
  useKeptWhileWorking(idleMinutes);
  useEffect(() => {
    const look = () => setState((before) => same(before, idleState(answeredAt(), idleMinutes, Date.now())));
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, [idleMinutes]);
  useEffect(() => {
    if (state.kind === 'ended' && asked === null && !left) void refetch();
  }, [state.kind, asked, left, refetch]);
  if (state.kind !== 'ending' || asked !== null || left) return null;
  return <Ending seconds={state.seconds} onDone={() => setState({ kind: 'live' })} />;
}

function same(before: IdleState, next: IdleState): IdleState {
  return JSON.stringify(before) === JSON.stringify(next) ? before : next;
}

/** Somebody who types or points is not idle, though nothing is asked of the server for a long while. */
function useKeptWhileWorking(idleMinutes: number): void {
  const busy = useRef(false);
  useEffect(() => {
    const onWork = () => {
      const idle = Date.now() - answeredAt();
      if (busy.current || idle < idleMinutes * 20_000 || idleState(answeredAt(), idleMinutes, Date.now()).kind !== 'live') return;
      busy.current = true;
      const done = () => {
        busy.current = false;
      };
      client.accounts.session().then(done, done);
    };
    const kinds = ['keydown', 'pointerdown'] as const;
    for (const kind of kinds) window.addEventListener(kind, onWork);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onWork);
    };
  }, [idleMinutes]);
}

function Ending({ seconds, onDone }: { readonly seconds: number; readonly onDone: () => void }) {
  const w = useWords(words);
  const [busy, setBusy] = useState(false);
  const stay = async () => {
    setBusy(true);
    const session = await client.accounts.session().catch(() => null);
    setBusy(false);
    if (session?.account) onDone();
    else if (session) void askAtDoor('sign-in');
  };
  return (
    <Dialog title={w.idleTitle} onClose={() => void stay()}>
      <p role="timer" aria-live="off">
        {w.idleLeft(seconds)}
      </p>
      <p className="note">{w.idleNote}</p>
      <div>
        <Button kind="main" busy={busy} onClick={() => void stay()}>
          {w.idleStay}
        </Button>
      </div>
    </Dialog>
  );
}
