// Puts the training province into the database, and takes it out again: all of it, never a part.
import type { Rulebook } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { deleteCases } from '../approvals/index.ts';
import { deleteTrainingBoundaries, insertLayer, keepSet } from '../boundaries/index.ts';
import { deleteRounds, insertWholeRounds, unitsToAsk } from '../consultation/index.ts';
import { deleteDefinitions } from '../definitions/index.ts';
import { deleteTrainingScenarios, insertTrainingScenarios } from '../planner/index.ts';
import { appendPlanActions, deleteTrainingPlans, insertPlans, loader, type NewPlan } from '../plans/index.ts';
import type { Database } from '../platform/database.ts';
import { deleteTrainingStatistics } from '../statistics/index.ts';
import { dataText, readJurisdictions } from '../territory/index.ts';
import { deleteZones, insertActs, insertFigures, insertZones } from '../zones/index.ts';
import { baseDay, trainingDay } from './days.ts';
import { trainingFigures } from './figures.ts';
import { trainingCounty, trainingLayers } from './land.ts';
import { generatorVersion, trainingProvince } from './province.ts';
import { readAnnex, trainingPlans } from './province-plans.ts';
import { placesOfRounds, trainingRounds } from './rounds.ts';
import { loadTrainingStatistics } from './statistics-load.ts';

const by = `training generator ${generatorVersion}`;

/** Answers the rows written. The places must be there, and no training rows. */
export async function loadTraining(tx: Database, rulebook: Rulebook): Promise<number> {
  const { stories, zones, acts } = trainingProvince(readJurisdictions());
  const { plans, actions } = trainingPlans(stories, readAnnex(dataText('plans/pujiang-2021.json')));
  const register = (await insertZones(tx, zones, by)) + (await insertActs(tx, acts, by));
  const written = register + (await insertFigures(tx, trainingFigures(stories), by));
  await insertPlans(tx, rulebook, plans);
  await appendPlanActions(tx, actions);
  await loadLand(tx, plans);
  const units = new Map(await Promise.all(placesOfRounds().map(async (place) => [place, await unitsToAsk(tx, rulebook, place)] as const)));
  const rounds = trainingRounds(rulebook, plans, units);
  await insertWholeRounds(tx, rounds);
  const scenarios = await insertTrainingScenarios(tx, rulebook, { day: baseDay, rulesOn: trainingDay });
  const statistics = await loadTrainingStatistics(tx, rulebook, stories);
  return written + plans.length + actions.length + rounds.length + scenarios + statistics;
}

/** Layers of the training county; its blocks are for its clerk to bring. */
async function loadLand(tx: Database, plans: readonly NewPlan[]): Promise<void> {
  const found = plans.find(({ plan }) => plan.jurisdiction === trainingCounty);
  if (!found) return;
  const common = { dataset: 'training', jurisdiction: trainingCounty, by: loader } as const;
  for (const { kind, title, owner, validFrom, features } of trainingLayers(found.plan)) {
    const set = await keepSet(tx, { ...common, features, surveyGrade: true, source: null });
    const id = `training-${trainingCounty}-${kind}`;
    await insertLayer(tx, { ...common, id, kind, title, owner, source: '训练数据，由程序绘制', validFrom, set });
  }
}

/** Removes every training row, what people did with them included. Real rows are not touched; the audit keeps what was recorded. */
export async function removeTraining(tx: Database): Promise<void> {
  await deleteTrainingScenarios(tx);
  await deleteRounds(tx, 'training');
  await deleteDefinitions(tx, 'training');
  await deleteTrainingStatistics(tx);
  await deleteCases(tx, 'training');
  await deleteTrainingBoundaries(tx);
  await deleteTrainingPlans(tx);
  await deleteZones(tx, 'training');
}

/** Whether the database holds a training province now; it can be removed while the server runs. */
export async function hasTraining(db: Database): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select exists (select 1 from zones where dataset = 'training') as held`.execute(db);
  return rows[0]?.held ?? false;
}
