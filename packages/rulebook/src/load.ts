// Loads every pack of a folder, or refuses all of them with every problem at once (F26).

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { linkProblems } from './links.ts';
import { depthOf } from './place.ts';
import { PackFault, type PackProblem } from './problem.ts';
import { openYaml, parseFile, type ReadPack, readPack } from './read.ts';
import {
  type BoundaryDefaults,
  boundaryDefaults,
  type Comparison,
  type ConsultationDefaults,
  comparison,
  consultationDefaults,
  type Pack,
  type PlannerDefaults,
  plannerDefaults,
  type WorkflowDefaults,
  workflowDefaults,
} from './schema.ts';

export interface Rulebook {
  /** Sorted by id. */
  readonly packs: readonly Pack[];
  /** Words for the disagreements that the machine finds. */
  readonly comparisons: readonly Comparison[];
  /** What the product sets where no document does: working days, departments asked. */
  readonly workflowDefaults: WorkflowDefaults;
  /** What measuring boundaries needs and no document gives. */
  readonly boundaryDefaults: BoundaryDefaults;
  readonly consultationDefaults: ConsultationDefaults;
  /** What the planner weighs by and no document gives, and the clauses of its rules. */
  readonly plannerDefaults: PlannerDefaults;
  readonly pack: (id: string) => Pack | undefined;
}

export type ReadRulebook =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

const builtIn = join(dirname(fileURLToPath(import.meta.url)), '..', 'packs');
const comparisonsFile = 'comparisons.yaml';
const defaultsFile = 'workflow-defaults.yaml';
/** Nothing set: no days, nobody asked. */
const noDefaults: WorkflowDefaults = { note: { zh: '未设置。', en: 'Not set.' }, departments: {}, provincial: {}, workflows: [] };

const boundaryFile = 'boundary-defaults.yaml';
/** Only what touches adjoins, and every square metre counts. */
const noBoundaryDefaults: BoundaryDefaults = { note: { zh: '未设置。', en: 'Not set.' }, digit: '0.01', tolerance: '0', gap: '0' };
const plannerFile = 'planner-defaults.yaml';
/** Nothing to weigh by. */
const noPlanner: PlannerDefaults = { note: { zh: '未设置。', en: 'Not set.' }, settings: [], rules: [] };

const consultationFile = 'consultation-defaults.yaml';
const unset = { zh: '未设置。', en: 'Not set.' };
const noConsultation: ConsultationDefaults = {
  publicWorkingDays: null,
  businessDays: null,
  lengthNote: unset,
  internalNote: unset,
  contactDays: null,
  contactNote: unset,
};

/** Every pack of the folder, or every problem of every pack. Nothing is half loaded. */
export function readPacks(dir: string = builtIn): ReadRulebook {
  if (!existsSync(dir)) return { ok: false, problems: [noFolder(dir)] };
  const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = new Map<string, ReadPack>();
  const problems: PackProblem[] = [];
  for (const name of folders) {
    const result = readPack(join(dir, name), name);
    problems.push(...result.problems);
    if (result.read) read.set(name, result.read);
  }
  const hasComparisons = entries.some((entry) => entry.name === comparisonsFile);
  const words = parseFile(openYaml(join(dir, comparisonsFile), comparisonsFile, hasComparisons), z.array(comparison).default([]));
  problems.push(...words.problems);
  const hasDefaults = entries.some((entry) => entry.name === defaultsFile);
  const defaults = parseFile(openYaml(join(dir, defaultsFile), defaultsFile, hasDefaults), workflowDefaults.default(noDefaults));
  problems.push(...defaults.problems, ...defaultProblems(defaults.value, read));
  const hasBoundary = entries.some((entry) => entry.name === boundaryFile);
  const boundary = parseFile(openYaml(join(dir, boundaryFile), boundaryFile, hasBoundary), boundaryDefaults.default(noBoundaryDefaults));
  const hasConsultation = entries.some((entry) => entry.name === consultationFile);
  const consultation = parseFile(
    openYaml(join(dir, consultationFile), consultationFile, hasConsultation),
    consultationDefaults.default(noConsultation),
  );
  const hasPlanner = entries.some((entry) => entry.name === plannerFile);
  const planner = parseFile(openYaml(join(dir, plannerFile), plannerFile, hasPlanner), plannerDefaults.default(noPlanner));
  problems.push(...boundary.problems, ...consultation.problems, ...planner.problems, ...plannerProblems(planner.value, read));
  // Links are judged only when every pack could be read: otherwise a broken pack would be reported again by all that name it.
  if (read.size === folders.length) problems.push(...linkProblems(read));
  if (problems.length > 0 || !words.value || !defaults.value || !boundary.value || !consultation.value || !planner.value)
    return { ok: false, problems };
  return {
    ok: true,
    rulebook: rulebookOf([...read.values()].map((item) => item.pack).sort(byRank), {
      comparisons: words.value,
      workflowDefaults: defaults.value,
      boundaryDefaults: boundary.value,
      consultationDefaults: consultation.value,
      plannerDefaults: planner.value,
    }),
  };
}

