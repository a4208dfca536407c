// A jurisdiction with exactly so many zones as a mixed-integer program, from the definition (planner file format) and nothing else: for
// solvers that the planner is tested and measured against. Without locks and decisions.
import type { Instance, Park } from '../instance.ts';

export type Term = readonly [factor: number, name: string];

export interface MilpRow {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly sense: '=' | '<=';
  readonly limit: number;
}

export interface Milp {
  /** Cost, to be least. */
  readonly cost: readonly Term[];
  readonly rows: readonly MilpRow[];
  readonly binaries: readonly string[];
}

export function milpOf(instance: Instance, zones: number): Milp {
  const { parks } = instance;
  const leads = parks.map((lead) => zoneLedBy(instance, lead));
  const away = (park: Park): readonly Term[] => [
    [park.abolishLoss, `abolish_${park.code}`],
    ...(park.convertLoss === null ? [] : [[park.convertLoss, `convert_${park.code}`] as const]),
  ];
  const rows = [
    row('zones', '=', zones)(parks.map((lead) => [1, `leads_${lead.code}`])),
    ...parks.map((park) =>
      row(
        `one_${park.code}`,
        '=',
        1,
      )([...parks.map((lead): Term => [1, inside(park, lead)]), ...away(park).map(([, name]): Term => [1, name])]),
    ),
    ...leads.flatMap((zone) => zone.rows),
  ];
  const names = new Set(rows.flatMap(({ terms }) => terms.map(([, name]) => name)));
  return {
    cost: [...parks.flatMap(away), ...leads.flatMap((zone) => zone.cost)],
    rows,
    binaries: [...names].filter((name) => /^(leads|in|abolish|convert|root|main)_/.test(name)),
  };
}

/** The program as glpk.js takes it. */
export function forGlpk(
  { cost, rows, binaries }: Milp,
  glpk: { readonly GLP_MIN: number; readonly GLP_FX: number; readonly GLP_UP: number },
) {
  const vars = (terms: readonly Term[]) => terms.map(([coef, name]) => ({ name, coef }));
  return {
    name: 'group',
    objective: { direction: glpk.GLP_MIN, name: 'cost', vars: vars(cost) },
    subjectTo: rows.map(({ name, terms, sense, limit }) => ({
      name,
      vars: vars(terms),
      bnds: { type: sense === '=' ? glpk.GLP_FX : glpk.GLP_UP, ub: limit, lb: limit },
    })),
    binaries: [...binaries],
  };
}

function inside(park: Park, lead: Park): string {
  return `in_${park.code}_${lead.code}`;
}

/** The zone that this park leads, if it leads one: who may stand in it, its pieces as trees with flow, its three main industries. */
function zoneLedBy(instance: Instance, lead: Park): Pick<Milp, 'cost' | 'rows'> {
  const { parks, costs } = instance;
  const root = (park: Park) => `root_${park.code}_${lead.code}`;
  const leads = `leads_${lead.code}`;
  const barred = (park: Park) => park.forbidden || park.level > lead.level || (park.level === 3 && park !== lead);
  const standing = (park: Park) =>
    park.trimLoss + park.weight * Math.hypot(park.x - lead.x, park.y - lead.y) + costs.industry * park.outputs.reduce((a, b) => a + b, 0);
  return {
    cost: [
      [costs.zone - costs.detachedPiece, leads],
      ...parks.map((park): Term => [standing(park), inside(park, lead)]),
      ...parks.map((park): Term => [costs.detachedPiece, root(park)]),
      ...lead.outputs.map((_, industry): Term => [-costs.industry, `kept_${industry}_${lead.code}`]),
    ],
    rows: [
      row(
        `own_${lead.code}`,
        '=',
        0,
      )([
        [1, inside(lead, lead)],
        [-1, leads],
      ]),
      ...parks.map((park) =>
        row(
          `by_${park.code}_${lead.code}`,
          '<=',
          0,
        )([
          [1, inside(park, lead)],
          [-1, leads],
        ]),
      ),
      ...parks.filter(barred).map((park) => row(`bar_${park.code}_${lead.code}`, '=', 0)([[1, inside(park, lead)]])),
      row(`pieces_${lead.code}`, '<=', 0)([...parks.map((park): Term => [1, root(park)]), [-1 - costs.maxDetachedPieces, leads]]),
      ...industryRows(parks, lead),
      ...parks.flatMap((park) => flowRows(instance, lead, park)),
    ],
  };
}

function industryRows(parks: readonly Park[], lead: Park): readonly MilpRow[] {
  const main = (industry: number) => `main_${industry}_${lead.code}`;
  return [
    row(`three_${lead.code}`, '<=', 3)(lead.outputs.map((_, industry) => [1, main(industry)])),
    ...lead.outputs.flatMap((_, industry) => {
      const kept = `kept_${industry}_${lead.code}`;
      const all = parks.reduce((sum, park) => sum + (park.outputs[industry] ?? 0), 0);
      return [
        row(`sum_${kept}`, '<=', 0)([[1, kept], ...parks.map((park): Term => [-(park.outputs[industry] ?? 0), inside(park, lead)])]),
        row(
          `if_${kept}`,
          '<=',
          0,
        )([
          [1, kept],
          [-all, main(industry)],
        ]),
      ];
    }),
  ];
}

/** Every park of the zone uses one unit of flow; only roots let it in, and it runs between parks that touch. */
function flowRows({ parks, adjacency }: Instance, lead: Park, park: Park): readonly MilpRow[] {
  const flow = (from: string, to: string) => `flow_${from}_${to}_${lead.code}`;
  const near = adjacency.flatMap(([a, b]) => (a === park.code ? [b] : b === park.code ? [a] : []));
  const at = `${park.code}_${lead.code}`;
  const full = -parks.length;
  const within = inside(park, lead);
  const atMost = (name: string, flows: string, factor: number, by: string) =>
    row(
      name,
      '<=',
      0,
    )([
      [1, flows],
      [factor, by],
    ]);
  return [
    atMost(`root_${at}`, `root_${at}`, -1, within),
    atMost(`source_${at}`, `source_${at}`, full, `root_${at}`),
    row(
      `flow_${at}`,
      '=',
      0,
    )([
      [1, `source_${at}`],
      ...near.flatMap((other): readonly Term[] => [
        [1, flow(other, park.code)],
        [-1, flow(park.code, other)],
      ]),
      [-1, within],
    ]),
    ...near.flatMap((other) => [
      atMost(`out_${other}_${at}`, flow(park.code, other), full, within),
      atMost(`into_${other}_${at}`, flow(other, park.code), full, within),
    ]),
  ];
}

function row(name: string, sense: MilpRow['sense'], limit: number): (terms: readonly Term[]) => MilpRow {
  return (terms) => ({ name, terms: terms.filter(([factor]) => factor !== 0), sense, limit });
}
