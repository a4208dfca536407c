import { describe, expect, it } from 'vitest';
import type { Settings } from '../shapes.ts';
import { differs, problemOf, textOf, withText } from './draft.ts';

const settings: Settings = {
  ...{ touchKm: '4', zoneCost: '1', distanceCost: '0.003', pieceCost: '0.5', maxDetachedPieces: 3, industryCost: '0.02' },
  ...{ abolishOutput: '0.08', abolishStaff: '0.003', convertShare: '0.6', trimCost: '0.01', protectedShare: null },
  ...{ zonesCap: 150, staffShare: '0.7', platforms: null, quotas: {}, joint: [], missing: 'county-median' },
};

describe('a setting as it is typed', () => {
  it('keeps a decimal as the text it was typed as', () => {
    expect(withText(settings, 'zoneCost', ' 1.50 ').zoneCost).toBe('1.50');
  });

  it('is not set when an optional one is left empty', () => {
    expect(withText(settings, 'staffShare', '').staffShare).toBeNull();
    expect(textOf(settings, 'platforms')).toBe('');
  });

  it('is refused with a word for it: a minus, a comma, nothing where something must stand', () => {
    expect([problemOf('zoneCost', '-1'), problemOf('zoneCost', '1,5'), problemOf('zoneCost', '')]).toEqual(['wrong', 'wrong', 'wrong']);
    expect([problemOf('zonesCap', '1.5'), problemOf('platforms', ''), problemOf('zonesCap', '20')]).toEqual(['wrongWhole', null, null]);
  });

  it('does not differ by how its figure is written', () => {
    expect(differs('zoneCost', settings, { ...settings, zoneCost: '1.0' })).toBe(false);
    expect(differs('zoneCost', settings, { ...settings, zoneCost: '1.1' })).toBe(true);
    expect(differs('platforms', settings, { ...settings, platforms: 0 })).toBe(true);
  });
});
