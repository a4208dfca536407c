// What the command line may use of the register without a database.
export type { ZoneRow } from '@zhenghe/contract/zones';
export { rowOnDay, rowsFromRecords } from './from-files.ts';
export { readRealZones } from './real.ts';
export type { ActRecord, ZoneRecord } from './record.ts';
