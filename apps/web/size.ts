// Weighs what a browser loads before the first page stands: the entry, the overview, and all they import, gzipped.
// `node --import tsx apps/web/size.ts` after a build; fails above the budget. The map and the charts come later.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const budget = 300_000;
const dist = process.env.DIST ?? join(import.meta.dirname, 'dist');
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

const files = new Set<string>(['index.html']);
const seen = new Set<string>();
for (const name of ['index.html', 'src/cockpit/overview.tsx']) gather(name);

const sizes = [...files].map((file) => ({ file, size: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }));
const total = sizes.reduce((sum, { size }) => sum + size, 0);
for (const { file, size } of sizes.sort((a, b) => b.size - a.size)) console.log(`${String(size).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  first page in all, of ${budget} bytes allowed`);
if (total > budget) process.exitCode = 1;

function gather(name: string): void {
  const chunk = manifest[name];
  if (!chunk || seen.has(name)) return;
  seen.add(name);
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) gather(next);
}
