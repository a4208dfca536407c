// How long the engine takes to check a whole province: 101 plans, 1010 parks, 150 zones, every kind of rule. Aim: < 200 ms.
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import {
  checkProvince,
  type JurisdictionClass,
  type Plan,
  type PlanBlock,
  type PlanPark,
  type Rule,
  type RuleKind,
} from '@zhenghe/engine/plans';

const jurisdictions = 101;
const parksInAll = 1010;
const zonesInAll = 150;
const aimMs = 200;
const rounds = 30;

export function planCheck(): string {
  const plans = Array.from({ length: jurisdictions }, (_, index) => aPlan(index));
  const once = () => checkProvince(plans, rulesOf, classOf);
  const cold = timed(once);
  const used = process.cpuUsage();
  const times = Array.from({ length: rounds }, () => timed(once)).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(used);
  const median = times[Math.floor(rounds / 2)] ?? Number.NaN;
  const findings = once().reduce((count, check) => count + check.findings.length, 0);
  const count = (of: (plan: Plan) => readonly unknown[]) => plans.reduce((sum, plan) => sum + of(plan).length, 0);
  return [
    `plan check: ${plans.length} plans, ${count((plan) => plan.parks)} parks, ${count((plan) => plan.zones)} zones, ${count((plan) => plan.blocks)} blocks`,
    `  ${findings} findings; first run ${cold.toFixed(1)} ms, median of ${rounds} ${median.toFixed(1)} ms, worst ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    `  processor time ${((user + system) / 1000 / rounds).toFixed(1)} ms a run (other work on the machine moves it less than the clock)`,
    `  aim < ${aimMs} ms: ${cold < aimMs ? 'met, cold too' : median < aimMs ? 'met when warm' : 'MISSED'}`,
    `  on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
  ].join('\n');
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

const classOf = (plan: Plan): JurisdictionClass => (plan.jurisdiction.endsWith('00') ? 'city' : 'county');

const base = (id: string): Pick<Rule, 'id' | 'clause' | 'strength' | 'title'> => ({
  id,
  clause: { pack: 'bench', clause: 'S2-(一)' },
  strength: 'must',
  title: { zh: id, en: id },
});

/** One rule of every kind, and a second quota as a city adds one: the same load as a real place. */
const byKind: { readonly [K in RuleKind]: Extract<Rule, { readonly kind: K }> } = {
  'sums-balance': { ...base('sums'), kind: 'sums-balance' },
  'outcome-exactly-one': { ...base('outcome'), kind: 'outcome-exactly-one' },
  'zones-within': { ...base('quota'), kind: 'zones-within', class: 'county', min: 1, max: 2, extraForIndustrialStrongCounty: 0 },
  'province-zones-at-most': { ...base('province'), kind: 'province-zones-at-most', max: 150 },
  'districts-at-most': { ...base('districts'), kind: 'districts-at-most', max: null },
  'district-keeps-no-body': { ...base('district-bodies'), kind: 'district-keeps-no-body' },
  'growth-explained': { ...base('growth'), kind: 'growth-explained' },
  'within-approved-area': { ...base('approved'), kind: 'within-approved-area' },
  'industries-at-most': { ...base('industries'), kind: 'industries-at-most', max: 3 },
  'reduced-at-least': { ...base('bodies-cut'), kind: 'reduced-at-least', of: 'bodies', share: '0.6' },
  'milestone-by': { ...base('plan-by'), kind: 'milestone-by', phase: 'plan', due: '2020-12-31' },
  'protected-township-not-hosted': { ...base('protected'), kind: 'protected-township-not-hosted', maxShare: null },
  'one-body-per-zone': { ...base('body'), kind: 'one-body-per-zone' },
  'plate-of-highest-level': { ...base('plate'), kind: 'plate-of-highest-level' },
  'abolished-receives-nothing': { ...base('abolished'), kind: 'abolished-receives-nothing' },
};
const rules: readonly Rule[] = [
  ...Object.values(byKind),
  { ...base('quota-local'), kind: 'zones-within', class: 'county', min: 1, max: 1, extraForIndustrialStrongCounty: 1 },
];
const rulesOf = () => rules;

/** The share of `all` that falls to the place with this index, so that the shares add up to `all`. */
function portion(all: number, index: number): number {
  return Math.floor(((index + 1) * all) / jurisdictions) - Math.floor((index * all) / jurisdictions);
}

function aPlan(index: number): Plan {
  const zones = Array.from({ length: portion(zonesInAll, index) }, (_, at) => `z${at}`);
  const kinds = ['core', 'extension', 'district'] as const;
  const parts = zones.flatMap((zone) => kinds.map((kind) => ({ code: `${zone}-${kind}`, zone, kind })));
  const parks = Array.from({ length: portion(parksInAll, index) }, (_, at) => aPark(at));
  const blocks = parks.flatMap((park, at) =>
    [0, 1, 2].map((third) => aBlock(park, parts[(at * 3 + third) % parts.length]?.code ?? '', third)),
  );
  return {
    format: 'zhenghe-plan/1',
    code: `bench-${index}`,
    title: `测速 ${index}`,
    jurisdiction: `33${String(1000 + index)}`,
    industrialStrongCounty: { missing: 'not-given' },
    training: true,
    parks,
    zones: zones.map((code) => ({
      code,
      name: code,
      level: 'local',
      plates: [code],
      industries: ['甲', '乙'],
      body: `${code} 管委会`,
      flagship: false,
    })),
    parts: parts.map((part) => ({ ...part, name: part.code, managedBy: 'committee', entrustedTo: [], keepsBody: false })),
    blocks,
    sums: ['areaBefore' as const, 'areaAfter' as const].flatMap((column) => [
      { code: `${column}-all`, label: '合计', column, parts: [], value: '10.00' },
      ...parts.map((part) => ({ code: `${column}-${part.code}`, label: part.code, column, parts: [part.code], value: '10.00' })),
    ]),
    townships: Array.from({ length: 6 }, (_, at) => ({ name: `镇${at}`, hosted: at < 2, protectedShare: '0.30' })),
    organisation: { bodiesBefore: 10, bodiesAfter: 3, staffBefore: 200, staffAfter: 130 },
    milestones: [{ phase: 'plan', due: '2020-12-31' }],
    answers: [],
  };
}

function aPark(at: number): PlanPark {
  return { code: `p${at}`, name: `园区${at}`, level: 'local', approvedArea: '4.20', outcomes: ['merge'] };
}

function aBlock(park: PlanPark, part: string, third: number): PlanBlock {
  const code = `${park.code}-${third}`;
  return { code, name: `${park.name}-${third}`, park: park.code, part, areaBefore: '1.37', areaAfter: '1.41' };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(planCheck());
