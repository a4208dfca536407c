// Takes papers from the queue: reads the frozen content, draws, writes, keeps. Each step is told; a cancelled paper is let go.
import { createHash } from 'node:crypto';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type PaperContent, writePaper } from '@zhenghe/exchange/documents';
import { findSet } from '../boundaries/index.ts';
import type { Database } from '../platform/database.ts';
import { type Job, type Jobs, queueJob } from '../platform/jobs/index.ts';
import { queue } from './actions.ts';
import { mapPicture } from './picture.ts';
import { appendStep, findDocument, findOrder, hold, insertFile, listUnfinished, type Order } from './queries.ts';
import { isOver, type NewFile, type StepKind } from './record.ts';

export interface Desk {
  readonly db: Database;
  /** Address of the server as readers reach it; printed with the code. */
  readonly address: string;
}

const again: Bilingual = { zh: '第一次没有成功，马上再试一次。', en: 'The first try did not succeed; it is tried once more.' };
const gaveUp: Bilingual = {
  zh: '两次都没有成功，什么也没有保存。请再生成一次；仍不成功的，把这份文件的编号告诉管理员。',
  en: 'Two tries did not succeed and nothing was kept. Make it once more; if that fails too, tell the administrator its number.',
};

/** Also queues what an earlier run, or a restored backup, left unfinished. */
export async function workOnDocuments(jobs: Jobs, desk: Desk): Promise<void> {
  await jobs.work(queue, (job) => makeFile(desk, job));
  await desk.db.transaction().execute(async (tx) => {
    for (const id of await listUnfinished(tx)) await queueJob(tx, queue, id);
  });
}

async function makeFile(desk: Desk, { id, last }: Job): Promise<void> {
  try {
    const order = await findOrder(desk.db, id);
    if (!order) return; // Removed with its training plan.
    if (!(await step(desk.db, id, 'started'))) return;
    const { jurisdiction, boundaries } = order.content.detail.plan;
    const picture = mapPicture(jurisdiction, boundaries ? await findSet(desk.db, boundaries.sha256) : null);
    if (!(await step(desk.db, id, 'drawn'))) return;
    const address = `${desk.address}/verify/${order.code}`;
    const bytes = await writePaper(order.content, { code: order.code, address }, picture);
    if (!(await step(desk.db, id, 'written'))) return;
    await step(desk.db, id, 'kept', { sha256: sha256(bytes), name: fileName(order), address, bytes });
  } catch (fault) {
    await say(desk.db, id, last);
    throw fault;
  }
}

/** False when the paper was cancelled, or finished by another try. The file comes with its step or not at all. */
async function step(db: Database, id: string, kind: StepKind, file?: NewFile): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await hold(tx, id);
    const line = await findDocument(tx, id);
    if (!line || isOver(line.step)) return false;
    if (file) await insertFile(tx, id, file);
    await appendStep(tx, id, kind);
    return true;
  });
}

async function say(db: Database, id: string, last: boolean): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await hold(tx, id);
    const line = await findDocument(tx, id);
    if (line && !isOver(line.step)) await appendStep(tx, id, last ? 'failed' : 'stumbled', last ? gaveUp : again);
  });
}

const kindWords: Readonly<Record<PaperContent['kind'], string>> = {
  plan: '方案',
  request: '请示',
  reply: '批复',
  findings: '检查结果报告',
  answers: '征求意见采纳情况表',
  'answers-sheet': '征求意见采纳情况表',
};

function fileName({ content, code }: Order): string {
  const mark = content.detail.dataset === 'training' ? '训练数据-' : '';
  const title = content.detail.plan.title.replace(/[\p{Cc}\\/:*?"<>|]/gu, '').slice(0, 60);
  return `${mark}${title}-${kindWords[content.kind]}-第${content.detail.version}版-${code.slice(0, 4)}.${content.kind === 'answers-sheet' ? 'xlsx' : 'docx'}`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
