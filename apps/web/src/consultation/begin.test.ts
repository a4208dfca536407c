import { describe, expect, it } from 'vitest';
import { beginContent, beginGaps, earliestOf, emptyBegin, withUnit } from './begin.ts';

const offer = { earliest: { plain: '2021-06-16', business: '2021-07-04' } };
const day = '2021-06-04';

describe('beginning a round', () => {
  it('takes the day the rule allows, a later one where business is touched, any day among units', () => {
    expect(earliestOf(emptyBegin, offer, day)).toBe('2021-06-16');
    expect(earliestOf({ ...emptyBegin, business: 'yes' }, offer, day)).toBe('2021-07-04');
    expect(earliestOf({ ...emptyBegin, kind: 'internal', business: 'yes' }, offer, day)).toBe(day);
  });
  it('names a day too early, no day, and no unit', () => {
    expect(beginGaps(emptyBegin, day)).toEqual(['closesOn']);
    expect(beginGaps({ ...emptyBegin, closesOn: '2021-06-15' }, '2021-06-16')).toEqual(['tooEarly']);
    expect(beginGaps({ ...emptyBegin, kind: 'internal', closesOn: '2021-06-16' }, day)).toEqual(['units']);
  });
  it('sends units only where units are asked, each once', () => {
    const asked = withUnit(withUnit(withUnit({ ...emptyBegin, kind: 'internal', closesOn: day }, 'a', true), 'b', true), 'a', true);
    expect(beginContent(asked)).toEqual({ kind: 'internal', closesOn: day, touchesBusiness: false, units: ['b', 'a'] });
    expect(beginContent({ ...asked, kind: 'public', business: 'yes', note: ' 说明 ' })).toEqual({
      kind: 'public',
      closesOn: day,
      touchesBusiness: true,
      note: '说明',
    });
    expect(withUnit(asked, 'a', false).units).toBe('b');
  });
});
