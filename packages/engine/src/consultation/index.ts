export { afterRoundAction, type RoundProblem, roundProblem, roundStanding } from './fold.ts';
export { earliestClose, type LengthProblem, type LengthRule, lengthProblem, purgeIsDue } from './length.ts';
export * from './round.ts';
export {
  askedStanding,
  type CommentStanding,
  holdsBack,
  newRound,
  type RoundStanding,
  roundStateOn,
  unanswered,
  unitsHeard,
} from './standing.ts';
