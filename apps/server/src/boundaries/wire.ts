// Boundaries in the contract's shapes, whose lists are not read-only.
import type { BoundaryDraft, Feature as FeatureOnWire, LayerRow, BoundaryReport as ReportOnWire } from '@zhenghe/contract/boundaries';
import type { BoundaryReport, Feature, MapPlace, Shape } from '@zhenghe/engine/boundaries';
import type { LayerLine } from './queries.ts';
import type { DraftRecord } from './record.ts';

export function shapeOnWire(shape: Shape): FeatureOnWire['shape'] {
  return shape.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
}

export function featureOnWire({ code, name, shape, attributes }: Feature): FeatureOnWire {
  return { code, name, shape: shapeOnWire(shape), attributes: { ...attributes } };
}

function placeOnWire({ shape, point, ...place }: MapPlace) {
  return { ...place, point: [point[0], point[1]] satisfies [number, number], ...(shape ? { shape: shapeOnWire(shape) } : {}) };
}

export function reportOnWire(report: BoundaryReport): ReportOnWire {
  return {
    set: report.set,
    layers: [...report.layers],
    blocks: [...report.blocks],
    overlaps: report.overlaps.map((overlap) => ({ ...overlap, shape: shapeOnWire(overlap.shape), place: placeOnWire(overlap.place) })),
    pieces: report.pieces.map((zone) => ({ ...zone, pieces: zone.pieces.map((piece) => ({ ...piece, features: [...piece.features] })) })),
    neighbours: [...report.neighbours],
    growth: report.growth.map((growth) => ({
      ...growth,
      gainedShape: shapeOnWire(growth.gainedShape),
      lostShape: shapeOnWire(growth.lostShape),
    })),
    townships: [...report.townships],
    findings: report.findings.map((finding) => ({ ...finding, cells: [...finding.cells] })),
  };
}

export function onWire(draft: DraftRecord, report: BoundaryReport | null, strangers: readonly string[]): BoundaryDraft {
  const { id, revision, dataset, target, file, crs, surveyGrade, features, findings } = draft;
  return {
    ...{ id, revision, dataset, target, crs, surveyGrade },
    from: file,
    features: features.map(featureOnWire),
    findings: findings.map((finding) => ({ ...finding, place: placeOnWire(finding.place) })),
    report: report && reportOnWire(report),
    strangers: [...strangers],
    clean: strangers.length === 0 && findings.every(({ standing }) => standing !== 'mend'),
  };
}

export function layerOnWire(line: LayerLine): LayerRow {
  const { id, kind, title, jurisdiction, dataset, owner, source, validFrom, validTo, sha256, count, area } = line;
  return { id, kind, title, jurisdiction, dataset, owner, source, validFrom, validTo, sha256, features: count, area };
}
