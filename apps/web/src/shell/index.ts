// What nouns may use of the shell.
export { api, client, queryClient } from './api.ts';
export { inStore, parsedJson } from './browser-store.ts';
export { type Asked, answerAtDoor } from './door.ts';
export { forgetAllKept, useKept, useOwnSlot } from './kept.ts';
export { KeptOffer } from './kept-offer.tsx';
export { useLeave } from './leave.ts';
export { oneKey } from './one-key.ts';
export { usePlaceName, usePlacePath, useTerritory } from './place-switch.tsx';
export type { Door, NounRoute } from './route.ts';
export { type SessionData, takeSession, useSession } from './session.ts';
export { province, useAddress, useOpen, useParam, useView } from './view.ts';
