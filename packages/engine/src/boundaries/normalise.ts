// A file's rings → clean features in 4490, and everything there is to say about them, each with its place on the map (issue: boundaries).
// What may change an area beyond the printed digit is never repaired: it is the sender's to mend.
import { assemble, type RoleRing } from './assemble.ts';
import type { Crs } from './crs.ts';
import { signedRingArea } from './ellipsoid.ts';
import type { ShapeFinding } from './finding.ts';
import type { Overlay } from './overlay.ts';
import { unproject } from './project.ts';
import type { RawFeature } from './read.ts';
import { betweenFeatures, type County } from './relations.ts';
import { nowhere, type RingFault, sliver, tidyRing } from './ring.ts';
import type { Feature, Polygon, Position, Shape } from './shape.ts';
import { shapeWords } from './shape-words.ts';

export interface Normalised {
  readonly features: readonly Feature[];
  readonly findings: readonly ShapeFinding[];
}

export interface NormaliseAsked {
  readonly features: readonly RawFeature[];
  readonly crs: Crs;
  /** Code and name of a feature, from its mapped attributes. */
  readonly nameOf: (feature: RawFeature, index: number) => Pick<Feature, 'code' | 'name' | 'attributes'>;
  readonly county: County | null;
  readonly overlay: Overlay;
  /** Called after each feature with the share done, 0…1; throwing ends the work. */
  readonly progress?: (share: number) => void;
}

export function normalise(asked: NormaliseAsked): Normalised {
  const to = unproject(asked.crs);
  const features: Feature[] = [];
  const findings: ShapeFinding[] = [];
  asked.features.forEach((raw, index) => {
    const named = asked.nameOf(raw, index);
    const rings = raw.rings.map((ring) => ({ ring: ring.positions.map(to), hole: ring.hole }));
    const one = tidyFeature(named, rings, asked.overlay);
    findings.push(...one.findings);
    if (one.feature) features.push(one.feature);
    asked.progress?.((index + 1) / asked.features.length / 2);
  });
  const relations = betweenFeatures(features, { county: asked.county, overlay: asked.overlay, sound: soundOf(features, findings) });
  asked.progress?.(1);
  return { features, findings: [...findings, ...relations] };
}

/** The same for features that were drawn or read before: normalising twice changes nothing. */
export function normaliseDrawn(
  features: readonly Feature[],
  asked: { readonly county: County | null; readonly overlay: Overlay },
): Normalised {
  const done: Feature[] = [];
  const findings: ShapeFinding[] = [];
  for (const { shape, ...named } of features) {
    const rings = shape.flatMap((polygon) => polygon.map((ring, index) => ({ ring, hole: index > 0 })));
    const one = tidyFeature(named, rings, asked.overlay);
    findings.push(...one.findings);
    if (one.feature) done.push(one.feature);
  }
  return { features: done, findings: [...findings, ...betweenFeatures(done, { ...asked, sound: soundOf(done, findings) })] };
}

/** Features whose outline is whole: only these can be overlaid. */
function soundOf(features: readonly Feature[], findings: readonly ShapeFinding[]): ReadonlySet<string> {
  const broken = new Set(findings.filter(({ kind }) => kind === 'self-intersection').map(({ place }) => place.feature));
  return new Set(features.map(({ code }) => code).filter((code) => !broken.has(code)));
}

type GivenRing = { readonly ring: readonly Position[]; readonly hole: boolean | null };

function tidyFeature(
  named: Pick<Feature, 'code' | 'name' | 'attributes'>,
  given: readonly GivenRing[],
  overlay: Overlay,
): { readonly feature: Feature | null; readonly findings: readonly ShapeFinding[] } {
  const findings: ShapeFinding[] = [];
  const say = (ring: number, fault: RingFault) => findings.push(findingOf(named.code, ring, fault));
  const rings: RoleRing[] = [];
  given.forEach(({ ring, hole }, from) => {
    const tidy = tidyRing(ring);
    for (const fault of tidy.faults) say(from, fault);
    if (!tidy.ring) return;
    const area = Math.abs(signedRingArea(tidy.ring));
    const point = tidy.ring[0] ?? [0, 0];
    const measured = { value: area, unit: 'm2' } as const;
    // A bow tie may enclose nothing on balance, and is no sliver.
    if (area < sliver && overlay.isValid([[tidy.ring]]).valid)
      say(from, { kind: 'sliver', standing: 'repaired', vertex: 0, point, measured });
    else if (rings.some((other) => sameRing(other.ring, tidy.ring ?? []))) {
      say(from, { kind: 'duplicate-ring', standing: 'repaired', vertex: 0, point, measured });
    } else rings.push({ ring: tidy.ring, hole, from });
  });
  const { shape, turned } = assemble(rings);
  for (const { ring, from } of turned) {
    say(from, { kind: 'wrong-orientation', standing: 'repaired', vertex: 0, point: ring[0] ?? [0, 0], measured: null });
  }
  if (shape.length === 0) {
    say(0, { kind: 'empty', standing: 'mend', vertex: 0, point: nowhere, measured: null });
    return { feature: null, findings };
  }
  const validity = overlay.isValid(shape);
  if (!validity.valid) findings.push(crossing(named.code, shape, validity.at));
  return { feature: { ...named, shape }, findings };
}

/** The same positions in any order of start and direction. */
function sameRing(a: readonly Position[], b: readonly Position[]): boolean {
  if (a.length !== b.length) return false;
  const key = (ring: readonly Position[]) => ring.slice(0, -1).map(String).sort().join(' ');
  return key(a) === key(b);
}

function crossing(feature: string, shape: Shape, at: Position): ShapeFinding {
  const place = { feature, ...nearestVertex(shape, at), point: at };
  return { kind: 'self-intersection', standing: 'mend', place, measured: null, message: shapeWords['self-intersection'](feature, null) };
}

function nearestVertex(shape: Shape, at: Position): { readonly polygon: number; readonly ring: number; readonly vertex: number } {
  let best = { polygon: 0, ring: 0, vertex: 0, far: Number.POSITIVE_INFINITY };
  shape.forEach((polygon: Polygon, p) => {
    polygon.forEach((ring, r) => {
      ring.forEach(([x, y], v) => {
        const far = Math.hypot(x - at[0], y - at[1]);
        if (far < best.far) best = { polygon: p, ring: r, vertex: v, far };
      });
    });
  });
  const { polygon, ring, vertex } = best;
  return { polygon, ring, vertex };
}

function findingOf(feature: string, ring: number, fault: RingFault): ShapeFinding {
  const measured = fault.measured && {
    value: fault.measured.value.toFixed(fault.measured.unit === 'm' ? 3 : 2),
    unit: fault.measured.unit,
  };
  return {
    kind: fault.kind,
    standing: fault.standing,
    place: { feature, ring, vertex: fault.vertex, point: fault.point },
    measured,
    message: shapeWords[fault.kind](feature, measured && `${measured.value} ${measured.unit === 'm' ? 'm' : 'm²'}`),
  };
}
