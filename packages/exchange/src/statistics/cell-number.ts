// A cell of a file as a figure: what Excel makes of cells (formulas, dates, merged ranges, per cent as a share) is taken apart here,
// the writing itself by the engine's `readNumber`.
import { type Bilingual, Decimal } from '@zhenghe/engine/kernel';
import { type NumberForm, type NumberRead, readNumber } from '@zhenghe/engine/statistics';
import type { RawCell } from '../kernel/index.ts';

export type CellRead = NumberRead | { readonly kind: 'problem'; readonly message: Bilingual; readonly proposal: null };

export function readCell(raw: RawCell | undefined, form: NumberForm): CellRead {
  if (!raw) return { kind: 'blank' };
  const refused = refusedCell(raw);
  if (refused) return { kind: 'problem', message: refused, proposal: null };
  // Excel keeps 12.5 % as 0.125 and shows it as a percentage.
  if (raw.kind === 'number' && raw.percent) return readNumber(`${new Decimal(raw.text).times(100).toFixed()}%`, form);
  return readNumber(raw.text, form);
}

/** What is no text and no number; null for what is. */
export function refusedCell(raw: RawCell): Bilingual | null {
  switch (raw.kind) {
    case 'formula':
      return {
        zh: '单元格是公式，不予读取。请改为数值（选择性粘贴 → 数值）。',
        en: 'The cell is a formula and was not read. Paste it as a value.',
      };
    case 'error':
      return { zh: `单元格是错误值 ${raw.text}。`, en: `The cell holds the error ${raw.text}.` };
    case 'merged':
      return { zh: `合并单元格（从 ${raw.text} 起）。请取消合并。`, en: `Merged cells (from ${raw.text}). Unmerge them.` };
    case 'boolean':
      return { zh: '单元格是“是／否”，不是数字。', en: 'The cell says yes or no; it is no number.' };
    case 'day':
      return {
        zh: 'Excel 把它变成了日期。请把单元格设为常规后重新填写。',
        en: 'Excel turned this into a date. Type it again as a number.',
      };
    default:
      return null;
  }
}

/** Sheets that nobody sees, but that hold something: what a file says must be what its sender saw. */
export function hiddenSheet(name: string): Bilingual {
  return {
    zh: `隐藏的工作表「${name}」里有内容。请取消隐藏核对，或删除后再导入。`,
    en: `The hidden sheet "${name}" holds something. Show and check it, or delete it, then import again.`,
  };
}

/** A refusal that does not say already what the figure would be. */
export function withProposal({ zh, en }: Bilingual, proposal: string | null): Bilingual {
  if (proposal === null || zh.includes(proposal)) return { zh, en };
  return { zh: `${zh}是否应为 ${proposal}？`, en: `${en} Should it be ${proposal}?` };
}
