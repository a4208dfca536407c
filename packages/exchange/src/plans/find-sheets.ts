// Finds a plan's sheets in a workbook by their names; a workbook without them is told what is expected and what was found.
import { type CellProblem, type Sheet, type Unreadable, unreadable } from '../kernel/index.ts';
import { headerName, type ListKey, planSheet, sheetLayouts, sheetTitle } from './layout.ts';

export interface FoundSheets {
  readonly ok: true;
  readonly plan: Sheet;
  readonly lists: ReadonlyMap<ListKey, Sheet>;
}

export function findSheets(sheets: readonly Sheet[]): FoundSheets | Unreadable {
  const plan = named(sheets, planSheet);
  const lists = new Map<ListKey, Sheet>();
  const missing = plan ? [] : [sheetTitle(planSheet)];
  for (const layout of sheetLayouts) {
    const sheet = named(sheets, layout.name);
    if (sheet) lists.set(layout.key, sheet);
    else if (layout.required) missing.push(sheetTitle(layout.name));
  }
  if (!plan || missing.length > 0) return wrongSheets(sheets, missing);
  return { ok: true, plan, lists };
}

/** 区块, Blocks, 区块 Blocks and 区块（附件1） are the same sheet. */
function named(sheets: readonly Sheet[], name: { readonly zh: string; readonly en: string }): Sheet | undefined {
  const accepted = [name.zh, name.en, sheetTitle(name)].map(headerName);
  return sheets.find((sheet) => accepted.includes(headerName(sheet.name)));
}

function wrongSheets(sheets: readonly Sheet[], missing: readonly string[]): Unreadable {
  const expected = [planSheet, ...sheetLayouts.filter((layout) => layout.required).map((layout) => layout.name)].map(sheetTitle);
  const found = sheets.map((sheet) => sheet.name);
  const problems: CellProblem[] = missing.map((sheet) => ({
    sheet,
    row: null,
    column: null,
    value: null,
    reason: { zh: '工作簿里没有这张表。', en: 'The workbook has no such sheet.' },
  }));
  return unreadable(
    {
      zh: `这不是整合提升方案的填报表。应有表：${expected.join('、')}；文件中的表：${found.join('、') || '（无）'}。可用模板重新填写。`,
      en: `This is not the form of an integration plan. Expected sheets: ${expected.join(', ')}; found: ${found.join(', ') || '(none)'}. Start from the template.`,
    },
    problems,
  );
}
