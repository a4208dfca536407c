// A plan's boundaries against the layers in force and the rules of its place: measured once, then every rule speaks; never first-fail.
import { Decimal, type Finding, findingOf, type WrittenAnswer } from '../kernel/index.ts';
import { checks, type Measured } from './checks/index.ts';
import { areaOf } from './ellipsoid.ts';
import type { LayerVersion } from './layer.ts';
import { beyondLayer, blockAreas, type DeclaredBlock, growthOf, layerOverlaps, townshipShares } from './measure.ts';
import { normaliseDrawn } from './normalise.ts';
import type { Overlay } from './overlay.ts';
import { neighboursOf, piecesOf } from './pieces.ts';
import type { County } from './relations.ts';
import type { BoundaryReport, Growth } from './report.ts';
import type { BoundaryRule } from './rule.ts';
import { rulingOn } from './ruling.ts';
import type { Feature } from './shape.ts';

export interface BoundaryInput {
  /** Hash of the set of features. */
  readonly set: string;
  readonly features: readonly Feature[];
  readonly blocks: readonly DeclaredBlock[];
  /** In force on the day of the check; the plan's own day, never a newer one. */
  readonly layers: readonly LayerVersion[];
  /** Blocks of the version approved last; null before any. */
  readonly lastPlan: readonly Feature[] | null;
  readonly county: County | null;
  /** Zones by the name a person knows, by code; without one the code is shown. */
  readonly zoneNames?: Readonly<Record<string, string>>;
  /** Names of the townships that a zone of the plan hosts (托管). */
  readonly hosted: readonly string[];
  readonly answers: readonly WrittenAnswer[];
}

/** m; wider gaps are not listed. */
const listedGap = 5000;
/** m; without a threshold only what touches adjoins. */
const touching = 0.01;

export function checkBoundaries(input: BoundaryInput, rules: readonly BoundaryRule[], overlay: Overlay): BoundaryReport {
  const measured = measure(input, rules, overlay);
  const findings: Finding[] = rules.flatMap((rule) =>
    checks[rule.kind](rule, measured).map((said) => findingOf(rule, said, input.answers)),
  );
  const { blocks, pieces, neighbours, growth, townships } = measured;
  return {
    set: input.set,
    layers: input.layers.map(({ id, kind, sha256 }) => ({ id, kind, sha256 })),
    blocks,
    overlaps: measured.overlaps.map((met) => ({ ...met, ...rulingOn(met.kind, rules) })),
    pieces,
    neighbours,
    growth,
    townships,
    findings,
  };
}

function measure(input: BoundaryInput, rules: readonly BoundaryRule[], overlay: Overlay): Measured {
  const { features, county } = input;
  const normal = normaliseDrawn(features, { county, overlay });
  const broken = new Set(normal.findings.filter(({ kind }) => kind === 'self-intersection').map(({ place }) => place.feature));
  const whole = features.filter(({ code }) => !broken.has(code));
  const adjoining = rules.find((rule) => rule.kind === 'contiguous');
  const gap = adjoining?.gap == null ? touching : Number(adjoining.gap);
  const barriers = input.layers.filter(({ kind }) => kind === 'barrier').flatMap((layer) => layer.features);
  const neighbours = neighboursOf(whole, { gap, listed: listedGap, barriers });
  const areas = new Map(whole.map(({ code, shape }) => [code, new Decimal(areaOf(shape).toFixed(2))]));
  const digit = rules.find((rule) => rule.kind === 'declared-area')?.digit ?? '0.01';
  return {
    input,
    problems: normal.findings,
    blocks: blockAreas(whole, input.blocks, digit),
    overlaps: layerOverlaps(whole, input.layers, overlay),
    neighbours,
    pieces: piecesOf(membersOf(input, areas), neighbours, areas),
    growth: [...approvedGrowth(whole, input, overlay), ...(input.lastPlan ? growthOf(whole, input.lastPlan, 'last-plan', overlay) : [])],
    townships: townshipShares(input.layers, overlay),
    beyond: new Map(
      rules.flatMap((rule) => (rule.kind === 'within-layer' ? [[rule.layer, beyondLayer(whole, input.layers, rule.layer, overlay)]] : [])),
    ),
  };
}

/** Zone → its blocks that have a boundary. */
function membersOf({ blocks }: BoundaryInput, areas: ReadonlyMap<string, Decimal>): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { code, zone } of blocks) if (areas.has(code)) members.set(zone, [...(members.get(zone) ?? []), code]);
  return members;
}

/** Zone by zone: the land of its blocks against what was approved for it (核准四至), which carries the zone's code. */
function approvedGrowth(features: readonly Feature[], { blocks, layers }: BoundaryInput, overlay: Overlay): readonly Growth[] {
  const approved = layers.filter(({ kind }) => kind === 'approved').flatMap((layer) => layer.features);
  if (approved.length === 0) return [];
  const zoneOf = new Map(blocks.map(({ code, zone }) => [code, zone]));
  const zones = [...new Set(blocks.map(({ zone }) => zone))];
  const united = (list: readonly Feature[], zone: string): Feature[] =>
    list.length === 0 ? [] : [{ code: zone, name: zone, attributes: {}, shape: overlay.union(list.map(({ shape }) => shape)) }];
  const now = zones.flatMap((zone) =>
    united(
      features.filter(({ code }) => zoneOf.get(code) === zone),
      zone,
    ),
  );
  const before = zones.flatMap((zone) =>
    united(
      approved.filter(({ code, attributes }) => (attributes.zone ?? code) === zone),
      zone,
    ),
  );
  return growthOf(now, before, 'approved', overlay);
}
