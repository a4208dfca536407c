#!/usr/bin/env node
// Runs the TypeScript sources as they are: no build, no server, from any folder.
import { register } from 'tsx/esm/api';

register();
const { run } = await import('../src/main.ts');
process.exitCode = await run(process.argv);
