// Reads a file of the register by its form: all rows, or none where a cell cannot be read.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type ImportLayout, type ImportRow, readTables } from '@zhenghe/exchange/imports';
import type { FileRead, ImportKind } from '../imports/index.ts';

type Rows = readonly ImportRow[];

export function readRows(layout: ImportLayout): ImportKind<Rows>['read'] {
  return async (_context, asked, file, remembered): Promise<FileRead<Rows>> => {
    const read = await readTables(file.bytes, file.name, layout, { mapping: asked.mapping, remembered });
    if (!read.ok) return { data: null, unreadable: read.reason, problems: read.problems, notes: [], sheets: [] };
    const { rows, problems, notes, sheets } = read;
    const bad = problems.length > 0;
    return { data: bad ? null : rows, unreadable: bad ? badCells(problems.length) : null, problems, notes, sheets };
  };
}

function badCells(count: number): Bilingual {
  return {
    zh: `有 ${count} 处读不了，没有导入任何数据。改好后请重新导入。`,
    en: `${count} ${count === 1 ? 'place' : 'places'} could not be read; nothing was imported. Mend them and import again.`,
  };
}
