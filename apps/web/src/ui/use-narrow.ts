// Whether the screen is a phone's (≤ 480 px) or at least too narrow for a side column (≤ 900 px).
import { useSyncExternalStore } from 'react';

export function useNarrow(width: 480 | 900 = 480): boolean {
  const query = `(max-width: ${width}px)`;
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}
