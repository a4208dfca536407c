// What a noun tells the shell about its pages. Each noun's routes.ts exports an array of these; wiring.ts gathers them.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { FunctionComponent } from 'react';
import type { Search } from './address.ts';
import type { Asked } from './door.ts';
import type { SessionData } from './session.ts';

/** Draws the dialog that a call waits for: signing in again as the same person, or a fresh proof. Loaded once somebody is signed in. */
export type Door = FunctionComponent<{ readonly asked: Asked; readonly session: SessionData }>;

export interface NounRoute {
  /** As TanStack Router writes paths: '/zones/$id'. */
  readonly path: string;
  /** Loads the page when it is first opened: `() => import('./zone-list.tsx').then((m) => m.ZoneList)`. */
  readonly load: () => Promise<FunctionComponent>;
  /** Sends for what the page will need besides its own chunk, such as a map, as the address asks for it. */
  readonly warm?: (search: Search) => void;
  /** Stands in the list of nouns at the left, in this order. */
  readonly nav?: {
    readonly order: number;
    readonly title: Bilingual;
    /** Who finds it there; everyone, unless said. What a person may not open is simply absent. */
    readonly shownTo?: (session: SessionData) => boolean;
    /** A hook that counts what waits there: shown beside the title and in the top bar; null while it is not known. */
    readonly useCount?: () => number | null;
  };
}
