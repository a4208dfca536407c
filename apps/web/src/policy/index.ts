// What other nouns may use of policy: a clause opened beside their own work.
export { ClausePanel } from './clause-panel.tsx';
