// What loading and the command line may use of the training province.
export { trainingDay } from './days.ts';
export { trainingBlocks, trainingCounty } from './land.ts';
export { hasTraining, loadTraining, removeTraining } from './load.ts';
export { generatorVersion } from './province.ts';
