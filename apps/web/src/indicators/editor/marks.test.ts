import { expect, it } from 'vitest';
import { piecesOf } from './marks.ts';

it('cuts a formula into names, what is wrong, and the rest, and loses no character', () => {
  const pieces = piecesOf(
    '税收 + 用地',
    [{ from: 3, to: 4 }],
    [
      { from: 0, to: 2 },
      { from: 5, to: 7 },
    ],
  );
  expect(pieces).toEqual([
    { text: '税收', kind: 'part' },
    { text: ' ', kind: 'plain' },
    { text: '+', kind: 'wrong' },
    { text: ' ', kind: 'plain' },
    { text: '用地', kind: 'part' },
  ]);
  expect(pieces.map(({ text }) => text).join('')).toBe('税收 + 用地');
});

it('what is wrong wins over a name, and places of an older text are cut off', () => {
  expect(piecesOf('用地', [{ from: 0, to: 2 }], [{ from: 0, to: 2 }])).toEqual([{ text: '用地', kind: 'wrong' }]);
  expect(piecesOf('用', [{ from: 5, to: 9 }], [{ from: -1, to: 90 }])).toEqual([{ text: '用', kind: 'part' }]);
  expect(piecesOf('', [{ from: 0, to: 1 }], [])).toEqual([]);
});
