// What other nouns may use of imports: telling what their files are, and what was brought in.
export {
  type DryRun,
  type FileRead,
  type GivenFile,
  type ImportAsked,
  type ImportKind,
  type ImportKinds,
  importKind,
  type Undoing,
  type Writing,
  type Written,
} from './kind.ts';
export { anyCommitted, deleteBatches } from './queries.ts';
export { laterWork } from './refusals.ts';
export { importsRoutes } from './routes.ts';
export { unitImport } from './units-kind.ts';
export { workOnImports } from './worker.ts';
