// Codes and names that a plan uses twice where they must tell rows apart.
import type { Place } from '../kernel/index.ts';
import type { Plan } from './plan.ts';
import { problem, type Said } from './say.ts';
import { grouped } from './view.ts';

interface Row {
  readonly place: Place;
  readonly value: string;
  /** What has to differ: the value, within the scope where it is a name. */
  readonly key: string;
}

interface List {
  readonly list: string;
  readonly zh: string;
  readonly en: string;
  readonly rows: readonly Row[];
}

export function repeatedRows(plan: Plan): readonly Said[] {
  return [...codesAndNames(plan), ...otherLists(plan)].flatMap((list) =>
    [...grouped(list.rows, (row) => row.key).values()].flatMap((same) => (same.length > 1 ? repeated(list, same) : [])),
  );
}

function repeated({ list, zh, en }: List, same: readonly Row[]): readonly Said[] {
  const first = same[0];
  if (!first) return [];
  const message = { zh: `${zh}重复 ${same.length} 次：${first.value}。`, en: `${en} used ${same.length} times: ${first.value}.` };
  const mend = { zh: '改成各不相同，或删去重复的行。', en: 'Make them different, or remove the row that is there twice.' };
  const cells = same.map((row) => row.place);
  return [problem(`repeated:${list}:${first.key}`, first.place, message, mend, cells)];
}

/** Names of parts differ within their zone and names of blocks within their part: several zones have a 核心区. */
function codesAndNames(plan: Plan): readonly List[] {
  const tables = [
    { table: 'parks', zh: '园区', en: 'Park', rows: plan.parks.map((park) => ({ ...park, scope: '' })) },
    { table: 'zones', zh: '开发区', en: 'Zone', rows: plan.zones.map((zone) => ({ ...zone, scope: '' })) },
    { table: 'parts', zh: '组成部分', en: 'Part', rows: plan.parts.map((part) => ({ ...part, scope: `${part.zone}/` })) },
    { table: 'blocks', zh: '区块', en: 'Block', rows: plan.blocks.map((block) => ({ ...block, scope: `${block.part}/` })) },
  ];
  return tables.flatMap(({ table, zh, en, rows }) => [
    { list: `${table}.code`, zh: `${zh}编号`, en: `${en} code`, rows: rows.map((row) => rowOf(table, row, 'code', row.code)) },
    {
      list: `${table}.name`,
      zh: `${zh}名称`,
      en: `${en} name`,
      rows: rows.map((row) => rowOf(table, row, 'name', row.name.trim(), row.scope)),
    },
  ]);
}

function otherLists(plan: Plan): readonly List[] {
  const sums = plan.sums.map((sum) => rowOf('sums', { code: sum.code, name: sum.label }, 'code', sum.code));
  const towns = plan.townships.map((town) => rowOf('townships', { code: town.name, name: town.name }, 'name', town.name.trim()));
  const phases = plan.milestones.map(({ phase }) => rowOf('milestones', { code: phase, name: phase }, 'phase', phase));
  return [
    { list: 'sums.code', zh: '合计编号', en: 'Sum code', rows: sums },
    { list: 'townships.name', zh: '乡镇（街道）', en: 'Township', rows: towns },
    { list: 'milestones.phase', zh: '时间节点', en: 'Milestone', rows: phases },
  ];
}

function rowOf(table: string, row: { readonly code: string; readonly name: string }, field: string, value: string, scope = ''): Row {
  return { place: { table, row: row.code, field, label: row.name }, value, key: `${scope}${value}` };
}
