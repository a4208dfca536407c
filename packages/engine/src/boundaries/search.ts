// Which of many boxes touch one: a packed tree, built once.
import Flatbush from 'flatbush';
import type { Box } from './inside.ts';

/** Answers the indexes of the boxes that touch the asked one, in no order. */
export function indexOf(boxes: readonly Box[]): (asked: Box) => readonly number[] {
  if (boxes.length === 0) return () => [];
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(box[0], box[1], box[2], box[3]);
  tree.finish();
  return (asked) => tree.search(asked[0], asked[1], asked[2], asked[3]);
}
