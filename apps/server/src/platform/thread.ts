// Starts a file of ours as a worker thread.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * A thread does not read TypeScript by itself: tsx is registered first. Named by its file, as the thread resolves bare names from where
 * the process was started, and what `require` would answer for tsx/esm/api is the wrong one of its two builds.
 */
const loader = new URL('dist/esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))).href;

/** It does not keep the process alive by itself. `entry` is the address of a TypeScript file. */
export function startThread(entry: string, { memoryMb, data }: { readonly memoryMb: number; readonly data?: unknown }): Worker {
  const starts = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  const made = new Worker(starts, { eval: true, execArgv: [], workerData: data, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  made.unref();
  return made;
}
