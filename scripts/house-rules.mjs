// Rules of the house that no library checks: file length, engine purity, banned file names, nothing of one machine in the tree.
import { execFileSync } from 'node:child_process';

const longest = 400;
const bannedNames = /(^|\/)(services?|managers?|helpers?|utils?|commons?|types)\.tsx?$/;
const source = /\.(ts|tsx|mjs)$/;

/** Every broken rule as one line "file: what"; an empty list is a clean house. */
export function houseRules(readFileSync) {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  return files.flatMap((file) => problemsOf(file, readFileSync));
}

function problemsOf(file, readFileSync) {
  if (!source.test(file) && !/\.(md|json|yaml|yml|sql)$/.test(file)) return [];
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return []; // deleted in the working tree, still in the index
  }
  const problems = [];
  if (/["'\s(](\/root\/|\/work\/)/.test(text)) problems.push(`${file}: holds a path of one machine`);
  if (file.endsWith('package-lock.json')) {
    if (/"resolved": "https?:/.test(text)) problems.push(`${file}: names a registry host`);
    return problems;
  }
  if (!source.test(file)) return problems;
  if (bannedNames.test(file)) problems.push(`${file}: name says nothing; name the noun`);
  const lines = text.split('\n').length;
  if (lines > longest && !/rows\.ts$/.test(file)) problems.push(`${file}: ${lines} lines, at most ${longest}`);
  if (file.startsWith('packages/engine/src/') && !/\.test\.ts$|testing\.ts$/.test(file)) {
    if (/\bMath\.random\b|\bnew Date\b|\bDate\.now\b|\bperformance\./.test(text))
      problems.push(`${file}: the engine takes time and chance as arguments`);
  }
  return problems;
}
