import { describe, expect, it } from 'vitest';
import { type KeptStore, readKept, slotOf, writeKept } from './kept.ts';

function aStore(): KeptStore & { readonly size: () => number } {
  const map = new Map<string, string>();
  return {
    getItem: (slot) => map.get(slot) ?? null,
    setItem: (slot, text) => void map.set(slot, text),
    removeItem: (slot) => void map.delete(slot),
    size: () => map.size,
  };
}

const at = '2026-11-22T08:00:00.000Z';
const now = Date.parse(at) + 60_000;
const slot = slotOf('p1', 'plans/pujiang', '3');

describe('what was typed', () => {
  it('comes back for the same person, thing and version, and for no other', () => {
    const store = aStore();
    writeKept(store, slot, '1.0', { at, content: { text: '理由' } });
    expect(readKept(store, slot, '1.0', now)).toEqual({ at, content: { text: '理由' } });
    for (const other of [slotOf('p2', 'plans/pujiang', '3'), slotOf('p1', 'plans/yiwu', '3'), slotOf('p1', 'plans/pujiang', '4')]) {
      expect(readKept(store, other, '1.0', now)).toBeNull();
    }
  });
  it('does not mix things whose names hold a stroke', () => {
    expect(slotOf('p1', 'a/b', 'c')).not.toBe(slotOf('p1', 'a', 'b/c'));
  });
  it('is gone after two weeks, under another edition of the product, and when it cannot be read', () => {
    for (const [edition, later, text] of [
      ['1.0', 15 * 86_400_000, null],
      ['1.1', 0, null],
      ['1.0', 0, '{"at":'],
    ] as const) {
      const store = aStore();
      writeKept(store, slot, '1.0', { at, content: 1 });
      if (text !== null) store.setItem(slot, text);
      expect(readKept(store, slot, edition, now + later)).toBeNull();
      expect(store.size()).toBe(0);
    }
  });
});
