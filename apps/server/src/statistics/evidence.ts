// Papers beside a cell (F34): kept by the hash of their bytes, of known kinds and bounded size, and read with their filing.
import { createHash } from 'node:crypto';
import type { FilingCell } from '@zhenghe/contract/statistics';
import { actorOf } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import { findSourceFile, keepSourceFile } from '../platform/source-files.ts';
import { askedOf } from './checking.ts';
import { insertEvidence, listEvidence } from './evidence-queries.ts';
import { findFiling, findFilingToChange } from './queries.ts';
import * as refuse from './refusals.ts';
import { openKeys, readOnlyFor, standsOn } from './standing.ts';

const mostBytes = 5 * 1024 * 1024;
const mostPapers = 10;
/** By the ending of the name; `starts`: how the bytes begin. */
const kinds: Readonly<Record<string, { readonly type: string; readonly starts: readonly number[] }>> = {
  pdf: { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  png: { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  jpeg: { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', starts: [0x50, 0x4b, 0x03, 0x04] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', starts: [0x50, 0x4b, 0x03, 0x04] },
};

export interface AttachAsked {
  readonly id: string;
  readonly key: string;
  readonly file: File;
}

export async function attachPaper(context: Context, { id, key, file }: AttachAsked): Promise<FilingCell['evidence']> {
  const bytes = await bytesOf(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = file.name.slice(-120);
  return context.db.transaction().execute(async (tx) => {
    const { caller, requestId, rulebook } = context;
    const head = await findFilingToChange(tx, id);
    if (!head || !caller.card) throw refuse.noFiling(id);
    const stands = await standsOn(tx, id);
    const readOnly = readOnlyFor(caller, head, stands);
    if (readOnly) throw refuse.notAllowed(readOnly);
    const { rows } = await askedOf(tx, rulebook, head);
    if (!openKeys(stands.standing, rows).has(key)) throw refuse.noCell(key);
    const by = actorOf(caller.card);
    const standing = (await listEvidence(tx, id)).filter((paper) => paper.key === key);
    if (standing.length >= mostPapers) throw refuse.badEvidence(tooMany);
    await keepSourceFile(tx, { sha256, name, bytes }, by);
    await insertEvidence(tx, id, { key, sha256, name, size: bytes.length }, by);
    const object = `statistics/${id}/${key}`;
    await recordAudit(tx, { caller, requestId, dataset: head.dataset, action: 'statistics/attach', object, before: null, after: sha256 });
    return evidenceOf(await listEvidence(tx, id), key);
  });
}

function evidenceOf(papers: Awaited<ReturnType<typeof listEvidence>>, key: string): FilingCell['evidence'] {
  return papers.filter((paper) => paper.key === key).map(({ sha256, name, size }) => ({ sha256, name, size }));
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > mostBytes) throw refuse.badEvidence(tooLarge);
  const kind = kindOf(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!kind?.starts.every((byte, index) => bytes[index] === byte)) throw refuse.badEvidence(wrongKind);
  return bytes;
}

function kindOf(name: string) {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
}

export async function paperOf({ db }: Context, { id, sha256 }: { readonly id: string; readonly sha256: string }): Promise<File> {
  const head = await findFiling(db, id);
  const paper = head && (await listEvidence(db, id)).find((one) => one.sha256 === sha256);
  const file = paper && (await findSourceFile(db, sha256));
  if (!paper || !file) throw refuse.noEvidence();
  return new File([new Uint8Array(file.bytes)], paper.name, { type: kindOf(paper.name)?.type ?? 'application/octet-stream' });
}

const tooLarge = { zh: '佐证材料不能超过 5 MB。', en: 'A paper may hold 5 MB at most.' };
const tooMany = { zh: '一格至多 10 份佐证材料。', en: 'A cell takes 10 papers at most.' };
const wrongKind = {
  zh: '佐证材料须是 PDF、PNG、JPG、XLSX 或 DOCX 文件，且内容与扩展名一致。',
  en: 'A paper must be a PDF, PNG, JPG, XLSX or DOCX file, and its content must be what its name says.',
};
