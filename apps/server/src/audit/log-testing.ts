// What the tests of the log share: a database of their own, and a log of which every word is kept.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog } from '../platform/log.ts';
import { createTestDatabase } from '../platform/test-database.ts';

export type LogRig = Awaited<ReturnType<typeof openLogRig>>;

export async function openLogRig() {
  const test = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'zhenghe-log-'));
  const said: string[] = [];
  const log = openLog(folder, (line) => said.push(line));
  return {
    ...{ test, folder, log },
    /** All that was written and said; the log is closed by it. */
    told: async () => {
      await log.close();
      return `${readFileSync(log.path, 'utf8')}\n${said.join('\n')}`;
    },
    close: async () => {
      await test.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
