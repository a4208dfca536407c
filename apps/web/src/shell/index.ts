// What nouns may use of the shell.
export { api, client, queryClient } from './api.ts';
export { usePlaceName, usePlacePath, useTerritory } from './place-switch.tsx';
export type { NounRoute } from './route.ts';
export { type SessionData, useSession } from './session.ts';
export { province, useAddress, useOpen, useParam, useView } from './view.ts';
