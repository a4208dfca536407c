// How the state of a filing looks, everywhere the same.
import type { Tone } from '../../ui/index.ts';
import type { BoardRow } from '../shapes.ts';

export const stateTones: Readonly<Record<BoardRow['state'], Tone>> = {
  draft: 'quiet',
  returned: 'warn',
  review: 'info',
  decide: 'info',
  approved: 'good',
  refused: 'bad',
};
