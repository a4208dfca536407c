export { writeZoneWorkbook, type ZoneExport } from './write-zones.ts';
