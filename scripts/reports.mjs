// What the parts of `npm test` leave about themselves: how many passed, and what failed, with its reason in one line each.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** As long as a line at the end of a log may be. */
const longest = 400;
const mostTold = 30;

/** A reporter for vitest that writes its report to that path: tests, hooks and files that failed, and errors outside of every test. */
export function vitestReporter(path) {
  return {
    onTestRunEnd(modules, strayErrors) {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const broken = modules.flatMap((module) => [module, ...module.children.allSuites()]).filter((one) => one.errors().length > 0);
      const failed = tests.filter((test) => test.result().state === 'failed');
      const failures = [
        ...failed.map((test) => ({ name: nameOf(test.module, test.fullName), why: why(test.result().errors) })),
        ...broken.map((one) => ({ name: nameOf(one.module ?? one, one.fullName ?? 'the file itself'), why: why(one.errors()) })),
        ...strayErrors.map((error) => ({ name: 'vitest, outside of every test', why: why([error]) })),
      ];
      writeFileSync(path, JSON.stringify({ passed: tests.filter((test) => test.result().state === 'passed').length, failures }));
    },
  };
}

const nameOf = (module, test) => `${module.project.name} › ${module.relativeModuleId} › ${test}`;
const why = (errors) => errors?.[0]?.message ?? errors?.[0]?.stack ?? '';

/** The report of check.mjs or of vitest; null when there is none, as the part ended before it. */
export function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** Playwright's own JSON, in the same shape. */
export function readJourneys(path) {
  const report = readReport(path);
  if (!report) return null;
  const failed = report.suites.flatMap(specsOf).filter(({ ok }) => !ok);
  return {
    passed: report.stats.expected,
    failures: [
      ...failed.map(({ name, results }) => ({ name, why: results.findLast(({ error }) => error)?.error.message ?? '' })),
      ...report.errors.map(({ message }) => ({ name: 'playwright, outside of every journey', why: message ?? '' })),
    ],
  };
}

/** Suites lie in each other as deep as `describe` does; the outermost is the file. */
function specsOf(suite, above = '') {
  const title = above ? `${above} › ${suite.title}` : suite.title;
  const own = suite.specs.map((spec) => ({
    name: `${title} › ${spec.title}`,
    ok: spec.ok,
    results: spec.tests.flatMap(({ results }) => results),
  }));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, title))];
}

/** One line for each failure, for the end of the log, where a reader who sees nothing else of it looks. */
export function toldFailures(failures) {
  const lines = failures.slice(0, mostTold).map(({ name, why: reason }) => {
    const text = stripVTControlCharacters(`${name}${reason ? ` — ${reason}` : ''}`).replace(/\s+/g, ' ');
    return `  ✗ ${text.length > longest ? `${text.slice(0, longest)}…` : text}`;
  });
  if (failures.length > mostTold) lines.push(`  … and ${failures.length - mostTold} more`);
  return lines.length > 0 ? ['', 'failed:', ...lines].join('\n') : '';
}
