// Which target lines speak of a place on a day: those of the packs that apply there then, the place's own first.
import type { Day } from '@zhenghe/engine/kernel';
import { chainOf, type Pack, type Rulebook, type Target } from '@zhenghe/rulebook';

export interface Line {
  /** pack/id */
  readonly id: string;
  readonly head: Pack['head'];
  readonly target: Target;
}

/** The place itself, then its city, then the province; drafts too, as drafts. News reports targets of others and sets none. */
export function linesFor(rulebook: Rulebook, place: string, on: Day): readonly Line[] {
  return chainOf(place).flatMap((each) => linesInForce(rulebook, on).filter(({ head }) => head.jurisdiction === each));
}

export function linesInForce(rulebook: Rulebook, on: Day): readonly Line[] {
  return rulebook.packs
    .filter(({ head }) => head.status !== 'news' && head.appliesFrom <= on && (head.appliesTo === null || on <= head.appliesTo))
    .flatMap(({ head, targets }) => targets.map((target) => ({ id: `${head.id}/${target.id}`, head, target })));
}
