// One opened map of land in OpenLayers: ground, layers, blocks, marks. Told what to show as plain data; changes only what changed.
import { ScaleLine } from 'ol/control';
import Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import MultiPolygon from 'ol/geom/MultiPolygon';
import Point from 'ol/geom/Point';
import type BaseLayer from 'ol/layer/Base';
import VectorLayer from 'ol/layer/Vector';
import OlMap from 'ol/Map';
import VectorSource from 'ol/source/Vector';
import type { Style } from 'ol/style';
import type View from 'ol/View';
import { landLook } from './land-look.ts';
import type { LandFeature, LandKind, LandLayer, LandMark } from './land-marks.ts';
import { drawnIn, type Plane } from './land-plane.ts';
import { landStyle, markStyle, outlineStyle } from './land-styles.ts';
import { mapMoves } from './map-moves.ts';
import { countyOutlines } from './outlines.ts';
import type { Palette } from './theme.ts';

export interface Dress {
  readonly palette: Palette;
  readonly dark: boolean;
  readonly selected: string | null;
  readonly picked: readonly string[];
}

export interface Scene {
  readonly map: OlMap;
  readonly plane: Plane;
  /** What is edited lies here; its features carry their code as id. */
  readonly blocks: VectorSource;
  readonly sourceOf: (layer: string) => VectorSource | undefined;
  readonly showOutlines: (palette: Palette) => Promise<void>;
  readonly showLayers: (layers: readonly LandLayer[], dress: Dress) => void;
  readonly showBlocks: (features: readonly LandFeature[], dress: Dress) => void;
  readonly showMarks: (marks: readonly LandMark[], dress: Dress) => void;
  /** Under everything: tiles, when they are configured. */
  readonly ground: (layers: readonly BaseLayer[]) => void;
  readonly close: () => void;
}

export interface SceneOptions {
  readonly target: HTMLElement;
  readonly view: View;
  readonly plane: Plane;
  /** Of a sheet: pixels for each CSS pixel. */
  readonly pixelRatio?: number;
  readonly still?: boolean;
}

const labels = 'labels';

export function openScene({ target, view, plane, pixelRatio, still = false }: SceneOptions): Scene {
  const outlines = new VectorSource();
  const blocks = new VectorSource();
  const marks = new VectorSource();
  const outlineLayer = new VectorLayer({ source: outlines, declutter: labels, zIndex: 1, updateWhileInteracting: false });
  const blockLayer = new VectorLayer({ source: blocks, declutter: labels, zIndex: 50 });
  const markLayer = new VectorLayer({ source: marks, declutter: labels, zIndex: 90 });
  const map = new OlMap({
    target,
    view,
    controls: still ? [] : [new ScaleLine({ units: 'metric', minWidth: 80 })],
    interactions: still ? [] : mapMoves(),
    ...(pixelRatio === undefined ? {} : { pixelRatio }),
    layers: [outlineLayer, blockLayer, markLayer],
  });
  const layers = layerShelf(map, plane);
  return {
    map,
    plane,
    blocks,
    sourceOf: layers.sourceOf,
    showOutlines: (palette) => drawOutlines(outlines, plane, palette),
    showLayers: layers.show,
    showBlocks: (features, dress) => fill(blocks, 'block', features, { plane, dress }),
    showMarks: (list, dress) => fillMarks(marks, list, { plane, dress }),
    ground: (tiles) => {
      for (const [index, tile] of tiles.entries()) {
        tile.setZIndex(-10 + index);
        map.addLayer(tile);
      }
    },
    close: () => {
      map.setTarget();
      map.dispose();
    },
  };
}

/** Layers by their id, made when first shown. */
function layerShelf(map: OlMap, plane: Plane) {
  const known = new Map<string, VectorLayer>();
  const layerFor = (id: string, zIndex: number) => {
    const there = known.get(id);
    if (there) return there;
    const layer = new VectorLayer({ source: new VectorSource(), declutter: labels, zIndex });
    known.set(id, layer);
    map.addLayer(layer);
    return layer;
  };
  const show = (wanted: readonly LandLayer[], dress: Dress) => {
    for (const [id, layer] of known) if (!wanted.some((one) => one.id === id)) layer.setVisible(false);
    for (const [index, { id, kind, features, visible }] of wanted.entries()) {
      const layer = layerFor(id, 10 + index);
      layer.setVisible(visible);
      const source = layer.getSource();
      if (visible && source) fill(source, kind, features, { plane, dress });
    }
  };
  return { show, sourceOf: (id: string) => known.get(id)?.getSource() ?? undefined };
}

interface Drawing {
  readonly plane: Plane;
  readonly dress: Dress;
}

/** Only features that are other ones than before get a new geometry. */
function fill(source: VectorSource, kind: LandKind, features: readonly LandFeature[], { plane, dress }: Drawing): void {
  const look = landLook(kind, dress.palette, dress.dark);
  const wanted = new Set(features.map(({ code }) => code));
  for (const old of source.getFeatures()) if (!wanted.has(String(old.getId()))) source.removeFeature(old);
  const fresh: Feature[] = [];
  for (const one of features) {
    const there = source.getFeatureById(one.code);
    const feature = there instanceof Feature ? there : new Feature();
    if (feature.get('shape') !== one.shape) {
      feature.set('shape', one.shape, true);
      feature.setGeometry(new MultiPolygon(drawnIn(plane, one.shape)));
    }
    feature.set('name', one.name, true);
    const drawn = { name: one.name, selected: one.code === dress.selected, picked: dress.picked.indexOf(one.code) + 1 };
    feature.setStyle(landStyle(look, drawn, dress.palette));
    if (feature !== there) {
      feature.setId(one.code);
      fresh.push(feature);
    }
  }
  source.addFeatures(fresh);
}

function fillMarks(source: VectorSource, marks: readonly LandMark[], { plane, dress }: Drawing): void {
  const look = landLook('finding', dress.palette, dress.dark);
  const area: Style[] = landStyle(look, { name: '', selected: false, picked: 0 }, dress.palette);
  source.clear();
  source.addFeatures(
    marks.flatMap((mark) => {
      const point = new Feature({ geometry: new Point(plane.forward(mark.at)), mark: mark.id, name: mark.label });
      point.setStyle(markStyle(mark, dress.palette));
      if (!mark.shape || mark.shape.length === 0) return [point];
      const shape = new Feature({ geometry: new MultiPolygon(drawnIn(plane, mark.shape)), mark: mark.id, name: mark.label });
      shape.setStyle(area);
      return [shape, point];
    }),
  );
}

async function drawOutlines(source: VectorSource, plane: Plane, palette: Palette): Promise<void> {
  if (source.isEmpty()) {
    const outlines = await countyOutlines().catch(() => null);
    // Without them a map still shows what it is about; the table says the rest.
    if (outlines === null || !source.isEmpty()) return;
    source.addFeatures(new GeoJSON().readFeatures(outlines, { dataProjection: 'EPSG:4326', featureProjection: plane.projection }));
  }
  for (const feature of source.getFeatures()) feature.setStyle(outlineStyle(String(feature.get('name') ?? ''), palette));
}
