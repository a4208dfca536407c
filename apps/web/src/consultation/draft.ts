// A comment being written: as texts, so that it can be kept through a failed sending and a reload; what is still missing;
// and what goes to the server. Pure.
import { clauseKey, placeAt, placeKey, wirePlace } from './places.ts';
import type { Aim, RoundDetail, Stance } from './shapes.ts';

export type CommentDraft = Readonly<Record<'aim' | 'place' | 'clause' | 'text' | 'stance' | 'name' | 'reach' | 'key', string>>;

export const emptyDraft: CommentDraft = { aim: 'whole', place: '', clause: '', text: '', stance: '', name: '', reach: '', key: '' };

/** The contract's limits, told before the server has to. */
export const limits = { text: 2000, name: 60, reach: 120 } as const;

export type CommentGap = 'place' | 'clause' | 'text' | 'stance' | 'long';

const stances: readonly Stance[] = ['agree', 'disagree', 'no-opinion'];

export function stanceOf(draft: CommentDraft): Stance | undefined {
  return stances.find((one) => one === draft.stance);
}

/** A unit may agree without a word, and has no opinion without one; everybody else writes what they think. */
export function gapsOf(draft: CommentDraft, kind: RoundDetail['kind']): readonly CommentGap[] {
  const gaps: CommentGap[] = [];
  if (kind === 'internal' && !stanceOf(draft)) gaps.push('stance');
  if (kind === 'internal' && draft.stance === 'no-opinion') return gaps;
  if (draft.aim === 'place' && !draft.place) gaps.push('place');
  if (draft.aim === 'clause' && !draft.clause) gaps.push('clause');
  const agrees = kind === 'internal' && draft.stance === 'agree';
  if (!agrees && draft.text.trim() === '') gaps.push('text');
  if (draft.text.length > limits.text || draft.name.length > limits.name || draft.reach.length > limits.reach) gaps.push('long');
  return gaps;
}

export function aimOf(draft: CommentDraft, { places, clauses }: Pick<RoundDetail, 'places' | 'clauses'>): Aim {
  const place = draft.aim === 'place' ? places.find((one) => placeKey(one) === draft.place) : undefined;
  const clause = draft.aim === 'clause' ? clauses.find((one) => clauseKey(one) === draft.clause) : undefined;
  return { place: place ? wirePlace(place) : null, clause: clause ?? null };
}

/** What the server is sent: nothing empty, and the field for machines only when something filled it. */
export function contentOf(draft: CommentDraft, round: RoundDetail, website: string) {
  const stance = round.kind === 'internal' ? stanceOf(draft) : undefined;
  const [name, reach] = [draft.name.trim(), draft.reach.trim()];
  const leaves = round.kind === 'public';
  // No opinion is said without a word, whatever stood in the form before.
  const said = stance === 'no-opinion' ? emptyDraft : draft;
  return {
    round: round.id,
    aim: aimOf(said, round),
    text: said.text.trim(),
    key: draft.key,
    ...(stance && { stance }),
    ...(leaves && name && { name }),
    ...(leaves && reach && { reach }),
    ...(website && { website }),
  };
}

/** A link that names a place begins the comment there; words already written stay. */
export function aimedAt(draft: CommentDraft, places: RoundDetail['places'], at: string | undefined): CommentDraft {
  const place = at ? placeAt(places, at) : undefined;
  return place ? { ...draft, aim: 'place', place: placeKey(place) } : draft;
}

/** How an aim reads: the place with its table where that is known, the clause's code, or null for the whole. */
export function aimText({ place, clause }: Aim, places: RoundDetail['places'] = []): string | null {
  if (!place) return clause?.clause ?? null;
  const table = place.row || place.field ? places.find((one) => one.table === place.table && !one.row && !one.field) : undefined;
  return table ? `${table.label} · ${place.label}` : place.label;
}
