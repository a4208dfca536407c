// What the command line may use of the training province without a database.
import { readJurisdictions } from '../territory/index.ts';
import { type TrainingProvince, trainingProvince } from './province.ts';

export { trainingDay } from './days.ts';

export function trainingRegister(): Pick<TrainingProvince, 'zones' | 'acts'> {
  return trainingProvince(readJurisdictions());
}
