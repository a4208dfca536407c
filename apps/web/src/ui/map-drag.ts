// A point of the map in the hand: taken, carried with a line back to where it stood, dropped on another point or on a tray of the page.
import Feature from 'ol/Feature';
import LineString from 'ol/geom/LineString';
import Point from 'ol/geom/Point';
import Pointer from 'ol/interaction/Pointer';
import VectorLayer from 'ol/layer/Vector';
import type OlMap from 'ol/Map';
import type MapBrowserEvent from 'ol/MapBrowserEvent';
import VectorSource from 'ol/source/Vector';
import { Circle, Stroke, Style } from 'ol/style';
import type { Dragging, DropTarget } from './map-marks.ts';
import type { Palette } from './theme.ts';

/** px; so near a point, a drop means it. */
const reach = 26;
/** px; less is a click. */
const still = 4;

interface Hand {
  readonly map: OlMap;
  readonly points: VectorSource;
  readonly dragging: () => Dragging | undefined;
  readonly palette: () => Palette;
  /** What a drop would mean; null when there is nothing to tell. */
  readonly tell: (text: string | null) => void;
}

interface Carried {
  readonly feature: Feature;
  readonly from: readonly number[];
  readonly pixel: readonly number[];
}

/** Lets points be dragged; answers how to end it. */
export function dragsOn(hand: Hand): () => void {
  const { map } = hand;
  const shown = new VectorSource();
  const layer = new VectorLayer({ source: shown });
  let carried: Carried | null = null;
  const end = () => {
    carried = null;
    shown.clear();
    markTray(null);
    hand.tell(null);
  };
  const pointer = new Pointer({
    handleDownEvent: (event) => {
      carried = takenAt(hand, event);
      return carried !== null;
    },
    handleDragEvent: (event) => {
      if (carried && isFar(carried, event)) showCarried(hand, shown, carried, event);
    },
    handleUpEvent: (event) => {
      const target = carried && isFar(carried, event) ? targetAt(hand, carried, event) : null;
      const id = String(carried?.feature.getId() ?? '');
      end();
      if (target) hand.dragging()?.onDrop(id, target);
      return false;
    },
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || carried === null) return;
    event.preventDefault();
    end();
  };
  map.addLayer(layer);
  map.addInteraction(pointer);
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
    map.removeInteraction(pointer);
    map.removeLayer(layer);
  };
}

function takenAt({ map, points, dragging }: Hand, { pixel }: MapBrowserEvent): Carried | null {
  const found = map.forEachFeatureAtPixel(pixel, (one) => (one instanceof Feature && points.hasFeature(one) ? one : undefined), {
    hitTolerance: 4,
  });
  const geometry = found?.getGeometry();
  if (!found || !(geometry instanceof Point) || dragging()?.mayDrag(String(found.getId())) !== true) return null;
  return { feature: found, from: geometry.getCoordinates(), pixel };
}

function isFar({ pixel: [x = 0, y = 0] }: Carried, { pixel }: MapBrowserEvent): boolean {
  return Math.hypot((pixel[0] ?? 0) - x, (pixel[1] ?? 0) - y) > still;
}

function showCarried(hand: Hand, shown: VectorSource, carried: Carried, event: MapBrowserEvent): void {
  const target = targetAt(hand, carried, event);
  const told = target ? (hand.dragging()?.tells(String(carried.feature.getId()), target) ?? null) : null;
  const { blue } = hand.palette();
  const line = new Feature(new LineString([[...carried.from], event.coordinate]));
  line.setStyle(new Style({ stroke: new Stroke({ color: blue, width: 2, lineDash: [6, 4] }) }));
  const hands = new Feature(new Point(event.coordinate));
  hands.setStyle(ring(7, blue));
  shown.clear();
  shown.addFeatures([line, hands]);
  const meant = told !== null && target?.kind === 'point' ? hand.points.getFeatureById(target.id) : null;
  const at = meant instanceof Feature ? meant.getGeometry() : undefined;
  if (at instanceof Point) {
    const around = new Feature(at.clone());
    around.setStyle(ring(13, blue));
    shown.addFeature(around);
  }
  markTray(told !== null && target?.kind === 'tray' ? target.id : null);
  hand.tell(told);
}

function ring(radius: number, color: string): Style {
  return new Style({ image: new Circle({ radius, stroke: new Stroke({ color, width: 2 }) }) });
}

function targetAt({ map, points }: Hand, { feature }: Carried, event: MapBrowserEvent): DropTarget | null {
  const tray = trayAt(event.originalEvent);
  if (tray !== null) return { kind: 'tray', id: tray };
  const near = points.getClosestFeatureToCoordinate(event.coordinate, (one) => one !== feature);
  const at = near?.getGeometry();
  if (!near || !(at instanceof Point)) return null;
  const [x = 0, y = 0] = map.getPixelFromCoordinate(at.getCoordinates()) ?? [];
  const away = Math.hypot(x - (event.pixel[0] ?? 0), y - (event.pixel[1] ?? 0));
  return away <= reach ? { kind: 'point', id: String(near.getId()) } : null;
}

function trayAt(event: UIEvent): string | null {
  if (!(event instanceof MouseEvent)) return null;
  const element = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.closest('[data-tray]'));
  return element?.closest<HTMLElement>('[data-tray]')?.dataset.tray ?? null;
}

function markTray(id: string | null): void {
  for (const tray of document.querySelectorAll<HTMLElement>('[data-tray]')) tray.classList.toggle('over', tray.dataset.tray === id);
}
