// Who brings files in; the server decides which kinds, and for which places.
import type { SessionData } from '../shell/index.ts';

const bringers: readonly string[] = ['province', 'city', 'county', 'security-admin'];

export function mayBring({ card }: SessionData): boolean {
  return card !== null && bringers.includes(card.role);
}
