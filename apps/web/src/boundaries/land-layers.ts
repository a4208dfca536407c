// Boundaries, layers and findings as what a map of land shows. Pure.
import type { LandFeature, LandLayer, LandMark } from '../ui/index.ts';
import type { BoundaryReport, Feature, LayerRow, ShapeFinding } from './shapes.ts';

export function blockLayer(features: readonly LandFeature[], label: string): LandLayer {
  return { id: 'blocks', label, kind: 'block', features, visible: true };
}

/** Layers of the reader's place; those that were heavy to look at are off at first. */
export function layerOf(row: LayerRow & { readonly shapes: readonly Feature[] }, label: string): LandLayer {
  return { id: row.id, label, kind: row.kind, features: row.shapes, visible: !quiet.includes(row.kind) };
}

const quiet: readonly string[] = ['township', 'approved', 'urban', 'parcels'];

/** What is gained and lost against one boundary, as two layers. */
export function growthLayers(
  report: BoundaryReport,
  against: 'approved' | 'last-plan',
  labels: { readonly gained: string; readonly lost: string },
): readonly LandLayer[] {
  const of = (kind: 'gained' | 'lost'): LandLayer => ({
    id: kind,
    label: labels[kind],
    kind,
    visible: true,
    features: report.growth
      .filter((growth) => growth.against === against)
      .map((growth) => ({
        code: growth.feature,
        name: growth.feature,
        shape: kind === 'gained' ? growth.gainedShape : growth.lostShape,
      }))
      .filter(({ shape }) => shape.length > 0),
  });
  return [of('gained'), of('lost')].filter(({ features }) => features.length > 0);
}

const tones = { mend: 'bad', warning: 'warn', repaired: 'quiet' } as const;

/** What is to be looked at, the gravest first; repaired ones get no disc. */
export function sortedFindings(findings: readonly ShapeFinding[]): readonly ShapeFinding[] {
  const order: readonly ShapeFinding['standing'][] = ['mend', 'warning', 'repaired'];
  return findings.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

export function marksOf(findings: readonly ShapeFinding[], say: (text: ShapeFinding['message']) => string): readonly LandMark[] {
  return findings.flatMap((finding, index) =>
    finding.standing === 'repaired'
      ? []
      : [
          {
            id: String(index),
            number: index + 1,
            label: say(finding.message),
            tone: tones[finding.standing],
            at: finding.place.point,
            shape: finding.place.shape,
          },
        ],
  );
}
