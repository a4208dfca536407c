import { differencesOf, type Plan } from '@zhenghe/engine/plans';
import { describe, expect, it } from 'vitest';
import { light } from '../ui/theme.ts';
import { mapLegend, mapMarks, mapOutline, mapRows } from './map-rows.ts';
import { aSmallPlan } from './sample.ts';
import { words } from './words-map.ts';

const sample = aSmallPlan();
const look = { palette: light, w: words.zh };
const [block] = sample.blocks;
const park = sample.parks.find(({ code }) => code === block?.park);
const zone = sample.parts.find(({ code }) => code === block?.part)?.zone;
const places = [{ name: park?.name ?? '', point: [119.9, 29.4] as const }];
const rowsOf = (to: Plan) => mapRows([sample, to], differencesOf(sample, to), places);
const changeOf = (to: Plan, id: string) => rowsOf(to).find((row) => row.id === id)?.change;

describe('two versions on the map', () => {
  it('have every park and zone once, unchanged where nothing changed', () => {
    expect(rowsOf(sample).map(({ change }) => change)).toEqual([...sample.parks, ...sample.zones].map(() => 'same'));
  });

  it('mark the park and the zone of a block whose area changed, and no other', () => {
    const to = { ...sample, blocks: sample.blocks.map((one) => (one === block ? { ...one, areaAfter: '99.00' } : one)) };
    const changed = rowsOf(to).filter(({ change }) => change === 'changed');
    expect(changed.map(({ id }) => id).sort()).toEqual([`park/${park?.code}`, `zone/${zone}`]);
  });

  it('keep what one version alone has, with no figure on the other side', () => {
    const fewer = { ...sample, parks: sample.parks.filter((one) => one !== park) };
    expect(changeOf(fewer, `park/${park?.code}`)).toBe('removed');
    expect(rowsOf(fewer).find(({ id }) => id === `park/${park?.code}`)?.to).toBeNull();
    expect(mapRows([fewer, sample], differencesOf(fewer, sample), []).find(({ id }) => id === `park/${park?.code}`)).toMatchObject({
      change: 'added',
      from: null,
    });
  });

  it('say for the whole place how many differ', () => {
    const to = { ...sample, blocks: sample.blocks.map((one) => (one === block ? { ...one, areaAfter: '99.00' } : one)) };
    expect(mapOutline(rowsOf(to), look)).toMatchObject({ hatched: true, label: '2 个有改动' });
    expect(mapOutline(rowsOf(sample), look)).toMatchObject({ hatched: false, label: '没有改动' });
  });

  it('find a renamed park where the register has it under its old name', () => {
    const to = { ...sample, parks: sample.parks.map((one) => ({ ...one, name: `${one.name}（改）` })) };
    expect(rowsOf(to).find(({ id }) => id === `park/${park?.code}`)).toMatchObject({ at: [119.9, 29.4], change: 'changed' });
  });

  it('give no sum over a figure that is missing', () => {
    const to: Plan = {
      ...sample,
      blocks: sample.blocks.map((one) => (one === block ? { ...one, areaBefore: { missing: 'not-given' } } : one)),
    };
    expect(rowsOf(to).find(({ id }) => id === `park/${park?.code}`)?.to).toEqual({ missing: 'not-given' });
  });

  it('draw only what the register places, by a shape and a word as well as by colour', () => {
    const fewer = { ...sample, parks: sample.parks.filter((one) => one !== park) };
    const marks = mapMarks(rowsOf(fewer), look);
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({ shape: 'ring', at: [119.9, 29.4] });
    expect(marks[0]?.title).toContain('去掉');
    expect(mapLegend(look).map(({ shape }) => shape)).toContain('ring');
  });
});
