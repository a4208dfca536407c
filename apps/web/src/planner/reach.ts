// Who plans: the plan offices of the province, a city, a county; each writes the scenarios of its own place. The server decides.
import type { SessionData } from '../shell/index.ts';

const planners: readonly string[] = ['province', 'city', 'county'];

export function plansHere({ card }: Pick<SessionData, 'card'>): boolean {
  return card !== null && planners.includes(card.role);
}
