// The planner against a solver that shares nothing with it: GLPK, with the model written here from the definition (planner file format).
import loadGlpk, { type LP } from 'glpk.js/node';
import { describe, expect, it } from 'vitest';
import { thisThread } from './group-curve.ts';
import { groupsOf } from './groups.ts';
import type { Instance, Park } from './instance.ts';
import { largeCurve } from './large.ts';
import { aProvince } from './testing.ts';

const glpk = await loadGlpk();
const tables = thisThread(() => Promise.reject(new Error('groups are solved without HiGHS')));

type Row = LP['subjectTo'][number];
type Term = { readonly name: string; readonly coef: number };

/** Least cost of one jurisdiction with exactly `zones` zones, without locks; null where there is no plan. */
function byGlpk(instance: Instance, zones: number): number | null {
  const { parks } = instance;
  const leads = parks.map((lead) => zoneLedBy(instance, lead));
  const away = parks.flatMap((park) => [
    { name: `abolish_${park.code}`, coef: park.abolishLoss },
    ...(park.convertLoss === null ? [] : [{ name: `convert_${park.code}`, coef: park.convertLoss }]),
  ]);
  const somewhere = parks.map((park) =>
    row(
      `one_${park.code}`,
      [...parks.map((lead) => one(`in_${park.code}_${lead.code}`)), ...away.filter(isOf(park)).map(({ name }) => one(name))],
      {
        is: 1,
      },
    ),
  );
  const names = (pattern: RegExp) =>
    [...new Set(rows.flatMap(({ vars }) => vars.map(({ name }) => name)))].filter((name) => pattern.test(name));
  const rows: Row[] = [
    row(
      'zones',
      parks.map((lead) => one(`leads_${lead.code}`)),
      { is: zones },
    ),
    ...somewhere,
    ...leads.flatMap((zone) => zone.rows),
  ];
  const { result } = glpk.solve(
    {
      name: 'group',
      objective: { direction: glpk.GLP_MIN, name: 'cost', vars: [...away, ...leads.flatMap((zone) => zone.cost)] },
      subjectTo: rows,
      binaries: names(/^(leads|in|abolish|convert|root|main)_/),
    },
    { msglev: glpk.GLP_MSG_OFF, presol: true, mipgap: 0 },
  );
  return result.status === glpk.GLP_OPT ? result.z : null;
}

function isOf(park: Park): (term: Term) => boolean {
  return ({ name }) => name.endsWith(`_${park.code}`);
}

/** The zone that this park leads, if it leads one: who may stand in it, its pieces as trees with flow, its three main industries. */
function zoneLedBy(instance: Instance, lead: Park): { readonly cost: Term[]; readonly rows: Row[] } {
  const { parks, costs } = instance;
  const inside = (park: Park) => `in_${park.code}_${lead.code}`;
  const root = (park: Park) => `root_${park.code}_${lead.code}`;
  const leads = `leads_${lead.code}`;
  const barred = (park: Park) => park.forbidden || park.level > lead.level || (park.level === 3 && park !== lead);
  const cost = [
    { name: leads, coef: costs.zone - costs.detachedPiece },
    ...parks.map((park) => ({
      name: inside(park),
      coef:
        park.trimLoss +
        park.weight * Math.hypot(park.x - lead.x, park.y - lead.y) +
        costs.industry * park.outputs.reduce((a, b) => a + b, 0),
    })),
    ...parks.map((park) => ({ name: root(park), coef: costs.detachedPiece })),
    ...lead.outputs.map((_, industry) => ({ name: `kept_${industry}_${lead.code}`, coef: -costs.industry })),
  ];
  const rows = [
    row(`own_${lead.code}`, [one(inside(lead)), minus(leads)], { is: 0 }),
    ...parks.map((park) => row(`by_${park.code}_${lead.code}`, [one(inside(park)), minus(leads)], { most: 0 })),
    ...parks.filter(barred).map((park) => row(`bar_${park.code}_${lead.code}`, [one(inside(park))], { is: 0 })),
    row(`pieces_${lead.code}`, [...parks.map((park) => one(root(park))), { name: leads, coef: -1 - costs.maxDetachedPieces }], { most: 0 }),
    ...industryRows(parks, lead),
    ...parks.flatMap((park) => flowRows(instance, lead, park)),
  ];
  return { cost, rows };
}

