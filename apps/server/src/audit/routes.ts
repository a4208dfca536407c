// audit.* of the contract: HTTP in and out. An auditor sees the entries of the places the office answers for, and no others.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHex } from '@zhenghe/engine/audit';
import { api, type Caller, type Context } from '../platform/api.ts';
import { refusal } from '../platform/refusal.ts';
import { exportLog } from './export.ts';
import { logTree } from './log-tree.ts';
import { countUnsealed, findEntry, lastHead, listEntries } from './queries.ts';
import { verifyFile } from './verify-file.ts';

/** A larger log is exported by the command line, which writes to disk as it reads. */
const mostInBrowser = 200_000;

export const auditRoutes = api.audit.router({
  list: api.audit.list.handler(async ({ context, input }) => {
    const { page, size, ...search } = input;
    const found = await listEntries(context.db, { ...search, within: scopeOf(context.caller) }, { limit: size, offset: (page - 1) * size });
    return { ...found, page, size };
  }),
  get: api.audit.get.handler(async ({ context, input }) => {
    const found = await findEntry(context.db, input.id, scopeOf(context.caller));
    if (!found) throw refusal('NOT_FOUND', { zh: `没有第 ${input.id} 号审计记录。`, en: `There is no audit entry ${input.id}.` });
    return { entry: found.entry, proof: found.leaf === null ? null : await proofOf(context, found.leaf) };
  }),
  head: api.audit.head.handler(async ({ context }) => {
    const last = await lastHead(context.db);
    if (!last) return { head: null, publicKey: null, waiting: await countUnsealed(context.db) };
    const { publicKey, ...head } = last;
    return { head, publicKey, waiting: await countUnsealed(context.db) };
  }),
  verify: api.audit.verify.handler(async ({ context }) => {
    wholeOnly(context.caller);
    return withExport(context, async (path) => {
      const { key: _, ...report } = await verifyFile(path);
      return { ...report, findings: [...report.findings] };
    });
  }),
  export: api.audit.export.handler(async ({ context }) => {
    wholeOnly(context.caller);
    const head = await lastHead(context.db);
    if ((head?.size ?? 0) + (await countUnsealed(context.db)) > mostInBrowser) throw tooLarge();
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    return withExport(context, async (path) => new File([readFileSync(path)], `audit-${day}.jsonl`, { type: 'application/x-ndjson' }));
  }),
});

/** The beginning of the GB/T 2260 codes the caller's office answers for. */
function scopeOf({ card }: Caller): string {
  if (card?.jurisdiction.endsWith('0000')) return card.jurisdiction.slice(0, 2);
  if (card?.jurisdiction.endsWith('00')) return card.jurisdiction.slice(0, 4);
  return card?.jurisdiction ?? 'nowhere';
}

/** The log is one for the whole province: a part of it proves nothing, and the whole shows other places. */
function wholeOnly(caller: Caller): void {
  if (scopeOf(caller).length === 2) return;
  throw refusal('NOT_ALLOWED', {
    zh: '整本日志由省级审计管理员核验和导出。',
    en: 'The whole log is verified and exported by the provincial auditor.',
  });
}

async function proofOf({ db }: Context, leaf: number) {
  const stored = await lastHead(db);
  if (!stored || leaf >= stored.size) return null;
  const { publicKey: _, ...head } = stored;
  const { sha256 } = await logTree(db);
  // A log that lost leaves has no path; the list still shows, and "verify" says what is wrong.
  return sha256.size() < head.size ? null : { leaf, path: sha256.inclusion(leaf, head.size).map(toHex), head };
}

async function withExport<T>(context: Context, work: (path: string) => Promise<T>): Promise<T> {
  const { db, signer } = context;
  if (!signer) throw refusal('CONFLICT', { zh: '本服务没有签名密钥。', en: 'This server has no signing key.' });
  const folder = mkdtempSync(join(tmpdir(), 'zhenghe-audit-'));
  try {
    const path = join(folder, 'log.jsonl');
    await exportLog(db, signer, path);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tooLarge() {
  return refusal('CONFLICT', {
    zh: `日志超过 ${mostInBrowser} 条，请在服务器上用命令导出：zhenghe audit export 文件`,
    en: `The log holds more than ${mostInBrowser} entries; export it on the server: zhenghe audit export FILE`,
  });
}
