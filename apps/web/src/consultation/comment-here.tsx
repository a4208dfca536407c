// "Comment on this" beside a row of the subject while the public is asked about just this version.
import { createContext, useContext } from 'react';
import { Link, useWords } from '../ui/index.ts';
import './consultation.css';
import { roundPath } from './parts/round-cards.tsx';
import { placeKey } from './places.ts';
import type { RoundRow } from './shapes.ts';
import { words } from './words-desk.ts';

/** The open public round on the version in view; null while there is none. */
const OpenRoundContext = createContext<string | null>(null);
export const OpenRoundProvider = OpenRoundContext.Provider;

export function openPublicRound(rounds: readonly RoundRow[], version: number): string | null {
  return rounds.find((round) => round.kind === 'public' && round.state === 'open' && round.version === version)?.id ?? null;
}

export function CommentHere({ table, row, name }: { readonly table: string; readonly row: string; readonly name: string }) {
  const round = useContext(OpenRoundContext);
  const p = useWords(words).panel;
  if (round === null) return null;
  return (
    <Link to={roundPath(round)} search={{ at: placeKey({ table, row }) }} className="comment-here" title={p.commentOn(name)}>
      {p.commentHere}
      <span className="visually-hidden"> {name}</span>
    </Link>
  );
}
