// What other nouns may use of the zones register.
export { countByPlace, type PlaceCount } from './counts.ts';
export { extentSince } from './extent.ts';
export { type FigureKind, type FigureRecord, figuresOn, insertFigures, noFigures, type ParkFigures } from './figures.ts';
export { figureImport } from './figures-kind.ts';
export { zoneImport } from './import-kind.ts';
export { loadRealZones } from './load.ts';
export { meter } from './meter.ts';
export { type ParkOnDay, parksOn } from './queries.ts';
export { realZoneFiles } from './real.ts';
export type { ActRecord, ZoneRecord } from './record.ts';
export { zonesRoutes } from './routes.ts';
export { deleteZones, insertActs, insertZones } from './save.ts';
export { spansOf } from './spans.ts';
export { actsThroughTime, registerMark, type ZoneThroughTime, zonesThroughTime } from './through-time.ts';
