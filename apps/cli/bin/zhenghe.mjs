#!/usr/bin/env node
// Runs the TypeScript sources as they are: no build, no server, from any folder.
import { register } from 'tsx/esm/api';

try {
  register();
  const { run } = await import('../src/main.ts');
  process.exitCode = await run(process.argv);
} catch (fault) {
  // Never 1: that says that a plan was checked and something blocks.
  process.stderr.write(`程序出错，请报告 / the program failed, please report it:\n${fault?.stack ?? fault}\n`);
  process.exitCode = 3;
}
