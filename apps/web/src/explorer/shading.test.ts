import { describe, expect, it } from 'vitest';
import { light } from '../ui/theme.ts';
import { areaMarks, limitsOf, type Shaded, shadeLegend, shadeOf, squareMarks, stepFor, zoneMarks } from './shading.ts';
import { words } from './words.ts';

const shaded = (key: string, value: string | null): Shaded => ({ key, value, text: value ?? 'none', title: `${key}: ${value ?? 'none'}` });
const ten = Array.from({ length: 10 }, (_, index) => shaded(`r${index}`, String(index * 10)));
const county = (code: string, parent: string, outlined = true) => ({
  ...{ code, parent, outlined, name: '', nameEn: '', level: 'county' as const, mountain26: false, island: false },
  point: [120, 30] as [number, number],
});

describe('steps of a map', () => {
  it('part the figures into five groups whose limits are figures themselves', () => {
    expect(limitsOf(ten).map(({ value }) => value)).toEqual(['20', '40', '60', '80']);
    expect(ten.map((row) => stepFor(row, limitsOf(ten)))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });
  it('are fewer where there are few different figures, and one where all are equal', () => {
    expect(limitsOf([shaded('a', '5'), shaded('b', '5.0'), shaded('c', '5')])).toEqual([]);
    expect(limitsOf([shaded('a', null)])).toEqual([]);
    expect(stepFor(shaded('a', '5'), [])).toBe(0);
  });
  it('have no step for what is missing: it is not the lowest', () => {
    expect(stepFor(shaded('x', null), limitsOf(ten))).toBeNull();
    const marks = areaMarks({ rows: [...ten, shaded('330726', null)], places: [county('330726', '330700')], palette: light });
    expect(marks['330726']?.fill).toBe(light.ground);
    expect(light.steps).not.toContain(light.ground);
  });
});

describe('marks', () => {
  it('shade a county by itself, or by its city', () => {
    const places = [county('330726', '330700'), county('330182', '330100')];
    const marks = areaMarks({ rows: [shaded('330726', '1'), shaded('330100', '2')], places, palette: light });
    expect(Object.keys(marks).sort()).toEqual(['330182', '330726']);
    expect(marks['330182']?.fill).not.toBe(marks['330726']?.fill);
  });
  it('draw a district without an outline as a square', () => {
    const places = [county('330113', '330100', false), county('330182', '330100')];
    const rows = [shaded('330113', '1'), shaded('330182', '2')];
    expect(squareMarks({ rows, places, palette: light }).map(({ id, shape }) => [id, shape])).toEqual([['330113', 'square']]);
  });
  it('draw zones larger with the figure, hollow without, and none where there is no place', () => {
    const points = new Map(
      [...ten.map(({ key }) => [key, [120, 30]] as const), ['x', [120, 30]] as const].map(([key, at]) => [
        key,
        [at[0] ?? 0, at[1] ?? 0] as const,
      ]),
    );
    const marks = zoneMarks([...ten, shaded('x', null), shaded('nowhere', '5')], points, light);
    const size = (id: string) => marks.find((mark) => mark.id === id)?.size ?? 0;
    expect(size('r9')).toBeGreaterThan(size('r0'));
    expect(marks.find(({ id }) => id === 'x')?.shape).toBe('ring');
    expect(marks.some(({ id }) => id === 'nowhere')).toBe(false);
  });
});

it('the legend explains every shade and size there is', () => {
  const rows = [...ten, shaded('x', null)];
  const areas = shadeLegend({ rows, points: false, palette: light, w: words.zh });
  const used = rows.map((row) => {
    const step = stepFor(row, limitsOf(rows));
    return step === null ? light.ground : shadeOf(step, limitsOf(rows), light);
  });
  for (const fill of used) expect(areas.map(({ color }) => color)).toContain(fill);
  expect(areas.map(({ label }) => label)).toEqual(['20 以下', '20 – 40 以下', '40 – 60 以下', '60 – 80 以下', '80 及以上', '无数']);
  const sizes = shadeLegend({ rows: ten, points: true, palette: light, w: words.zh }).map(({ size }) => size);
  expect(new Set(sizes).size).toBe(5);
  expect(shadeLegend({ rows: [shaded('a', '5')], points: false, palette: light, w: words.zh })).toHaveLength(1);
});
