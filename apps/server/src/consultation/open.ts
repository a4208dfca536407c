// Bringing in whole rounds at once, generated for training. Each is folded first: one that could not have happened is not written.
import type { Database } from '../platform/database.ts';
import { type Contact, insertContact, insertRounds, insertSteps } from './queries.ts';
import { type Round, standingOf } from './record.ts';

export interface WholeRound extends Round {
  readonly contacts: readonly Contact[];
}

export async function insertWholeRounds(tx: Database, rounds: readonly WholeRound[]): Promise<void> {
  for (const round of rounds) standingOf(round);
  await insertRounds(
    tx,
    rounds.map(({ head }) => head),
  );
  await insertSteps(tx, rounds);
  for (const { head, contacts } of rounds) for (const contact of contacts) await insertContact(tx, head, contact);
}
