// The server's log: one JSON object a line in the state directory. People see one short line for a fault; the stack stays in the file.
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from './say.ts';

export interface Log {
  readonly path: string;
  readonly event: (what: string, facts: Readonly<Record<string, unknown>>) => void;
  /** A bug of ours, or a machine that failed: told to the operator, with the id that the caller was shown. */
  readonly fault: (requestId: string, where: string, fault: unknown) => void;
  readonly close: () => Promise<void>;
}

const turnOver = 10 * 1024 * 1024;

export function openLog(home: string, say: Say): Log {
  const path = join(home, 'server.log');
  mkdirSync(home, { recursive: true });
  if (existsSync(path) && statSync(path).size > turnOver) renameSync(path, `${path}.1`);
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
  stream.on('error', (fault) => say(`日志不能写入 The log ${path} cannot be written: ${fault.message}`));
  const event: Log['event'] = (what, facts) => {
    stream.write(`${JSON.stringify({ at: new Date().toISOString(), what, ...facts })}\n`);
  };
  return {
    path,
    event,
    fault: (requestId, where, fault) => {
      event('fault', { requestId, where, ...described(fault) });
      say(`程序出错 Fault ${requestId} in ${where}: ${fault instanceof Error ? messageOf(fault) : String(fault)} (more in ${path})`);
    },
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}

function described(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const issues = 'issues' in fault ? { issues: fault.issues } : {};
  const data = 'data' in fault ? { data: fault.data } : {};
  const stack = quotesValue(fault) ? fault.stack?.replaceAll(fault.message, messageOf(fault)) : fault.stack;
  return { message: messageOf(fault), stack, ...issues, ...data, ...(fault.cause ? { cause: described(fault.cause) } : {}) };
}

/** PostgreSQL quotes the value it could not read (class 22), and the value may be anything a person sent. */
function quotesValue(fault: Error): fault is Error & { readonly code: string } {
  return 'severity' in fault && 'code' in fault && typeof fault.code === 'string' && fault.code.startsWith('22');
}

function messageOf(fault: Error): string {
  return quotesValue(fault) ? `the database could not read a value (${fault.code})` : fault.message;
}
