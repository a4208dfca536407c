// What tests of a whole province start from: everything a demo start loads, the training province included. Loaded once a run.
import { loadPacks } from '@zhenghe/rulebook';
import { loadEverything } from './load.ts';
import { silent } from './platform/say.ts';
import { createFilledDatabase, type TestDatabase } from './platform/test-database.ts';

/** A copy of its own for each test file; call it in `beforeAll` and its `drop` in `afterAll`. */
export function createLoadedDatabase(): Promise<TestDatabase> {
  return createFilledDatabase('loaded', (db) => loadEverything(db, { profile: 'demo', say: silent, rulebook: loadPacks() }));
}