function industryRows(parks: readonly Park[], lead: Park): readonly Row[] {
  const main = (industry: number) => `main_${industry}_${lead.code}`;
  return [
    row(
      `three_${lead.code}`,
      lead.outputs.map((_, industry) => one(main(industry))),
      { most: 3 },
    ),
    ...lead.outputs.flatMap((_, industry) => {
      const kept = `kept_${industry}_${lead.code}`;
      const all = parks.reduce((sum, park) => sum + (park.outputs[industry] ?? 0), 0);
      const there = parks.map((park) => ({ name: `in_${park.code}_${lead.code}`, coef: -(park.outputs[industry] ?? 0) }));
      return [
        row(`sum_${kept}`, [one(kept), ...there], { most: 0 }),
        row(`if_${kept}`, [one(kept), { name: main(industry), coef: -all }], { most: 0 }),
      ];
    }),
  ];
}

/** Every park of the zone uses one unit of flow; only roots let it in, and it runs between parks that touch. */
function flowRows({ parks, adjacency }: Instance, lead: Park, park: Park): readonly Row[] {
  const flow = (from: string, to: string) => `flow_${from}_${to}_${lead.code}`;
  const near = adjacency.flatMap(([a, b]) => (a === park.code ? [b] : b === park.code ? [a] : []));
  const [inside, root, source] = ['in', 'root', 'source'].map((kind) => `${kind}_${park.code}_${lead.code}`);
  const at = `${park.code}_${lead.code}`;
  return [
    row(`root_${at}`, [one(root ?? ''), minus(inside ?? '')], { most: 0 }),
    row(`source_${at}`, [one(source ?? ''), { name: root ?? '', coef: -parks.length }], { most: 0 }),
    row(
      `flow_${at}`,
      [one(source ?? ''), ...near.flatMap((other) => [one(flow(other, park.code)), minus(flow(park.code, other))]), minus(inside ?? '')],
      { is: 0 },
    ),
    ...near.flatMap((other) => [
      row(`out_${other}_${at}`, [one(flow(park.code, other)), { name: inside ?? '', coef: -parks.length }], { most: 0 }),
      row(`into_${other}_${at}`, [one(flow(other, park.code)), { name: inside ?? '', coef: -parks.length }], { most: 0 }),
    ]),
  ];
}

function row(name: string, vars: readonly Term[], bound: { readonly is: number } | { readonly most: number }): Row {
  const bnds = 'is' in bound ? { type: glpk.GLP_FX, ub: bound.is, lb: bound.is } : { type: glpk.GLP_UP, ub: bound.most, lb: 0 };
  return { name, vars: [...vars], bnds };
}

function one(name: string): Term {
  return { name, coef: 1 };
}

function minus(name: string): Term {
  return { name, coef: -1 };
}

describe('every jurisdiction of a small province with every number of zones costs the same by GLPK, by tables and by boxes', () => {
  const invented = aProvince({ parks: 42, jurisdictions: 9, seed: 3, most: 7 });
  const province = { ...invented, costs: { ...invented.costs, maxDetachedPieces: 1 } };
  it.each(province.jurisdictions.map(({ code }) => code))('%s', async (code) => {
    const alone: Instance = {
      ...province,
      jurisdictions: [{ code, name: code, zonesMin: 1, zonesMax: 3 }],
      parks: province.parks.filter((park) => park.jurisdiction === code),
      adjacency: province.adjacency.filter(([a]) => a.startsWith(code)),
    };
    const group = groupsOf(alone)[0]?.apart[0]?.group;
    if (!group) throw new Error('one jurisdiction, one group');
    const curves = [await tables.curve(group), largeCurve(group)];
    expect(curves.map(({ method }) => method)).toEqual(['tables', 'milp']);
    for (const zones of [1, 2, 3]) {
      const least = byGlpk(alone, zones);
      for (const { points } of curves) {
        const point = points.find((one) => one.zones === zones);
        expect(point === undefined).toBe(least === null);
        if (least === null) continue;
        expect(point?.cost).toBeCloseTo(least, 6);
        expect(point?.bound).toBeCloseTo(least, 6);
      }
    }
  });
});
