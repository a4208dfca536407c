// Many who ask the same at once share an answer: while one read runs, all who come wait for the next one, which begins after the
// last of them asked. So nobody gets rows older than their question, nobody those of another scope, and load ends at one read.
import { type Database, lenderOf } from './database.ts';

interface Flight {
  readonly running: Promise<unknown>;
  next: Promise<unknown> | null;
}

const flights = new WeakMap<object, Map<string, Flight>>();

/** `question` must name all that the answer depends on, save the scope of `db`. In an open transaction nothing is shared. */
export function sharedRead<T>(db: Database, question: string, read: () => Promise<T>): Promise<T> {
  const lender = lenderOf(db);
  if (lender === null) return read();
  const under = flights.get(lender.pool) ?? new Map<string, Flight>();
  flights.set(lender.pool, under);
  const key = JSON.stringify([lender.scope.reach, lender.scope.unit, question]);
  const depart = (): Promise<T> => {
    const answer = read();
    const flight: Flight = { running: answer, next: null };
    under.set(key, flight);
    const land = () => flight.next ?? under.delete(key);
    answer.then(land, land);
    return answer;
  };
  const flight = under.get(key);
  if (!flight) return depart();
  flight.next ??= flight.running.then(depart, depart);
  // Under one key stands one kind of answer.
  return flight.next as Promise<T>;
}
