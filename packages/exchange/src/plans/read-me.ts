// The first sheet of the workbook: how to fill it in, Chinese beside English.

export const readMeLines: readonly (readonly [string, string])[] = [
  [
    '1. 每张表第 2 行是表头，从第 3 行起填写；表名和表头请勿改动。',
    '1. Row 2 of each sheet is the header; write from row 3. Keep the names of sheets and headers.',
  ],
  [
    '2. 带 * 的列必填。编码可不填，其他表按名称引用。',
    '2. Columns with * are needed. Codes are optional; sheets refer to each other by name.',
  ],
  [
    '3. 面积单位为平方公里（km²），填数值。可在单元格里写明公顷或亩，系统换算并提示（1 km² = 100 公顷 = 1500 亩）。',
    '3. Areas are in km², as plain values. 公顷 (ha) or 亩 (mu) may be written in the cell; they are converted and noted (1 km² = 100 ha = 1500 mu).',
  ],
  [
    '4. 没有数据请留空，或写：未给出、不适用、未统计、保密、未报送。空白不当作 0。',
    '4. Leave a figure empty when there is none, or write why: 未给出, 不适用, 未统计, 保密, 未报送. Empty is never 0.',
  ],
  ['5. 不要用公式、合并单元格和宏；从别处复制请粘贴为数值。', '5. No formulas, merged cells or macros; paste copies as values.'],
  [
    '6. 「区块」对应方案附件 1：一行一个区块。合计、小计填在「合计」表，系统按区块重新计算并核对到 0.01 km²。',
    '6. 区块 Blocks is annex 1, one block a row. Sums go to 合计 Sums; they are computed again from the blocks and must agree to 0.01 km².',
  ],
  ['7. 每个园区「四个一批」去向恰好一种：淘汰撤销、转型提升、整合优化、创建打造。', '7. Each park has exactly one outcome of the four.'],
  [
    '8. 「理由」表：检查要求说明的事项（如面积增加），填检查项编号、内容和依据文件。',
    '8. 理由 Answers: reasons that a check asks for (such as growth of area), with the id of the finding, the text and the paper.',
  ],
  [
    '9. 导入时有任何一格读不了，会列出全部问题（表、行、列、值、原因），不写入任何数据。',
    '9. If any cell cannot be read, all problems are listed (sheet, row, column, value, reason) and nothing is written.',
  ],
];
