import { describe, expect, it } from 'vitest';
import { viewOf } from './view.ts';

const both = { zh: '', en: '' };
const session = { day: '2021-06-10', datasets: ['real', 'training'] as ('real' | 'training')[] };

describe('the view an address asks for', () => {
  it("opens on the session's day, the training province, the whole province", () => {
    expect(viewOf({}, session, 'zh-CN')).toEqual({ on: '2021-06-10', data: 'training', place: '330000', language: 'zh' });
  });
  it('takes what the address says', () => {
    const search = { on: '2020-10-12', data: 'real', place: '330726', lang: 'en' };
    expect(viewOf(search, session, 'zh')).toEqual({ on: '2020-10-12', data: 'real', place: '330726', language: 'en' });
  });
  it('opens on the place the person acts for, unless the address names the province', () => {
    const county = {
      ...session,
      card: { id: 'county', role: 'county' as const, name: both, unit: both, question: both, jurisdiction: '330726' },
    };
    expect(viewOf({}, county, 'zh').place).toBe('330726');
    expect(viewOf({ place: '330000' }, county, 'zh').place).toBe('330000');
  });
  it('falls back where the address makes no sense', () => {
    const search = { on: '2021-02-30', data: 'other', place: '999', lang: 'fr' };
    expect(viewOf(search, session, 'en-GB')).toEqual({ on: '2021-06-10', data: 'training', place: '330000', language: 'en' });
  });
  it('never offers a data set the server does not have', () => {
    expect(viewOf({ data: 'training' }, { day: '2026-11-22', datasets: ['real'] }, 'zh').data).toBe('real');
  });
});
