// The zones of public record, put into an empty register.
import { anyCommitted } from '../imports/index.ts';
import type { Database } from '../platform/database.ts';
import { readRealZones } from './real.ts';
import { deleteZones, insertActs, insertZones } from './save.ts';

/** Replaces all real zones by what the files say; answers the rows written. A register that people have corrected is theirs and stays. */
export async function loadRealZones(tx: Database): Promise<number> {
  if (await anyCommitted(tx, 'zones', 'real')) return 0;
  const { zones, acts } = readRealZones();
  await deleteZones(tx, 'real');
  return (await insertZones(tx, zones, 'data/zones')) + (await insertActs(tx, acts, 'data/zones'));
}
