// What adopting would do to each place: a new draft, a new version of its draft, or nothing, because its plan has left the draft. Pure.
// The server decides; this is what it will say, as far as the list of plans shows it.
import type { BoardView } from './view.ts';

export interface PlanNow {
  readonly id: string;
  readonly jurisdiction: string;
  readonly state: 'draft' | 'submitted' | 'returned' | 'accepted' | 'approved' | 'refused';
  readonly version: number;
}

export interface Adoptable {
  readonly code: string;
  readonly name: string;
  readonly zones: number;
  readonly parks: number;
  readonly plan: PlanNow | null;
  readonly outcome: 'new' | 'version' | 'refused';
}

/** Plans are drawn up by each place for itself: of a joint one its members. */
export function adoptable(view: BoardView, names: ReadonlyMap<string, string>, plans: readonly PlanNow[]): readonly Adoptable[] {
  const codes = [...new Set([...view.parks.values()].map(({ park }) => park.jurisdiction))].sort();
  return codes.map((code) => {
    const parks = [...view.parks.values()].filter(({ park }) => park.jurisdiction === code);
    const plan = plans.find(({ jurisdiction }) => jurisdiction === code) ?? null;
    return {
      ...{ code, name: names.get(code) ?? code, parks: parks.length, plan },
      zones: parks.filter(({ role }) => role === 'lead').length,
      outcome: plan === null ? 'new' : plan.state === 'draft' ? 'version' : 'refused',
    };
  });
}
