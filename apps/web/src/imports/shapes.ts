// What the imports answer, as plain types.
import type { Answers } from '@zhenghe/contract/client';

export type Preview = Answers['imports']['preview'];
export type PreviewRow = Preview['rows'][number];
export type Problem = Preview['problems'][number];
export type Note = Preview['notes'][number];
export type SheetFound = Preview['sheets'][number];
export type Kind = Answers['imports']['kinds'][number];
export type KindName = Kind['kind'];
export type Batch = Answers['imports']['get'];
export type Origin = Answers['imports']['origins'][number];
export type HandOut = NonNullable<Answers['imports']['commit']['handOut']>;
export type Effect = PreviewRow['effect'];

/** By sheet of the file: the sheet of the form and, by field, the heading. */
export type Mapping = Record<string, { sheet: string; columns: Record<string, string> }>;

export const effects = ['add', 'change', 'same', 'refused'] as const satisfies readonly Effect[];
export const effectTones = { add: 'good', change: 'info', same: 'quiet', refused: 'bad' } as const;
export const stateTones = {
  waiting: 'info',
  working: 'info',
  committed: 'good',
  failed: 'bad',
  cancelled: 'quiet',
  undone: 'quiet',
} as const satisfies Readonly<Record<Batch['state'], string>>;
