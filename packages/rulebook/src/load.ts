// Loads every pack of a folder, or refuses all of them with every problem at once (F26).

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Beside, nothingBeside, plannerFile, readBeside, workflowFile } from './beside.ts';
import { type ShippedLibrary, shippedLibrary } from './library.ts';
import { libraryProblems } from './library-links.ts';
import { linkProblems } from './links.ts';
import { depthOf } from './place.ts';
import { PackFault, type PackProblem } from './problem.ts';
import { type ReadPack, readPack } from './read.ts';
import type { Pack, PlannerDefaults, WorkflowDefaults } from './schema.ts';

export interface Rulebook extends Beside, ShippedLibrary {
  /** Sorted by id. */
  readonly packs: readonly Pack[];
  readonly pack: (id: string) => Pack | undefined;
}

export type ReadRulebook =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

const builtIn = join(dirname(fileURLToPath(import.meta.url)), '..', 'packs');

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
  const beside = readBeside(dir, new Set(entries.map(({ name }) => name)));
  problems.push(...beside.problems, ...defaultProblems(beside.value?.workflowDefaults, read));
  problems.push(...plannerProblems(beside.value?.plannerDefaults, read));
  // Links are judged only when every pack could be read: otherwise a broken pack would be reported again by all that name it.
  if (read.size === folders.length && beside.value) problems.push(...linkProblems(read), ...libraryProblems(read, beside.value));
  if (problems.length > 0 || !beside.value) return { ok: false, problems };
  return { ok: true, rulebook: rulebookOf([...read.values()].map((item) => item.pack).sort(byRank), beside.value) };
}

/** As `readPacks`, for those who cannot go on without: throws a PackFault that lists every problem. */
export function loadPacks(dir?: string): Rulebook {
  const read = readPacks(dir);
  if (!read.ok) throw new PackFault(read.problems);
  return read.rulebook;
}

export function rulebookOf(packs: readonly Pack[], beside: Partial<Beside> = {}): Rulebook {
  const byId = new Map(packs.map((pack) => [pack.head.id, pack]));
  const whole = { ...nothingBeside, ...beside };
  const library = shippedLibrary(packs, whole.indicatorDefaults, whole.statisticsDefaults);
  return { packs, ...whole, ...library, pack: (id) => byId.get(id) };
}

/** A default speaks of a workflow, a step and departments that exist. */
function defaultProblems(defaults: WorkflowDefaults | undefined, read: ReadonlyMap<string, ReadPack>): readonly PackProblem[] {
  const known = new Map([...read.values()].flatMap(({ pack }) => pack.workflows).map((one) => [one.id, one]));
  const problem = (path: string, value: string, expected: PackProblem['expected']) => ({
    file: workflowFile,
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
function plannerProblems(defaults: PlannerDefaults | undefined, read: ReadonlyMap<string, ReadPack>): readonly PackProblem[] {
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
