import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CellFate } from '../shapes.ts';
import { type Batch, begin, drop, emptyQueue, giveBack, insist, put, type Queue, settle, stuck, waiting } from './queue.ts';

const fate = (key: string, over: Partial<CellFate> = {}): CellFate => ({
  key,
  fate: 'saved',
  revision: 1,
  theirs: null,
  reason: null,
  ...over,
});

function begun(queue: Queue, key = 'key-0001'): { readonly queue: Queue; readonly batch: Batch } {
  const next = begin(queue, key, 0);
  if (!next?.sending) throw new Error('nothing to send');
  return { queue: next, batch: next.sending };
}

it('sends what was typed once, and is empty when it is saved', () => {
  const { queue, batch } = begun(put(emptyQueue, [{ key: 'tax', value: '5', seen: 0 }]));
  expect(batch.cells).toEqual([{ key: 'tax', value: '5', seen: 0 }]);
  expect(settle(queue, batch, [fate('tax')])).toEqual(emptyQueue);
});

it('sends the very same batch with the same key again while it is not answered', () => {
  const { queue, batch } = begun(put(emptyQueue, [{ key: 'tax', value: '5', seen: 0 }]));
  const typedOn = put(queue, [{ key: 'tax', value: '6', seen: 0 }]);
  expect(begin(typedOn, 'key-0002', 9)?.sending).toEqual({ ...batch, at: 9 });
});

it('keeps what was typed while its cell was on the way, over the revision just saved', () => {
  const { queue, batch } = begun(put(emptyQueue, [{ key: 'tax', value: '5', seen: 0 }]));
  const after = settle(put(queue, [{ key: 'tax', value: '6', seen: 0 }]), batch, [fate('tax', { revision: 4 })]);
  expect(after.pending.tax).toEqual({ key: 'tax', value: '6', seen: 4 });
});

it('gathers value, explanation and comment of a cell in one change', () => {
  const queue = put(put(emptyQueue, [{ key: 'tax', value: '5', seen: 2 }]), [{ key: 'tax', explanation: 'new firm', seen: 3 }]);
  expect(begun(queue).batch.cells).toEqual([{ key: 'tax', value: '5', explanation: 'new firm', seen: 2 }]);
});

it('does not send a text that is no figure, nor a conflict nobody decided, nor what was refused', () => {
  const unread = put(emptyQueue, [
    { key: 'tax', seen: 0, unread: { text: '1.2.3', message: { zh: '不是数', en: 'no number' }, proposal: null } },
  ]);
  expect([begin(unread, 'key-0001', 0), waiting(unread), stuck(unread).length]).toEqual([null, 0, 1]);
  const { queue, batch } = begun(
    put(emptyQueue, [
      { key: 'a', value: '1', seen: 0 },
      { key: 'b', value: '2', seen: 0 },
    ]),
  );
  const after = settle(queue, batch, [
    fate('a', { fate: 'conflict', revision: 7, theirs: '9' }),
    fate('b', { fate: 'refused', reason: { zh: '已锁定', en: 'locked' } }),
  ]);
  expect([waiting(after), stuck(after).map(({ key }) => key)]).toEqual([0, ['a', 'b']]);
});

it('sends mine over theirs after it was decided so, and forgets it when theirs is taken', () => {
  const { queue, batch } = begun(put(emptyQueue, [{ key: 'a', value: '1', seen: 0 }]));
  const conflict = settle(queue, batch, [fate('a', { fate: 'conflict', revision: 7, theirs: '9' })]);
  expect(begun(insist(conflict, 'a')).batch.cells).toEqual([{ key: 'a', value: '1', seen: 7 }]);
  expect(drop(conflict, 'a').pending).toEqual({});
});

it('makes a new batch after a call that was refused as a whole', () => {
  const { queue } = begun(put(emptyQueue, [{ key: 'a', value: '1', seen: 0 }]));
  expect(begin(giveBack(queue), 'key-0002', 0)?.sending?.key).toBe('key-0002');
});

it('ends with the last typed value on the server, whatever is typed while batches are on the way', () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c'),
    value: fc.integer({ min: 0, max: 9 }).map(String),
    answered: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const server = new Map<string, { readonly value: unknown; readonly revision: number }>();
      const seenKeys = new Map<string, readonly CellFate[]>();
      let queue: Queue = emptyQueue;
      let count = 0;
      const send = (reaches: boolean) => {
        const next = begin(queue, `key-${count}`, 0);
        count += 1;
        if (!next?.sending) return;
        queue = next;
        const batch = next.sending;
        const fates =
          seenKeys.get(batch.key) ??
          batch.cells.map((cell) => {
            const revision = (server.get(cell.key)?.revision ?? 0) + 1;
            expect(cell.seen).toBe(revision - 1);
            server.set(cell.key, { value: cell.value, revision });
            return fate(cell.key, { revision });
          });
        seenKeys.set(batch.key, fates);
        if (reaches) queue = settle(queue, batch, fates);
      };
      const last = new Map<string, string>();
      for (const { key, value, answered } of steps) {
        queue = put(queue, [{ key, value, seen: server.get(key)?.revision ?? 0 }]);
        last.set(key, value);
        send(answered);
      }
      while (begin(queue, 'key-more', 0)) send(true);
      expect(new Map([...server].map(([key, { value }]) => [key, value]))).toEqual(last);
    }),
  );
});
