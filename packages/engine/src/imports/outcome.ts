// What an import would do, row by row, before anything is done (试运行): add, change, leave as it is, or refuse with the reason.
import type { Bilingual } from '../kernel/index.ts';

export const effects = ['add', 'change', 'same', 'refused'] as const;
export type Effect = (typeof effects)[number];

/** One field of one row; null where there is nothing. */
export interface FieldChange {
  readonly field: Bilingual;
  readonly before: string | null;
  readonly after: string | null;
}

/** Where it stands in the file. */
export interface Origin {
  readonly sheet: string;
  readonly row: number;
}

export interface PlannedRow extends Origin {
  readonly effect: Effect;
  /** What it is about: a noun's own id; null for what gets its id only when it is written. */
  readonly subject: string | null;
  readonly label: string;
  readonly changes: readonly FieldChange[];
  /** Why it is refused, or what must be known of it. */
  readonly reason: Bilingual | null;
}

export type Counts = Readonly<Record<Effect, number>>;

export function countsOf(rows: readonly Pick<PlannedRow, 'effect'>[]): Counts {
  const counts = { add: 0, change: 0, same: 0, refused: 0 };
  for (const { effect } of rows) counts[effect] += 1;
  return counts;
}

/** Why a dry run may not be committed; null when it may. One refused row refuses the whole file: nothing is half-written. */
export function stopOf(counts: Counts): Bilingual | null {
  if (counts.refused > 0) {
    return {
      zh: `有 ${counts.refused} 行不能写入，整份文件都没有写入。改好后请重新导入。`,
      en: `${counts.refused} ${counts.refused === 1 ? 'row is' : 'rows are'} refused, so nothing of the file is written. Mend them and import again.`,
    };
  }
  if (counts.add + counts.change === 0) {
    return { zh: '文件与现有记录相同，没有要写入的内容。', en: 'The file says what is recorded already; there is nothing to write.' };
  }
  return null;
}
