// What other nouns may use of consultation: the panel on a subject's page, the way from a row to a comment, what is open
// for the overview, what waits for my work.
export { CommentHere, OpenRoundProvider, openPublicRound } from './comment-here.tsx';
export { useRoundsOf } from './hooks.ts';
export { OpenRounds } from './open-rounds.tsx';
export { SubjectPanel } from './subject-panel.tsx';
export { WaitingRounds } from './waiting-rounds.tsx';
