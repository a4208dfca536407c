// The bytes of a file that a command was given, or the end of the command with why it cannot be opened. `-` is what is piped in.
import { readFile } from 'node:fs/promises';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { cannot, type Voice } from './stop.ts';

export async function readGiven(file: string, voice: Voice): Promise<Uint8Array> {
  if (file === '-') return readPiped();
  return readFile(file).catch((fault: NodeJS.ErrnoException) => {
    throw cannot(voice, unopened(file, fault.code ?? fault.message));
  });
}

async function readPiped(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function unopened(file: string, code: string): Bilingual {
  const why: Readonly<Record<string, Bilingual>> = {
    ENOENT: { zh: '没有这个文件，请检查路径', en: 'there is no such file; check its path' },
    EISDIR: { zh: '这是一个文件夹，请给出其中的文件', en: 'it is a folder; name a file in it' },
    EACCES: { zh: '没有读取权限', en: 'you may not read it' },
  };
  const { zh, en } = why[code] ?? { zh: code, en: code };
  return { zh: `读不到文件 ${file}：${zh}。`, en: `The file ${file} cannot be opened: ${en}.` };
}
