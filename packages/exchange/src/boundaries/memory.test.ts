// A file of 50 MB is read under 1 GB of memory: measured in a process of its own, with a heap that could not hold much more.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BoundaryFormat, Feature } from '@zhenghe/engine/boundaries';
import { afterAll, expect, test } from 'vitest';
import { boundaryLimits } from './limits.ts';
import { ringAround, zone40 } from './testing.ts';
import { writeBoundaries } from './write-boundaries.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhenghe-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const megabyte = 1024 * 1024;

/** What stands before the blocks of a file, and what parts them. */
const frames: Readonly<Record<string, { readonly head: string; readonly between: string; readonly end: string }>> = {
  geojson: { head: '"features": [\n', between: ',\n', end: '\n]\n}\n' },
  csv: { head: '用途\r\n', between: '', end: '' },
  'survey-txt': { head: '[地块坐标]\r\n', between: '', end: '' },
};

/** A block of a thousand vertices, written once and repeated under other codes until the file comes near its limit. */
async function bigFile(format: BoundaryFormat, blocks: number): Promise<Buffer> {
  const block: Feature = { code: 'CODE', name: '区块', shape: [[ringAround([119.9, 29.4], 0.009, 1000)]], attributes: { 用途: '工业' } };
  const { bytes } = await writeBoundaries([block], { format, system: zone40, training: false, title: '大文件' });
  const text = new TextDecoder(format === 'survey-txt' ? 'gb18030' : 'utf-8').decode(bytes);
  const { head, between, end } = frames[format] ?? { head: '', between: '', end: '' };
  const from = text.indexOf(head) + head.length;
  const body = text.slice(from, text.length - end.length);
  const parts = Array.from({ length: blocks }, (_, index) =>
    Buffer.from(body.replaceAll('CODE', `b${index}`) + (index < blocks - 1 ? between : '')),
  );
  return Buffer.concat([Buffer.from(text.slice(0, from)), ...parts, Buffer.from(end)]);
}

const script = `
  const { readBoundaries } = await import(process.argv[1]);
  const { readFileSync } = await import('node:fs');
  const read = await readBoundaries('big', readFileSync(process.argv[2]));
  const vertices = read.ok ? read.raw.features.flatMap(({ rings }) => rings).reduce((sum, { positions }) => sum + positions.length, 0) : read.reason;
  console.log(JSON.stringify({ vertices, rss: process.resourceUsage().maxRSS * 1024 }));
`;

test.each<[BoundaryFormat, number]>([
  ['geojson', 1650],
  ['csv', 1000],
  ['survey-txt', 1400],
])('%s', async (format, blocks) => {
  const bytes = await bigFile(format, blocks);
  expect(bytes.length).toBeGreaterThan(42 * megabyte);
  expect(bytes.length).toBeLessThan(boundaryLimits.fileBytes);
  const path = join(folder, format);
  writeFileSync(path, bytes);
  const reader = fileURLToPath(new URL('read-boundaries.ts', import.meta.url));
  const run = spawnSync(
    process.execPath,
    ['--max-old-space-size=700', '--import', 'tsx', '--input-type=module', '-e', script, reader, path],
    { encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  const { vertices, rss } = JSON.parse(run.stdout);
  expect(vertices).toBe(blocks * 1001);
  expect(rss).toBeLessThan(1024 * megabyte);
});
