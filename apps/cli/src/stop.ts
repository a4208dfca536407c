// How a command ends early: it says why, in text or as one JSON object, and gives its exit code.
import type { Bilingual } from '@zhenghe/engine/kernel';

/** A row of "what could not be read". */
export interface BadCell {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: Bilingual;
}

export class Stop extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`exit ${exitCode}`);
    this.exitCode = exitCode;
  }
}

export type Language = 'zh' | 'en';
export type Format = 'text' | 'json';

export interface Voice {
  readonly lang: Language;
  readonly format: Format;
}

/** Ends the command with 2. Text goes to stderr; JSON, being the answer a program waits for, to stdout. */
export function cannot(voice: Voice, error: Bilingual, problems: readonly BadCell[] = []): Stop {
  if (voice.format === 'json') printJson({ error, problems });
  else process.stderr.write(`${[error[voice.lang], ...problems.map((problem) => lineOf(problem, voice.lang))].join('\n')}\n`);
  return new Stop(2);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function lineOf({ sheet, row, column, value, reason }: BadCell, lang: Language): string {
  const words =
    lang === 'zh'
      ? { sheet: '表', row: '行', column: '列', value: '值' }
      : { sheet: 'sheet', row: 'row', column: 'column', value: 'value' };
  const place = [
    sheet === null ? '' : `${words.sheet} ${sheet}`,
    row === null ? '' : `${words.row} ${row}`,
    column === null ? '' : `${words.column} ${column}`,
    value === null ? '' : `${words.value} ${JSON.stringify(value)}`,
  ].filter((part) => part !== '');
  return `  ${place.join('  ')}${place.length > 0 ? '  ' : ''}${reason[lang]}`;
}
