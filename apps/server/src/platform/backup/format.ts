// zhenghe-backup/1: gzip of lines. H the head, T a table, R a row of it as JSON, E the end with row counts and the checksum of all before it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { StartFault } from '../fault.ts';

export const format = 'zhenghe-backup/1';

export interface Head {
  readonly format: typeof format;
  readonly version: string;
  readonly at: string;
  /** The migrations the database had, in order, with their checksums. */
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
}

export interface End {
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

export type Line = { readonly kind: 'T'; readonly table: string } | { readonly kind: 'R'; readonly json: string };

/** Tables and rows in the order they were written; head and end are checked on the way. The whole file is read or a fault is thrown. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  for await (const [kind, text] of rawLines(path)) {
    if (kind === 'T') yield { kind, table: parsed<{ table: string }>(path, text).table };
    if (kind === 'R') yield { kind, json: text };
  }
}

/** Reads the file from end to end before anything is done with it: cut off, changed or foreign files are refused here. */
export async function checkBackup(path: string): Promise<{ readonly head: Head; readonly end: End }> {
  let [head, end]: [Head | null, End | null] = [null, null];
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  let table = '';
  for await (const [kind, text] of rawLines(path)) {
    if (end) throw damaged(path, 'something follows its end');
    if (kind === 'E') end = parsed<End>(path, text);
    else hash.update(`${kind}${text}\n`);
    if (kind === 'H') head = parsed<Head>(path, text);
    if (kind === 'T') {
      table = parsed<{ table: string }>(path, text).table;
      rows[table] = 0;
    }
    if (kind === 'R') rows[table] = (rows[table] ?? 0) + 1;
  }
  if (head?.format !== format)
    throw new StartFault(
      { zh: `${path} 不是本产品的备份。`, en: `${path} is no backup of this product.` },
      { zh: '请选择由 zhenghe db backup 写出的文件。', en: 'Choose a file that `zhenghe db backup` wrote.' },
    );
  if (!end) throw damaged(path, 'it ends too early');
  if (end.sha256 !== hash.digest('hex')) throw damaged(path, 'its checksum does not fit its content');
  if (JSON.stringify(end.rows) !== JSON.stringify(rows)) throw damaged(path, 'its row counts do not fit its rows');
  return { head, end };
}

async function* rawLines(path: string): AsyncGenerator<readonly [string, string]> {
  const source = createReadStream(path);
  const unpacked = createGunzip();
  source.on('error', (fault) => unpacked.destroy(fault));
  try {
    for await (const line of createInterface({ input: source.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY })) {
      yield [line.slice(0, 1), line.slice(1)];
    }
    if (unpacked.errored) throw unpacked.errored;
  } catch (cause) {
    if (cause instanceof StartFault) throw cause;
    throw damaged(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function parsed<T>(path: string, text: string): T {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged(path, 'a line of it is no JSON', cause);
  }
}

function damaged(path: string, why: string, cause?: unknown): StartFault {
  return new StartFault(
    { zh: `${path} 不能使用（${why}）。`, en: `${path} cannot be used: ${why}.` },
    { zh: '没有任何改动。请换一份备份。', en: 'Nothing was changed. Use another backup.' },
    { cause },
  );
}
