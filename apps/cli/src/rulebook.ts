// The packs shipped with the product, or the end of the command with every error in them.
import type { PackProblem, Rulebook } from '@zhenghe/rulebook';
import { cannot, type Stop, type Voice } from './stop.ts';

export async function openRulebook(voice: Voice): Promise<Rulebook> {
  const { readPacks } = await import('@zhenghe/rulebook');
  const read = readPacks();
  if (!read.ok) throw badPacks(voice, read.problems);
  return read.rulebook;
}

export function badPacks(voice: Voice, problems: readonly PackProblem[]): Stop {
  const cells = problems.map(({ file, line, path, value, expected }) => ({
    sheet: file,
    row: line,
    column: path === '' ? null : path,
    value,
    reason: expected,
  }));
  const error = {
    zh: `规则包有 ${problems.length} 处错误，没有载入。`,
    en: `The packs have ${problems.length} ${problems.length === 1 ? 'error' : 'errors'} and were not loaded.`,
  };
  return cannot(voice, error, cells);
}
