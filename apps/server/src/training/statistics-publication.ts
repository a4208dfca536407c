// What the training figures are brought in as: approved on a day, from a source that says it is invented.
import { type Bilingual, type Day, type Period, periodName } from '@zhenghe/engine/kernel';
import type { NewFigure } from '../statistics/index.ts';

export interface TrainingPublication {
  readonly on: Day;
  readonly source: Bilingual;
  /** Why what was approved before is corrected; null the first time. */
  readonly reason: string | null;
  readonly figures: readonly NewFigure[];
}

export function sourceOf(form: Bilingual, period: Period): Bilingual {
  const name = periodName(period);
  return { zh: `训练数据 · ${form.zh}，${name.zh}`, en: `Training data · ${form.en}, ${name.en}` };
}
