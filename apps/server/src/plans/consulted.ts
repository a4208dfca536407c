// Plans as subjects of consultation: what may be consulted on, where a comment may aim, and when a round may begin.
import type { Citation, Day } from '@zhenghe/engine/kernel';
import { hasPlace, type Plan } from '@zhenghe/engine/plans';
import { type CellPlace, placeOf } from '../approvals/index.ts';
import type { Consulted } from '../consultation/index.ts';
import type { Context } from '../platform/api.ts';
import { checkOn } from './checking.ts';
import { historyOf } from './history.ts';
import { findPlan, findVersion, latestVersion } from './queries.ts';
import * as refuse from './refusals.ts';

export const planConsulted: Consulted = {
  find: async (db, id, version) => {
    const head = await findPlan(db, id);
    const latest = head && (await latestVersion(db, id));
    const found = head && latest !== null ? await findVersion(db, id, version ?? latest) : null;
    if (!head || latest === null || !found) return null;
    const { dataset, jurisdiction } = head;
    return { dataset, jurisdiction, title: found.plan.title, latest, sha256: found.sha256 };
  },
  mayBegin: async (tx, _context, { id, on }) => {
    const history = await historyOf(tx, id);
    if (!history) throw refuse.noPlan(id);
    const { standing, lastDay } = history;
    if (standing.state !== 'draft' && standing.state !== 'returned') throw refuse.notWithDrafter(standing.state);
    if (on < lastDay) throw refuse.dayBack(on, lastDay);
  },
  hasPlace: async (db, id, version, place) => {
    const found = await findVersion(db, id, version);
    return found !== null && hasPlace(found.plan, placeOf(place));
  },
  places: async (db, id, version) => {
    const found = await findVersion(db, id, version);
    return found ? placesOf(found.plan) : [];
  },
  clauses: async (context, { id, version, on }) => {
    const found = await findVersion(context.db, id, version);
    return found ? clausesOf(context, found.plan, on) : [];
  },
  link: (id, version) => `/plans/${id}?version=${version}`,
  compareLink: (id, from, to) => `/plans/${id}/compare?from=${from}&to=${to}`,
};

/** Each table with its rows; of the blocks also the area asked for, and of the bodies the staff. */
function placesOf({ parks, zones, parts, blocks }: Plan): readonly CellPlace[] {
  const table = (name: string, label: string, rows: readonly { readonly code: string; readonly name: string }[]): readonly CellPlace[] => [
    { table: name, label },
    ...rows.map(({ code, name: row }) => ({ table: name, row: code, label: row })),
  ];
  return [
    { table: 'plan', label: '方案整体' },
    ...table('parks', '整合前的园区', parks),
    ...table('zones', '整合后的开发区', zones),
    ...table('parts', '核心区和片区', parts),
    ...table('blocks', '四至范围和面积', blocks),
    ...blocks.map(({ code, name }) => ({ table: 'blocks', row: code, field: 'areaAfter', label: `${name}整合后面积` })),
    { table: 'organisation', label: '机构和人员' },
    { table: 'organisation', field: 'staffAfter', label: '整合后编制人数' },
    { table: 'milestones', label: '时间安排' },
  ];
}

/** Those its checks rest on, each once. */
function clausesOf({ rulebook }: Context, plan: Plan, on: Day): readonly Citation[] {
  const checked = checkOn(rulebook, plan, { on, zonesElsewhere: null });
  if (!checked.ok) return [];
  const clauses = new Map(checked.check.findings.map(({ clause }) => [`${clause.pack} ${clause.clause}`, clause]));
  return [...clauses.values()];
}
