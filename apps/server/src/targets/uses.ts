// Which targets name an indicator, for the library's where-used.
import type { UsesOfNoun } from '../indicators/index.ts';
import { linesInForce } from './lines.ts';

export const targetUses: UsesOfNoun = async (_db, { rulebook, on }) =>
  linesInForce(rulebook, on).flatMap(({ id, head, target }) =>
    target.indicator === undefined
      ? []
      : [
          {
            noun: 'targets' as const,
            code: id,
            title: target.title,
            link: `/targets?place=${head.jurisdiction}`,
            codes: [target.indicator],
          },
        ],
  );
