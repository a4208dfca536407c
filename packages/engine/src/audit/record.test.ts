import { describe, expect, it } from 'vitest';
import { entryText } from './index.ts';

describe('the text that is hashed', () => {
  it('does not depend on the order of fields', () => {
    expect(entryText({ b: null, a: '浦江"' })).toBe('{"a":"浦江\\"","b":null}');
    expect(entryText({ a: '浦江"', b: null })).toBe('{"a":"浦江\\"","b":null}');
  });

  it('holds every field, also one named to hide', () => {
    const hidden: Record<string, unknown> = JSON.parse('{"a":"x","__proto__":"y","1":"z"}');
    expect(entryText(hidden)).toBe('{"1":"z","__proto__":"y","a":"x"}');
  });
});
