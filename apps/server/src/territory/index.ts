// What other nouns may use of territory.
export { type CsvRow, readCsv } from './csv.ts';
export { dataText, readJurisdictions, territoryFiles } from './files.ts';
export { listJurisdictions, saveJurisdictions } from './queries.ts';
export { territoryRoutes } from './routes.ts';
export { plain, searchTextOf, syllablesOf } from './spelling.ts';
