// The identity of a pack follows what it says: the order of keys never matters, the order of a list always does.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf } from './canonical.ts';

/** The same value with the keys of every object turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}

describe('canonical form', () => {
  it('ignores the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => hashOf(turned(value)) === hashOf(value)));
  });

  it('says the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells lists of another order apart', () => {
    const distinct = fc.uniqueArray(fc.string(), { minLength: 2 });
    fc.assert(fc.property(distinct, (list) => hashOf(list) !== hashOf([...list].reverse())));
  });
});
