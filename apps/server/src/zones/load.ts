// The zones of public record, put into an empty register.
import type { Database } from '../platform/database.ts';
import { readRealZones } from './real.ts';
import { deleteZones, insertActs, insertZones } from './save.ts';

/** Replaces all real zones by what the files say; answers the rows written. */
export async function loadRealZones(tx: Database): Promise<number> {
  const { zones, acts } = readRealZones();
  await deleteZones(tx, 'real');
  return (await insertZones(tx, zones, 'data/zones')) + (await insertActs(tx, acts, 'data/zones'));
}
