// A narrower target beside the wider one (F38): Pujiang's 45 % beside the province's 55 %. Shown together; neither is judged by the other.

import type { InferContractRouterOutputs } from '@orpc/contract';
import type { targets } from '@zhenghe/contract/targets';
import type { Library } from '@zhenghe/engine/indicators';
import { type Bilingual, Decimal } from '@zhenghe/engine/kernel';
import { comparability } from '@zhenghe/engine/targets';
import type { Line } from './lines.ts';
import { definedLine } from './view.ts';

type Beside = InferContractRouterOutputs<{ targets: typeof targets }>['targets']['sheet']['beside'][number];

/** Pairs that the packs say speak of the same thing (`measure`), the narrower place first. */
export function besides(lines: readonly Line[], library: Library): Beside[] {
  return lines.flatMap((narrow) =>
    lines
      .filter((wide) => narrow.target.measure !== undefined && wide.target.measure === narrow.target.measure)
      .filter((wide) => wide.head.jurisdiction !== narrow.head.jurisdiction && isWithin(narrow, wide))
      .map((wide) => besideOf(narrow, wide, library)),
  );
}

function isWithin(narrow: Line, wide: Line): boolean {
  return narrow.head.jurisdiction.startsWith(wide.head.jurisdiction.replace(/(?:00)+$/u, ''));
}

function besideOf(narrow: Line, wide: Line, library: Library): Beside {
  const { comparable, reason } = comparability([definedLine(narrow, library), definedLine(wide, library)]);
  return { county: narrow.id, province: wide.id, comparable, note: noteOf(narrow.target, wide.target, reason) };
}

const signs = { '-1': { zh: '低于', en: 'below' }, '0': { zh: '等于', en: 'equal to' }, '1': { zh: '高于', en: 'above' } } as const;

function noteOf(narrow: Line['target'], wide: Line['target'], reason: Bilingual | null): Bilingual {
  const [own, other] = [`${narrow.goal.value} ${narrow.unit}`, `${wide.goal.value} ${wide.unit}`];
  const order = new Decimal(narrow.goal.value).comparedTo(wide.goal.value);
  const sign = order < 0 ? signs['-1'] : order > 0 ? signs['1'] : signs['0'];
  return {
    zh: `本地目标 ${own} ${sign.zh}上级目标 ${other}（${wide.goal.year} 年）${reason ? `。${reason.zh}` : ''}`,
    en: `The local goal of ${own} is ${sign.en} the wider one of ${other} (${wide.goal.year})${reason ? `. ${reason.en}` : ''}`,
  };
}
