// Whose turn it is: which plans wait for the card that asks, which are late, and how many stand at each step.
import type { RoleCard } from '@zhenghe/contract/accounts';
import { type PlanRow, planStates } from '@zhenghe/contract/plans';
import type { PlanState } from '@zhenghe/engine/plans';

/** How the codes of the card's own places begin; the public, the province and the administrators have all of them. */
export function placesOf(card: RoleCard | null): string {
  const owns = card && card.role !== 'public' && card.role !== 'province' && !card.role.endsWith('-admin');
  if (!owns) return '';
  return card.role === 'city' || card.role === 'department' ? card.jurisdiction.slice(0, 4) : card.jurisdiction;
}

export function inScope(card: RoleCard | null, rows: readonly PlanRow[]): readonly PlanRow[] {
  return rows.filter((row) => row.jurisdiction.startsWith(placesOf(card)));
}

/** Province: handed in. City: handed in by its counties. County: its own draft, or what came back. Zone: its county's plan. Public: what is approved. */
export function waitingFor(card: RoleCard | null, rows: readonly PlanRow[]): PlanRow[] {
  const scope = inScope(card, rows);
  switch (card?.role) {
    case 'province':
      return scope.filter((row) => row.state === 'submitted' || row.state === 'accepted');
    case 'city':
      return scope.filter((row) => row.state === 'submitted' && row.jurisdiction !== card.jurisdiction);
    // Departments are asked while the city has the plan.
    case 'department':
      return scope.filter((row) => row.state === 'submitted');
    case 'county':
      return scope.filter((row) => row.state === 'draft' || row.state === 'returned');
    case 'zone':
      return [...scope];
    default:
      return scope.filter((row) => row.state === 'approved');
  }
}

const governments: readonly RoleCard['role'][] = ['province', 'city', 'county'];

/** The latest first; told to governments only, a delay being their own business until they publish it. */
export function lateRows(card: RoleCard | null, rows: readonly PlanRow[]): PlanRow[] {
  if (!card || !governments.includes(card.role)) return [];
  return rows.filter((row) => row.lateDays !== null).sort((a, b) => (b.lateDays ?? 0) - (a.lateDays ?? 0));
}

/** Every step with its number, also the empty ones. */
export function countSteps(states: ReadonlyMap<PlanState, number>): { state: string; count: number }[] {
  return planStates.map((state) => ({ state, count: states.get(state) ?? 0 }));
}
