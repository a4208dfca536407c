import { describe, expect, it } from 'vitest';
import { roughDay } from '../kernel/index.ts';
import { type CorrectableZone, type Correction, correctZone, type PartIn } from './index.ts';

const zone: CorrectableZone = {
  ...{ from: '2015-05-01', fromPrecision: 'on-record', fromDocument: null, to: null },
  names: [{ from: '2015-05-01', value: '甲工业园' }],
  kinds: [{ from: '2015-05-01', value: { type: 'provincial-industrial', grade: 'provincial' } }],
  labels: [],
  plates: [{ name: '甲工业园', level: 'provincial', from: '2015-05-01' }],
  areas: [{ calibre: 'approved', areaKm2: '11.60', from: '2018-03-15', document: '乙' }],
  blocks: [],
};
const on = (text: string) => {
  const day = roughDay(text);
  if (!day) throw new Error(text);
  return day;
};
const document = '浙政函1号';
const asked = (correction: Correction, of: CorrectableZone = zone, acts: readonly PartIn[] = []) => {
  const answer = correctZone(of, correction, acts);
  if (!answer.ok) return answer.reason.en;
  return answer;
};
const changes = (correction: Correction, of = zone) => {
  const answer = correctZone(of, correction, []);
  return answer.ok ? answer.changes.map(({ field, before, after }) => [field, before, after]) : answer.reason.en;
};

describe('the founding day', () => {
  const founded = (text: string): Correction => ({ kind: 'founded', since: on(text), document });

  it('moves what began with the body, and says what it was', () => {
    expect(changes(founded('2006'))).toEqual([
      ['founded', '≤ 2015-05-01', '2006'],
      ['document', null, document],
    ]);
    expect(asked(founded('2006'))).toMatchObject({
      zone: { from: '2006-01-01', fromPrecision: 'year', names: [{ from: '2006-01-01' }], plates: [{ from: '2006-01-01' }] },
    });
  });

  it('is the same when it is said again', () => {
    const answer = correctZone(zone, founded('2006-03'), []);
    expect(answer.ok && changes(founded('2006-03'), answer.zone)).toEqual([]);
  });

  it('cannot come after another fact, after what the body gave to others, or after its end', () => {
    expect(asked(founded('2019'))).toContain('2018-03-15');
    expect(asked(founded('2016'), zone, [{ kind: 'split-off', on: '2015-12-01', side: 'from' }])).toContain('2015-12-01');
    expect(asked(founded('2016'), { ...zone, to: '2015-12-31' })).toContain('ended');
  });

  it('is told when an act of lineage says another day', () => {
    const acts: readonly PartIn[] = [{ kind: 'found', on: '2006-09-01', side: 'to' }];
    expect(asked(founded('2006'), zone, acts)).toMatchObject({ note: null });
    expect(asked(founded('2005'), zone, acts)).toMatchObject({ note: { en: expect.stringContaining('2006-09-01') } });
  });
});

describe('a name or a grade', () => {
  it('is added from its day on, or corrected on the same first day', () => {
    const renamed = correctZone(zone, { kind: 'name', name: '乙开发区', since: on('2020-01'), document }, []);
    expect(renamed.ok && renamed.zone.names).toEqual([zone.names[0], { from: '2020-01-01', value: '乙开发区' }]);
    const mended = correctZone(zone, { kind: 'name', name: '甲产业园', since: on('2015'), document }, []);
    expect(mended.ok && mended.zone.names).toEqual([{ from: '2015-05-01', value: '甲产业园' }]);
  });

  it('is nothing new when it held already, and refused before the first day', () => {
    expect(changes({ kind: 'name', name: '甲工业园', since: on('2017'), document })).toEqual([]);
    expect(changes({ kind: 'name', name: '丙', since: on('2010'), document })).toContain('before the first day');
    expect(changes({ kind: 'grade', type: 'provincial-etdz', grade: 'provincial', since: on('2021'), document })).toEqual([
      ['type', 'provincial-industrial', 'provincial-etdz'],
    ]);
  });
});

describe('an area', () => {
  const area = (areaKm2: Extract<Correction, { kind: 'area' }>['areaKm2'], since: string): Correction => ({
    ...{ kind: 'area', calibre: 'approved', areaKm2, since: on(since), document: '乙' },
  });

  it('corrects the one of the same calibre and day, and is added on another', () => {
    expect(changes(area('12.00', '2018-03'))).toEqual([['area', '11.60', '12.00']]);
    expect(changes(area('11.60', '2018'))).toEqual([]);
    expect(changes(area({ missing: 'secret' }, '2020'))).toEqual([
      ['area', null, { missing: 'secret' }],
      ['document', null, '乙'],
    ]);
    const added = correctZone(zone, area('12.00', '2020'), []);
    expect(added.ok && added.zone.areas.at(-1)).toMatchObject({ from: '2020-01-01', fromPrecision: 'year' });
  });
});