/** As `readPacks`, for those who cannot go on without: throws a PackFault that lists every problem. */
export function loadPacks(dir?: string): Rulebook {
  const read = readPacks(dir);
  if (!read.ok) throw new PackFault(read.problems);
  return read.rulebook;
}

type Beside = Partial<Pick<Rulebook, 'comparisons' | 'workflowDefaults' | 'boundaryDefaults' | 'consultationDefaults' | 'plannerDefaults'>>;

export function rulebookOf(packs: readonly Pack[], beside: Beside = {}): Rulebook {
  const byId = new Map(packs.map((pack) => [pack.head.id, pack]));
  const nothing = {
    comparisons: [],
    workflowDefaults: noDefaults,
    boundaryDefaults: noBoundaryDefaults,
    consultationDefaults: noConsultation,
    plannerDefaults: noPlanner,
  };
  return { packs, ...nothing, ...beside, pack: (id) => byId.get(id) };
}

/** A default speaks of a workflow, a step and departments that exist. */
function defaultProblems(defaults: WorkflowDefaults | null, read: ReadonlyMap<string, ReadPack>): readonly PackProblem[] {
  const known = new Map([...read.values()].flatMap(({ pack }) => pack.workflows).map((one) => [one.id, one]));
  const problem = (path: string, value: string, expected: PackProblem['expected']) => ({
    file: defaultsFile,
    line: null,
    path,
    value,
    expected,
  });
  return (defaults?.workflows ?? []).flatMap(({ workflow, steps }) => {
    const found = known.get(workflow);
    if (!found) return [problem('workflows', workflow, { zh: '规则包里的流程编号', en: 'the id of a workflow of a pack' })];
    return steps.flatMap(({ step, signers }) => [
      ...(found.steps.some(({ id }) => id === step)
        ? []
        : [problem(workflow, step, { zh: '该流程的环节', en: 'a step of that workflow' })]),
      ...signers
        .filter((id) => !(defaults && Object.hasOwn(defaults.departments, id)))
        .map((id) => problem(`${workflow}/${step}`, id, { zh: '列出的部门', en: 'a department listed there' })),
    ]);
  });
}

/** A rule of the planner rests on a clause that exists. */
function plannerProblems(defaults: PlannerDefaults | null, read: ReadonlyMap<string, ReadPack>): readonly PackProblem[] {
  return (defaults?.rules ?? []).flatMap(({ rule, clause }) => {
    const known = clause === null || read.get(clause.pack)?.pack.clauses.some(({ code }) => code === clause.clause);
    const expected = { zh: '规则包里的条款', en: 'a clause of a pack' };
    return known ? [] : [{ file: plannerFile, line: null, path: `rules/${rule}`, value: `${clause.pack} ${clause.clause}`, expected }];
  });
}

/** Rules before news, the wider place before the narrower, the older before the newer. */
function byRank(a: Pack, b: Pack): number {
  return rankOf(a).localeCompare(rankOf(b));
}

function rankOf({ head }: Pack): string {
  return [head.status === 'news' ? 1 : 0, depthOf(head.jurisdiction), head.appliesFrom, head.id].join(' ');
}

function noFolder(dir: string): PackProblem {
  return { file: dir, line: null, path: '', value: null, expected: { zh: '规则包文件夹', en: 'a folder of policy packs' } };
}
