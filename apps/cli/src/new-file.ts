// Writes a file that a command was asked for: never over another one unless told to; where it cannot, it says why.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cannot, type Voice } from './stop.ts';

export interface NewFile extends Voice {
  readonly force?: true;
}

/** Ask it before the work that makes the content. */
export function refuseExisting(file: string, options: NewFile): void {
  if (!existsSync(file) || options.force) return;
  throw cannot(options, { zh: `${file} 已存在；要覆盖请加 --force。`, en: `${file} exists; add --force to overwrite it.` });
}

export async function writeNew(file: string, bytes: Uint8Array, options: NewFile): Promise<void> {
  await writeFile(file, bytes, { flag: options.force ? 'w' : 'wx' }).catch((fault: NodeJS.ErrnoException) => {
    const why = fault.code ?? fault.message;
    throw cannot(options, { zh: `写不了 ${file}（${why}）。`, en: `${file} cannot be written (${why}).` });
  });
}
