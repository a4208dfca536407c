// What is generated from the migrations: migrates a throw-away database and describes it, as row types and as the data model.
import { createTestDatabase, startTestPostgres } from '../apps/server/src/platform/test-database.ts';
import { dataModel } from './data-model.ts';
import { rowTypes } from './row-types.ts';

/** The texts of docs/data-model.md and apps/server/src/platform/rows.ts. */
export async function databaseDocs(): Promise<{ readonly dataModel: string; readonly rowTypes: string }> {
  const postgres = await startTestPostgres();
  try {
    const { db, drop } = await createTestDatabase(postgres);
    const texts = { dataModel: await dataModel(db), rowTypes: await rowTypes(db) };
    await drop();
    return texts;
  } finally {
    await postgres.stop();
  }
}
