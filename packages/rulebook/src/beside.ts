// What stands beside the packs: words for disagreements, and what the product sets where no document does, each labelled as its own.

import { join } from 'node:path';
import { z } from 'zod';
import { type IndicatorDefaults, indicatorDefaults, type StatisticsDefaults, statisticsDefaults } from './library-schema.ts';
import type { PackProblem } from './problem.ts';
import { openYaml, parseFile } from './read.ts';
import {
  type BoundaryDefaults,
  boundaryDefaults,
  type Comparison,
  type ConsultationDefaults,
  comparison,
  consultationDefaults,
  type PlannerDefaults,
  plannerDefaults,
  type WorkflowDefaults,
  workflowDefaults,
} from './schema.ts';

export interface Beside {
  /** Words for the disagreements that the machine finds. */
  readonly comparisons: readonly Comparison[];
  /** What the product sets where no document does: working days, departments asked. */
  readonly workflowDefaults: WorkflowDefaults;
  /** What measuring boundaries needs and no document gives. */
  readonly boundaryDefaults: BoundaryDefaults;
  readonly consultationDefaults: ConsultationDefaults;
  /** What the planner weighs by and no document gives, and the clauses of its rules. */
  readonly plannerDefaults: PlannerDefaults;
  /** Indicators that the documents' own are computed from. */
  readonly indicatorDefaults: IndicatorDefaults;
  /** The product's own forms, checks, due days and tags. */
  readonly statisticsDefaults: StatisticsDefaults;
}

export const workflowFile = 'workflow-defaults.yaml';
export const plannerFile = 'planner-defaults.yaml';
export const indicatorFile = 'indicator-defaults.yaml';
export const statisticsFile = 'statistics-defaults.yaml';

const unset = { zh: '未设置。', en: 'Not set.' };

/** Nothing set: no days, nobody asked; only what touches adjoins and every square metre counts; nothing filed. */
export const nothingBeside: Beside = {
  comparisons: [],
  workflowDefaults: { note: unset, departments: {}, provincial: {}, workflows: [] },
  boundaryDefaults: { note: unset, digit: '0.01', tolerance: '0', gap: '0' },
  consultationDefaults: {
    publicWorkingDays: null,
    businessDays: null,
    lengthNote: unset,
    internalNote: unset,
    contactDays: null,
    contactNote: unset,
  },
  plannerDefaults: { note: unset, settings: [], rules: [] },
  indicatorDefaults: { note: unset, offices: {}, indicators: [] },
  statisticsDefaults: { note: unset, forms: [], tags: [] },
};

const nothing = nothingBeside;

/** All files beside the packs, or every problem of them; one that is absent sets nothing. */
export function readBeside(dir: string, present: ReadonlySet<string>): { value: Beside | null; problems: readonly PackProblem[] } {
  const read = <S extends z.ZodType>(file: string, shape: S) => parseFile(openYaml(join(dir, file), file, present.has(file)), shape);
  const files = {
    comparisons: read('comparisons.yaml', z.array(comparison).default([])),
    workflowDefaults: read(workflowFile, workflowDefaults.default(nothing.workflowDefaults)),
    boundaryDefaults: read('boundary-defaults.yaml', boundaryDefaults.default(nothing.boundaryDefaults)),
    consultationDefaults: read('consultation-defaults.yaml', consultationDefaults.default(nothing.consultationDefaults)),
    plannerDefaults: read(plannerFile, plannerDefaults.default(nothing.plannerDefaults)),
    indicatorDefaults: read(indicatorFile, indicatorDefaults.default(nothing.indicatorDefaults)),
    statisticsDefaults: read(statisticsFile, statisticsDefaults.default(nothing.statisticsDefaults)),
  };
  const problems = Object.values(files).flatMap((file) => file.problems);
  const { comparisons, workflowDefaults: workflows, boundaryDefaults: boundaries, consultationDefaults: consultation } = files;
  const { plannerDefaults: planner, indicatorDefaults: indicators, statisticsDefaults: statistics } = files;
  if (!(comparisons.value && workflows.value && boundaries.value && consultation.value)) return { value: null, problems };
  if (!(planner.value && indicators.value && statistics.value)) return { value: null, problems };
  const value = {
    comparisons: comparisons.value,
    workflowDefaults: workflows.value,
    boundaryDefaults: boundaries.value,
    consultationDefaults: consultation.value,
    plannerDefaults: planner.value,
    indicatorDefaults: indicators.value,
    statisticsDefaults: statistics.value,
  };
  return { value, problems };
}
