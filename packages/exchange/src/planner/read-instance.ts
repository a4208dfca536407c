// Reads an instance of the planner (docs/planner-file.md): the format first, then what its figures and references mean, all at once.
import { PlannerFile } from '@zhenghe/contract/planner-instance';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type Instance, instanceProblems, type Problem, problemAt, sizeLimits } from '@zhenghe/engine/planner';
import { expected, type Issue, pathText, readJson, reasonOf, valueAt } from '../kernel/index.ts';

export interface InstanceFile {
  readonly instance: Instance;
  readonly about: { readonly title?: string | undefined; readonly training?: boolean | undefined; readonly day?: string | undefined };
}

export type ReadInstance =
  | ({ readonly ok: true } & InstanceFile)
  | { readonly ok: false; readonly reason: Bilingual; readonly problems: readonly Problem[] };

export function readInstanceFile(bytes: Uint8Array): ReadInstance {
  const decoded = readJson(bytes);
  if (!decoded.ok) return { ok: false, reason: decoded.reason, problems: [] };
  const problems = listProblems(decoded.value);
  if (problems.length > 0) return refused(problems);
  const parsed = PlannerFile.safeParse(decoded.value);
  if (!parsed.success) return refused(formProblems(decoded.value, parsed.error.issues));
  const { about = {}, ...instance } = parsed.data;
  const found = instanceProblems(instance);
  return found.length > 0 ? refused(found) : { ok: true, instance, about };
}

function refused(problems: readonly Problem[]): ReadInstance {
  const count = problems.length;
  return {
    ok: false,
    reason: {
      zh: `文件有 ${count} 处问题，没有求解。`,
      en: `The file has ${count} ${count === 1 ? 'problem' : 'problems'}; nothing was solved.`,
    },
    problems,
  };
}

/** Before anything is made of them: lists longer than one run takes, down to those within a row. */
function listProblems(candidate: unknown): readonly Problem[] {
  const lists = ['jurisdictions', 'parks', 'adjacency', 'locks', 'decisions'] as const;
  return lists.flatMap((list) => {
    const rows = valueAt(candidate, [list]);
    if (!Array.isArray(rows)) return [];
    const limit = list === 'decisions' ? sizeLimits.locks : sizeLimits[list];
    if (rows.length > limit) return [tooLong(list, rows.length, limit)];
    return rows.flatMap((row: unknown, place) =>
      Object.entries(typeof row === 'object' && row !== null ? row : {}).flatMap(([field, value]) =>
        Array.isArray(value) && value.length > sizeLimits.jurisdictions
          ? [tooLong(`${list}[${place}].${field}`, value.length, sizeLimits.jurisdictions)]
          : [],
      ),
    );
  });
}

function tooLong(where: string, count: number, limit: number): Problem {
  return problemAt('too-many', where, {
    value: count,
    what: { zh: `共 ${count} 项，超过一次能读的规模。`, en: `${count} of them are more than one file may hold.` },
    expected: { zh: `不超过 ${limit} 项`, en: `at most ${limit}` },
    mend: { zh: '按市或县分成几个文件。', en: 'Part it into files by city or county.' },
  });
}

/**
 * What the format refuses, and – so that a person mends the file once – what is wrong with the rest of it: the refused places are filled
 * with something harmless, the rest is looked at, and what it says about a refused row is dropped.
 */
function formProblems(candidate: unknown, issues: readonly Issue[]): readonly Problem[] {
  const said = issues.map((issue) => formProblem(candidate, issue));
  const rows = issues.map((issue) => pathText(issue.path.slice(0, 2)));
  if (issues.some((issue) => issue.path.length < 2 && issue.code !== 'unrecognized_keys')) return said;
  const mended: unknown = structuredClone(candidate);
  for (const issue of issues) mend(mended, issue);
  const parsed = PlannerFile.safeParse(mended);
  if (!parsed.success) return said;
  // The first park says how many industries there are; where it cannot be read, nobody knows.
  const rest = instanceProblems(parsed.data).filter(({ code }) => code !== 'planner/outputs-length' || !rows.includes('parks[0]'));
  return [
    ...said,
    ...rest.filter(({ where }) => !rows.some((row) => where === row || where.startsWith(`${row}.`) || where.startsWith(`${row}[`))),
  ];
}

/** Locks, decisions and pairs that cannot be read are taken out by naming nothing; a field becomes the smallest of its type. */
function mend(file: unknown, issue: Issue): void {
  if (issue.code === 'unrecognized_keys') {
    const holder = valueAt(file, issue.path);
    if (typeof holder === 'object' && holder !== null) for (const key of issue.keys) Reflect.deleteProperty(holder, key);
    return;
  }
  const holder = valueAt(file, issue.path.slice(0, -1));
  const last = issue.path.at(-1);
  if (typeof holder === 'object' && holder !== null && last !== undefined) Reflect.set(holder, last, harmless(issue));
}

function harmless(issue: Issue): unknown {
  if (issue.code === 'invalid_value') return issue.values[0];
  if (issue.code === 'invalid_union') return { outcome: 'merge', park: '' };
  if (issue.code !== 'invalid_type') return ['', ''];
  const byType: Readonly<Record<string, unknown>> = { string: '', number: 0, boolean: false, array: [], tuple: ['', ''] };
  return byType[issue.expected] ?? null;
}

function formProblem(candidate: unknown, issue: Issue): Problem {
  const where = issue.path.length === 0 ? '' : pathText(issue.path);
  const value = valueAt(candidate, issue.path);
  const shown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : value;
  return problemAt('form', where, { ...(shown === undefined ? {} : { value: shown }), ...wordsOf(issue, value) });
}

function wordsOf(issue: Issue, value: unknown): Pick<Problem, 'what' | 'expected' | 'mend'> {
  const asDocumented = { zh: '见 docs/planner-file.md', en: 'see docs/planner-file.md' };
  if (issue.code === 'unrecognized_keys') {
    return {
      what: reasonOf(issue, lockForms),
      expected: asDocumented,
      mend: { zh: '改正拼写，或删去；附注写在 about 里。', en: 'Correct its spelling, or remove it; notes go into about.' },
    };
  }
  const missing = value === undefined;
  return {
    what: missing ? { zh: '缺少这一项。', en: 'This is missing.' } : { zh: '不符合格式。', en: 'Not as the format wants it.' },
    expected: missing && issue.code === 'invalid_type' ? expected(issue.expected) : reasonOf(issue, lockForms),
    mend: missing
      ? { zh: '补上；没有数据时不能写 0，请先查清。', en: 'Add it. Where the figure is not known do not write 0; find it out first.' }
      : { zh: '改成格式要的内容。', en: 'Write what the format wants.' },
  };
}

function lockForms(): Bilingual {
  const forms = '{"together":["a","b"]} | {"apart":["a","b"]} | {"outcome":"merge","park":"a"}';
  return { zh: `应为 ${forms}。`, en: `Expected ${forms}.` };
}
