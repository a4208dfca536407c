// What an office sends by mistake and an attacker on purpose: refused by name, with its place, and nothing half read.
import { describe, expect, it, test } from 'vitest';
import { boundaryLimits } from './limits.ts';
import { readBoundaries } from './read-boundaries.ts';
import { faultyFiles, fileOf, someFeatures } from './testing.ts';
import { editedShapefile, editedSurvey } from './training-file.ts';

describe('refused', () => {
  test.each(faultyFiles(someFeatures()))('$what', async ({ bytes, says }) => {
    const read = await readBoundaries('file', await bytes());
    if (read.ok) throw new Error('was read');
    const words = [read.reason, ...read.problems.map(({ reason }) => reason)];
    expect(words.map(({ zh }) => zh).join('\n') + read.problems.map(({ value }) => value).join('\n')).toContain(says);
    for (const { zh, en } of words) expect(zh !== '' && en !== '').toBe(true);
  });

  it('a file above 50 MB', async () => {
    const read = await readBoundaries('big.csv', new Uint8Array(boundaryLimits.fileBytes + 1));
    expect(read.ok ? '' : read.reason.zh).toContain('50 MB');
  });
});

describe('problems', () => {
  it('are all told at once, with line and field, 200 at most and the count of the rest', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `b1,x${index},y${index}`).join('\n');
    const read = await readBoundaries('a.csv', Buffer.from(`地块编号,x,y\n${rows}`));
    if (read.ok) throw new Error('was read');
    expect(read.problems).toHaveLength(200);
    expect(read.reason.zh).toContain('600');
    expect(read.reason.zh).toContain('另有 400 处');
    expect(read.problems[1]).toMatchObject({ row: 2, column: 'y', value: 'y0' });
  });

  it('of a GeoJSON name the vertex', async () => {
    const read = await readBoundaries('a.json', Buffer.from('{"type":"Polygon","coordinates":[[[120,29],[1e309,29],[120,29]]]}'));
    expect(read.ok ? null : read.problems).toMatchObject([{ row: 1, column: 'coordinates[0][1]', value: '["Infinity",29]' }]);
  });

  it('of a Shapefile name the layer and the record', async () => {
    const bytes = await editedShapefile(someFeatures(), (parts) => {
      const name = [...parts.keys()].find((key) => key.endsWith('.shx')) ?? '';
      const index = Buffer.from(parts.get(name) ?? []);
      index.writeUInt32BE(1_000_000, 100 + 8);
      parts.set(name, index);
    });
    const read = await readBoundaries('a.zip', bytes);
    expect(read.ok ? null : read.problems).toMatchObject([{ sheet: '训练数据_boundaries.shp', row: 2 }]);
  });
});

describe('datums without public parameters', () => {
  it.each([
    ['1980西安坐标系', 'xian80'],
    ['80国家坐标系', 'xian80'],
    ['北京54坐标系', 'beijing54'],
  ])('%s is read as what it is', async (words, datum) => {
    const bytes = await editedSurvey(someFeatures(), (text) => text.replace('2000国家大地坐标系', words));
    const read = await readBoundaries('a.txt', bytes);
    expect(read.ok && read.raw.declared).toMatchObject({ crs: null, refused: datum });
    expect(read.ok && read.raw.declared?.words).toContain(words);
  });
});

describe('a reading', () => {
  it('ends when it is cancelled', async () => {
    const { bytes } = await fileOf(someFeatures(), 'csv');
    await expect(readBoundaries('a.csv', bytes, { signal: AbortSignal.abort(new Error('cancelled')) })).rejects.toThrow('cancelled');
  });

  it('is cancelled half way, and tells how far it is', async () => {
    const bytes = Buffer.from(`地块编号,经度,纬度\n${'b,120.1234,29.1234\n'.repeat(1_500_000)}`);
    const told: number[] = [];
    const control = new AbortController();
    const progress = (share: number) => {
      told.push(share);
      if (share > 0.3) control.abort(new Error('enough'));
    };
    await expect(readBoundaries('a.csv', bytes, { signal: control.signal, progress })).rejects.toThrow('enough');
    expect(told.length).toBeGreaterThan(1);
    expect(told.every((share) => share >= 0 && share < 0.9)).toBe(true);
  });
});
