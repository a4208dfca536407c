// Findings and areas while drawing: measured in the thread a moment after the hand rests, never in the way of the map.
import type { County } from '@zhenghe/engine/boundaries';
import { useEffect, useState } from 'react';
import { type Fresh, type OverlayDesk, openDesk } from './overlay-desk.ts';
import type { Checked } from './overlay-tasks.ts';
import type { Features } from './use-drawing.ts';

/** ms after the last change. */
const rest = 150;

export interface Live {
  readonly checked: Fresh<Checked> | null;
  readonly busy: boolean;
  readonly failed: boolean;
}

/** One thread for the page, ended when it is left. */
export function useDesk(): OverlayDesk | null {
  const [desk, setDesk] = useState<OverlayDesk | null>(null);
  useEffect(() => {
    const opened = openDesk();
    setDesk(opened);
    return () => opened.close();
  }, []);
  return desk;
}

export function useLive(desk: OverlayDesk | null, features: Features, county: County | null): Live {
  const [checked, setChecked] = useState<Fresh<Checked> | null>(null);
  const [state, setState] = useState<'busy' | 'failed' | 'rest'>('busy');
  useEffect(() => {
    if (!desk) return;
    let left = false;
    setState('busy');
    const timer = setTimeout(() => {
      desk
        .ask('check', { features, county })
        .then((answer) => {
          if (left) return;
          setChecked(answer);
          setState('rest');
        })
        .catch(() => (left ? undefined : setState('failed')));
    }, rest);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [desk, features, county]);
  return { checked, busy: state === 'busy', failed: state === 'failed' };
}
