// PostgreSQL on a port that is free: the wished one, else one the system chooses.
import { StartFault } from '../fault.ts';
import { freePort } from '../ports.ts';

/** What PostgreSQL says of a port that it cannot have. */
const taken = 'Address already in use';
const mostTries = 5;

/** A port that was free may be taken before PostgreSQL has it; it is then started on another. */
export async function onFreePort<T>(wished: number | null, start: (port: number) => Promise<T>): Promise<{ started: T; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? wished : null);
    try {
      return { started: await start(port), port };
    } catch (fault) {
      if (!(fault instanceof StartFault && fault.message.includes(taken)) || attempt >= mostTries) throw fault;
    }
  }
}
