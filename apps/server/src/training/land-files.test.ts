// The files people practise on hold what is said of them: the sound ones nothing, the flawed ones their findings, the others their reason.
import { guessCrs, normalise, overlayBy } from '@zhenghe/engine/boundaries';
import { readBoundaries } from '@zhenghe/exchange/boundaries';
import initGeosJs from 'geos-wasm';
import { expect, it } from 'vitest';
import { trainingFiles } from './land-files.ts';

const files = await trainingFiles();
const overlay = overlayBy(await initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined }));

it.each(files.map((file) => [file.name, file] as const))('%s', async (_name, { name, bytes, tells }) => {
  const read = await readBoundaries(name, bytes);
  if ('refused' in tells) {
    const told = read.ok ? 'was read' : [read.reason.zh, ...read.problems.flatMap(({ reason, value }) => [reason.zh, value])].join('\n');
    expect(told).toContain(tells.refused);
    return;
  }
  if (!read.ok) throw new Error(read.reason.zh);
  const [guess] = guessCrs(read.raw, null);
  if (!guess) throw new Error('no system was guessed');
  const nameOf = (_raw: unknown, index: number) => ({ code: `${index + 1}`, name: '', attributes: {} });
  const done = normalise({ features: read.raw.features, crs: guess.crs, nameOf, county: null, overlay });
  expect(done.features).toHaveLength(3);
  expect(done.findings.filter(({ standing }) => standing === 'mend').map(({ kind }) => kind)).toEqual(tells.findings);
});

it('no name is given twice, and nothing large or dangerous is handed round', () => {
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  expect(Math.max(...files.map(({ bytes }) => bytes.length))).toBeLessThan(1_000_000);
  expect(files.some(({ name }) => /炸弹|外部文件|指向包外/.test(name))).toBe(false);
});
