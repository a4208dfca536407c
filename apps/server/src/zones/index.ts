// What other nouns may use of the zones register.
export type { ActRecord, ZoneRecord } from './record.ts';
export { deleteZones, insertActs, insertZones } from './save.ts';
export { spansOf } from './spans.ts';
