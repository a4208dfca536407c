// What the hand does on the map: choosing, moving vertices with snapping, drawing, cutting, measuring. Answers in 4490 degrees.
import { type Position, type Shape, signedRingArea } from '@zhenghe/engine/boundaries';
import Collection from 'ol/Collection';
import Feature from 'ol/Feature';
import LineString from 'ol/geom/LineString';
import MultiPolygon from 'ol/geom/MultiPolygon';
import Polygon from 'ol/geom/Polygon';
import { Draw, Modify, Snap } from 'ol/interaction';
import type Interaction from 'ol/interaction/Interaction';
import { adopting, closed, positionsOf } from './land-figures.ts';
import type { LandEditing, LandTool } from './land-marks.ts';
import { areaText, lengthText, type MeasureWords } from './land-measure.ts';
import type { Scene } from './land-scene.ts';
import { sketchStyle, vertexStyle } from './land-styles.ts';
import type { Palette } from './theme.ts';

export interface Hand {
  readonly editing: LandEditing;
  readonly selected: string | null;
  /** Shapes of the layers in view, to snap to, by layer. */
  readonly layers: ReadonlyMap<string, readonly Shape[]>;
  readonly palette: Palette;
  readonly words: MeasureWords;
  /** What the pointer measures now; null when there is nothing. */
  readonly onMeasure: (text: string | null) => void;
}

/** Puts the tool into the hand; answers how to put it away. */
export function takeTool(scene: Scene, hand: Hand): () => void {
  const main = toolFor(scene, hand);
  if (!main) return () => undefined;
  const snaps = hand.editing.snapping ? snapsOf(scene, hand) : [];
  const all: Interaction[] = [main, ...snaps];
  for (const interaction of all) scene.map.addInteraction(interaction);
  const onKey = (event: KeyboardEvent) => {
    if (!(main instanceof Draw)) return;
    if (event.key === 'Escape') main.abortDrawing();
    if (event.key === 'Backspace') main.removeLastPoint();
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
    hand.onMeasure(null);
    for (const interaction of all) scene.map.removeInteraction(interaction);
  };
}

/** Tools that a click on a feature means something for. */
export function choosesBy(tool: LandTool | undefined): boolean {
  return tool === undefined || tool === 'select' || tool === 'vertex' || tool === 'merge';
}

function toolFor(scene: Scene, hand: Hand): Interaction | null {
  const makers: Partial<Record<LandTool, (scene: Scene, hand: Hand) => Interaction>> = {
    vertex: vertexTool,
    draw: (place, held) => drawTool(place, held, 'Polygon', (shape) => held.editing.onDrawn(shape)),
    cut: (place, held) => lineTool(place, held, (line) => held.editing.onCut(line)),
    measure: (place, held) => lineTool(place, held, () => undefined),
    'measure-area': (place, held) => drawTool(place, held, 'Polygon', () => undefined),
  };
  return makers[hand.editing.tool]?.(scene, hand) ?? null;
}

/** One block when it is chosen; else all, and a corner that blocks share moves in all of them. */
function vertexTool(scene: Scene, hand: Hand): Interaction {
  const chosen = hand.selected === null ? null : scene.blocks.getFeatureById(hand.selected);
  const features = chosen instanceof Feature ? [chosen] : scene.blocks.getFeatures();
  const modify = new Modify({ features: new Collection(features), pixelTolerance: 10, style: vertexStyle(hand.palette) });
  modify.on('modifyend', ({ features: moved }) => {
    const figures = figuresFor(hand);
    const shapes = new Map<string, Shape>();
    for (const feature of moved.getArray()) {
      const geometry = feature.getGeometry();
      if (!(geometry instanceof MultiPolygon)) continue;
      const shape = shapeFrom(geometry.getCoordinates(), scene, figures);
      const before = hand.editing.features.find(({ code }) => code === feature.getId());
      if (before && !sameShape(before.shape, shape)) shapes.set(before.code, shape);
    }
    if (shapes.size > 0) hand.editing.onShapes(shapes);
  });
  return modify;
}

function drawTool(scene: Scene, hand: Hand, type: 'Polygon', done: (shape: Shape) => void): Interaction {
  const draw = new Draw({ type, stopClick: true, style: sketchStyle(hand.palette) });
  draw.on('drawstart', ({ feature }) => {
    feature.getGeometry()?.on('change', ({ target }) => {
      if (!(target instanceof Polygon)) return;
      const ring = target.getCoordinates()[0] ?? [];
      hand.onMeasure(ring.length < 4 ? null : areaText([[ring.map(scene.plane.back)]], hand.words));
    });
  });
  draw.on('drawend', ({ feature }) => {
    const geometry = feature.getGeometry();
    if (!(geometry instanceof Polygon)) return;
    const shape = shapeFrom([geometry.getCoordinates()], scene, figuresFor(hand));
    done(shape.map((polygon) => polygon.map((ring) => (signedRingArea(ring) < 0 ? ring.toReversed() : ring))));
  });
  return draw;
}

function lineTool(scene: Scene, hand: Hand, done: (line: readonly Position[]) => void): Interaction {
  const draw = new Draw({ type: 'LineString', stopClick: true, style: sketchStyle(hand.palette) });
  draw.on('drawstart', ({ feature }) => {
    feature.getGeometry()?.on('change', ({ target }) => {
      if (target instanceof LineString) hand.onMeasure(lengthText(target.getCoordinates().map(scene.plane.back)));
    });
  });
  draw.on('drawend', ({ feature }) => {
    const geometry = feature.getGeometry();
    if (geometry instanceof LineString) done(geometry.getCoordinates().map((at) => figuresFor(hand)(scene.plane.back(at))));
  });
  return draw;
}

function snapsOf(scene: Scene, hand: Hand): Snap[] {
  const sources = [...hand.layers.keys()].flatMap((id) => scene.sourceOf(id) ?? []);
  return [scene.blocks, ...sources].map((source) => new Snap({ source, pixelTolerance: 12, vertex: true, edge: true }));
}

/** Corners of every block and of the layers in view are known: what stands on one gets its very figures. */
function figuresFor(hand: Hand): (position: Position) => Position {
  return adopting(positionsOf([...hand.editing.features.map(({ shape }) => shape), ...[...hand.layers.values()].flat()]));
}

function shapeFrom(
  coordinates: readonly (readonly (readonly (readonly number[])[])[])[],
  scene: Scene,
  figures: (at: Position) => Position,
): Shape {
  return coordinates.map((polygon) => polygon.map((ring) => closed(ring.slice(0, -1).map((at) => figures(scene.plane.back(at))))));
}

function sameShape(a: Shape, b: Shape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
