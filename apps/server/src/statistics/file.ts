// A sheet as a workbook, out and in (F110). What comes back is read with every problem at once; nothing is written: saveCells does that.
import type { InferContractRouterOutputs } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { refusals } from '@zhenghe/contract/kernel';
import type { Sheet, statistics } from '@zhenghe/contract/statistics';
import type { Day } from '@zhenghe/engine/kernel';
import { readSheetTemplate, sheetTemplate } from '@zhenghe/exchange/statistics';
import type { Context } from '../platform/api.ts';
import { sheetOn } from './sheet.ts';

type Read = InferContractRouterOutputs<typeof statistics>['readFile'];

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function templateOf(
  context: Context,
  { language, ...asked }: { readonly id: string; readonly on: Day; readonly language: 'zh' | 'en' },
): Promise<File> {
  const sheet = await sheetOn(context, asked);
  const bytes = await sheetTemplate(sheet, { language });
  return new File([new Uint8Array(bytes)], `${nameOf(sheet)}.xlsx`, { type });
}

function nameOf({ dataset, form, unit, period }: Sheet): string {
  return `${dataset === 'training' ? '训练数据-' : ''}${form.title.zh}-${unit.name}-${period}`;
}

export async function readFilled(
  context: Context,
  { file, ...asked }: { readonly id: string; readonly on: Day; readonly file: File },
): Promise<Read> {
  const sheet = await sheetOn(context, asked);
  const read = await readSheetTemplate(new Uint8Array(await file.arrayBuffer()), file.name, sheet);
  if (!read.ok) {
    const { reason, problems } = read;
    throw new ORPCError('UNREADABLE', {
      defined: true,
      status: refusals.UNREADABLE.status,
      message: reason.en,
      data: { reason, problems },
    });
  }
  return { cells: read.cells.map((cell) => ({ ...cell })), problems: read.problems.map((problem) => ({ ...problem })) };
}
