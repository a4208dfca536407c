// Codes and names that a plan uses twice where they must tell rows apart.
import { problem, type Said } from '../kernel/index.ts';
import type { Plan } from './plan.ts';
import { grouped } from './view.ts';

interface Row {
  readonly code: string;
  readonly name: string;
}

interface List<T extends Row> {
  readonly table: string;
  readonly field: 'code' | 'name' | 'phase';
  readonly zh: string;
  readonly en: string;
  readonly rows: readonly T[];
  /** Names tell rows apart only within their scope: several zones have a 核心区. */
  readonly scope?: (row: T) => string;
}

export function repeatedRows(plan: Plan): readonly Said[] {
  const { parks, zones, parts, blocks } = plan;
  const sums = plan.sums.map((sum) => ({ code: sum.code, name: sum.label }));
  const towns = plan.townships.map((town) => ({ code: town.name, name: town.name }));
  const phases = plan.milestones.map(({ phase }) => ({ code: phase, name: phase }));
  return [
    ...repeatedIn({ table: 'parks', field: 'code', zh: '园区编号', en: 'Park code', rows: parks }),
    ...repeatedIn({ table: 'parks', field: 'name', zh: '园区名称', en: 'Park name', rows: parks }),
    ...repeatedIn({ table: 'zones', field: 'code', zh: '开发区编号', en: 'Zone code', rows: zones }),
    ...repeatedIn({ table: 'zones', field: 'name', zh: '开发区名称', en: 'Zone name', rows: zones }),
    ...repeatedIn({ table: 'parts', field: 'code', zh: '组成部分编号', en: 'Part code', rows: parts }),
    ...repeatedIn({ table: 'parts', field: 'name', zh: '组成部分名称', en: 'Part name', rows: parts, scope: (part) => part.zone }),
    ...repeatedIn({ table: 'blocks', field: 'code', zh: '区块编号', en: 'Block code', rows: blocks }),
    ...repeatedIn({ table: 'blocks', field: 'name', zh: '区块名称', en: 'Block name', rows: blocks, scope: (block) => block.part }),
    ...repeatedIn({ table: 'sums', field: 'code', zh: '合计编号', en: 'Sum code', rows: sums }),
    ...repeatedIn({ table: 'townships', field: 'name', zh: '乡镇（街道）', en: 'Township', rows: towns }),
    ...repeatedIn({ table: 'milestones', field: 'phase', zh: '时间节点', en: 'Milestone', rows: phases }),
  ];
}

function repeatedIn<T extends Row>(list: List<T>): readonly Said[] {
  const textOf = (row: T) => (list.field === 'name' ? row.name.trim() : row.code);
  const keyOf = (row: T) => (list.scope ? `${list.scope(row)}/${textOf(row)}` : textOf(row));
  if (new Set(list.rows.map(keyOf)).size === list.rows.length) return [];
  return [...grouped(list.rows, keyOf)].flatMap(([key, same]) => {
    const first = same[0];
    if (!first || same.length < 2) return [];
    const cells = same.map((row) => ({ table: list.table, row: row.code, field: list.field, label: row.name }));
    const value = textOf(first);
    const message = {
      zh: `${list.zh}重复 ${same.length} 次：${value}。`,
      en: `${list.en} used ${same.length} times: ${value}.`,
    };
    const mend = { zh: '改成各不相同，或删去重复的行。', en: 'Make them different, or remove the row that is there twice.' };
    return cells.slice(0, 1).map((where) => problem(`repeated:${list.table}.${list.field}:${key}`, where, message, mend, cells));
  });
}
