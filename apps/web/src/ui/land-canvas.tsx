// The map of land itself: opens the scene, keeps it as the page says, moves by keyboard, and tells what was chosen or drawn.
import { type Box, boxOf, type Shape } from '@zhenghe/engine/boundaries';
import Feature from 'ol/Feature';
import type OlMap from 'ol/Map';
import View from 'ol/View';
import 'ol/ol.css';
import './css/land.css';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { choosesBy, takeTool } from './land-hands.ts';
import type { LandMapProps, LandSheet as LandSheetWords } from './land-marks.ts';
import { paperScale } from './land-paper.ts';
import { boxAround, meridianOf, type Plane, planeAt } from './land-plane.ts';
import { type Dress, openScene, type Scene } from './land-scene.ts';
import { LandSheet } from './land-sheet.tsx';
import { tilesFor, watchTiles } from './land-tiles.ts';
import { useWords } from './language.tsx';
import { useLook } from './look.tsx';
import { words as kitWords } from './words.ts';
import { words } from './words-land.ts';

/** Degrees; where a map without land opens: the middle of the province. */
const nowhere: Box = [119.2, 28.2, 121.6, 30.6];
const nobody: readonly string[] = [];

/** The plane is that of the first land there is: land that comes later moves the view, and only a first one in another zone the plane. */
export function LandCanvas(props: LandMapProps) {
  const first = useRef<number | null>(null);
  const box = first.current === null ? boxAround(shapesInView(props).map(boxOf)) : null;
  if (box) first.current = meridianOf((box[0] + box[2]) / 2);
  const meridian = first.current ?? meridianOf((nowhere[0] + nowhere[2]) / 2);
  return <Stage key={meridian} props={props} meridian={meridian} />;
}

function Stage({ props, meridian }: { readonly props: LandMapProps; readonly meridian: number }) {
  const w = useWords(words);
  const { plane, view, home } = useStage(props, meridian);
  const here = useRef<Scene | null>(null);
  return (
    <div className={props.beside ? 'land-panes two' : 'land-panes'}>
      {props.beside ? (
        <Pane
          props={{ label: `${props.label} · ${props.beside.label}`, layers: props.beside.layers }}
          plane={plane}
          view={view}
          title={props.beside.label}
        />
      ) : null}
      <Pane props={props} plane={plane} view={view} scene={here} title={props.beside?.here} />
      <MapButtons
        zoomBy={(by) => view.setZoom((view.getZoom() ?? 10) + by)}
        onFit={() => fit(view, plane, home(), here.current?.map)}
        fitWord={w.fitLand}
      />
      {props.sheet ? <PrintButton props={props} sheet={props.sheet} plane={plane} view={view} scene={here} /> : null}
    </div>
  );
}

interface PrintProps {
  readonly props: LandMapProps;
  readonly sheet: LandSheetWords;
  readonly plane: Plane;
  readonly view: View;
  readonly scene: SceneRef;
}

function PrintButton({ props, sheet, plane, view, scene }: PrintProps) {
  const w = useWords(words);
  const [asked, setAsked] = useState<{ readonly center: readonly number[]; readonly scale: number } | null>(null);
  const done = useCallback(() => setAsked(null), []);
  const ask = () => {
    const [width = 800, height = 600] = scene.current?.map.getSize() ?? [];
    setAsked({ center: view.getCenter() ?? [], scale: paperScale({ width, height, resolution: view.getResolution() ?? 1 }) });
  };
  return (
    <>
      <button type="button" className="land-print" onClick={ask}>
        {w.print}
      </button>
      {asked ? (
        <LandSheet props={props} sheet={sheet} plane={plane} {...asked} onDone={done} key={`${asked.center} ${asked.scale}`} />
      ) : null}
    </>
  );
}

function MapButtons(props: { readonly zoomBy: (by: number) => void; readonly onFit: () => void; readonly fitWord: string }) {
  const w = useWords(kitWords);
  return (
    <div className="map-buttons">
      <button type="button" aria-label={w.zoomIn} title={w.zoomIn} onClick={() => props.zoomBy(1)}>
        +
      </button>
      <button type="button" aria-label={w.zoomOut} title={w.zoomOut} onClick={() => props.zoomBy(-1)}>
        −
      </button>
      <button type="button" aria-label={props.fitWord} title={props.fitWord} onClick={props.onFit}>
        ⤢
      </button>
    </div>
  );
}

function useStage(props: LandMapProps, meridian: number) {
  const latest = useRef(props);
  latest.current = props;
  const stage = useMemo(() => {
    const home = () => boxAround(shapesInView(latest.current).map(boxOf)) ?? nowhere;
    const [west, south, east, north] = home();
    const plane = planeAt(meridian);
    const view = new View({
      projection: plane.projection,
      center: plane.forward([(west + east) / 2, (south + north) / 2]),
      resolution: 100,
      minResolution: 0.02,
      maxResolution: 4000,
      enableRotation: false,
    });
    return { plane, view, home };
  }, [meridian]);
  return stage;
}

/** What a reader wants to see first: the blocks, else what is compared, else every visible layer. */
function shapesInView({ editing, layers, beside }: LandMapProps): readonly Shape[] {
  if (editing && editing.features.length > 0) return editing.features.map(({ shape }) => shape);
  const of = (wanted: readonly LandMapProps['layers'][number][]) => wanted.flatMap(({ features }) => features.map(({ shape }) => shape));
  const main = of([...layers, ...(beside?.layers ?? [])].filter(({ kind }) => ['block', 'kept', 'gained', 'lost'].includes(kind)));
  return main.length > 0 ? main : of(layers.filter(({ visible }) => visible));
}

function fit(view: View, plane: Plane, [west, south, east, north]: Box, map: OlMap | undefined, duration = 0): void {
  const corners = (
    [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
    ] as const
  ).map(plane.forward);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const size = map?.getSize();
  view.fit([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], {
    ...(size ? { size } : {}),
    padding: [40, 48, 40, 40],
    minResolution: 0.1,
    duration,
  });
}

interface PaneProps {
  readonly props: LandMapProps;
  readonly plane: Plane;
  readonly view: View;
  readonly scene?: RefObject<Scene | null>;
  readonly title?: string | undefined;
}

function Pane({ props, plane, view, scene: shared, title }: PaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const own = useRef<Scene | null>(null);
  const scene = shared ?? own;
  const [hover, setHover] = useState<string | null>(null);
  const [measured, setMeasured] = useState<string | null>(null);
  const [ground, setGround] = useState<GroundState | null>(null);
  const drawn = props.editing?.features;
  // What lay under the pointer is no longer what it was.
  useEffect(() => (drawn ? setHover(null) : undefined), [drawn]);
  useScene(box, scene, { plane, view, props, setHover, setGround, leads: shared !== undefined });
  useShown(scene, props);
  useTool(scene, props, setMeasured);
  useArriving(scene, { plane, view, props, leads: shared !== undefined });
  useLooking(scene, { plane, view, props });
  return (
    <div className="map-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the map moves by keyboard, so it must take focus */}
      <div ref={box} className="map-canvas" role="application" aria-label={props.label} tabIndex={0} />
      {title ? <p className="land-title">{title}</p> : null}
      <output className="map-hover">{measured ?? hover}</output>
      {ground ? <GroundNote {...ground} /> : null}
    </div>
  );
}

/** Whose the ground map is; and that the rest is there without it. */
interface GroundState {
  readonly credit: string;
  readonly failed: boolean;
}

function GroundNote({ credit, failed }: GroundState) {
  const w = useWords(words);
  return (
    <p className="land-ground" role="status">
      {failed ? w.groundFailed(credit) : w.groundBy(credit)}
    </p>
  );
}

type SceneRef = RefObject<Scene | null>;

interface Opening {
  readonly plane: Plane;
  readonly view: View;
  readonly props: LandMapProps;
  readonly setHover: (text: string | null) => void;
  readonly setGround: (ground: GroundState) => void;
  /** The pane that chooses where both look; the one beside it follows. */
  readonly leads: boolean;
}

function useScene(box: RefObject<HTMLDivElement | null>, scene: SceneRef, opening: Opening): void {
  const { plane, view, props, setHover, setGround, leads } = opening;
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const target = box.current;
    if (!target) return;
    const opened = openScene({ target, view, plane });
    scene.current = opened;
    listen(opened, latest, setHover);
    tellView(opened, target);
    if (leads) fit(view, plane, boxAround(shapesInView(latest.current).map(boxOf)) ?? nowhere, opened.map);
    void tilesFor(plane).then((ground) => {
      if (ground === null || scene.current !== opened) return;
      opened.ground(ground.layers);
      setGround({ credit: ground.credit, failed: false });
      watchTiles(ground.layers, (failed) => (scene.current === opened ? setGround({ credit: ground.credit, failed }) : undefined));
    });
    return () => {
      scene.current = null;
      opened.close();
    };
  }, [box, scene, view, plane, setHover, setGround, leads]);
}

/** Where the map stands, for whoever points at it from outside: centre in the plane, metres for a pixel; and that it has been painted. */
function tellView({ map }: Scene, target: HTMLElement): void {
  const tell = () => {
    const [x = 0, y = 0] = map.getView().getCenter() ?? [];
    target.dataset.view = [x, y, map.getView().getResolution() ?? 0].join(' ');
  };
  map.on('moveend', tell);
  map.on('rendercomplete', () => {
    target.dataset.painted = 'true';
    tell();
  });
}

function useShown(scene: SceneRef, { layers, editing, marks, selected }: LandMapProps): void {
  const { palette, scheme } = useLook();
  const picked = editing?.picked ?? nobody;
  const dress = useMemo<Dress>(
    () => ({ palette, dark: scheme === 'dark', selected: selected ?? null, picked }),
    [palette, scheme, selected, picked],
  );
  const features = editing?.features;
  useEffect(() => void scene.current?.showOutlines(palette), [scene, palette]);
  useEffect(() => scene.current?.showLayers(layers, dress), [scene, layers, dress]);
  useEffect(() => scene.current?.showBlocks(features ?? [], dress), [scene, features, dress]);
  useEffect(() => scene.current?.showMarks(marks ?? [], dress), [scene, marks, dress]);
}

function useTool(scene: SceneRef, props: LandMapProps, onMeasure: (text: string | null) => void): void {
  const w = useWords(kitWords);
  const { palette } = useLook();
  const { editing, layers, selected } = props;
  const latest = useRef(editing);
  latest.current = editing;
  const { tool, snapping, features } = editing ?? {};
  useEffect(() => {
    const held = latest.current;
    if (!scene.current || !held || tool === undefined || features === undefined || snapping === undefined) return;
    const seen = new Map(layers.filter(({ visible }) => visible).map(({ id, features: some }) => [id, some.map(({ shape }) => shape)]));
    return takeTool(scene.current, {
      editing: { ...held, onShapes: (shapes) => latest.current?.onShapes(shapes), onCut: (line) => latest.current?.onCut(line) },
      selected: selected ?? null,
      layers: seen,
      palette,
      words: { hectare: w.hectare, mu: w.mu },
      onMeasure,
    });
  }, [scene, tool, snapping, features, layers, selected, palette, w, onMeasure]);
}

/**
 * A map that opened without its land goes there when the land comes; so does one whose blocks come after its layers. Layers come one by
 * one: the map follows them until the reader has moved it.
 */
function useArriving(scene: SceneRef, { plane, view, props, leads }: Omit<Opening, 'setHover' | 'setGround'>): void {
  const stage = props.editing && props.editing.features.length > 0 ? 2 : shapesInView(props).length > 0 ? 1 : 0;
  const come = props.layers.flatMap(({ id, features }) => (features.length > 0 ? [id] : [])).join();
  const latest = useRef(props);
  latest.current = props;
  const before = useRef({ stage, come, where: '' });
  useEffect(() => {
    const { stage: reached, come: known, where } = before.current;
    const follows = stage === 1 && come !== known && (where === '' || where === standingOf(view));
    const box = stage > reached || follows ? boxAround(shapesInView(latest.current).map(boxOf)) : null;
    if (box && leads) fit(view, plane, box, scene.current?.map);
    before.current = { stage: Math.max(stage, reached), come, where: box || where === '' ? standingOf(view) : where };
  }, [stage, come, scene, view, plane, leads]);
}

function standingOf(view: View): string {
  return [view.getCenter(), view.getResolution()].join();
}

function useLooking(scene: SceneRef, { plane, view, props: { look } }: Pick<Opening, 'plane' | 'view' | 'props'>): void {
  const latest = useRef(look);
  latest.current = look;
  const turn = look?.turn;
  useEffect(() => {
    const { at, shape } = latest.current ?? {};
    if (turn === undefined || turn === 0) return;
    if (shape && shape.length > 0) fit(view, plane, boxOf(shape), scene.current?.map);
    else if (at) view.setCenter(plane.forward(at));
    // A place without extent is looked at from where a street is seen; never further off than the reader already stands.
    if (!shape || shape.length === 0) view.setResolution(Math.min(view.getResolution() ?? 1, 1));
    else view.setResolution(Math.max(view.getResolution() ?? 1, 0.25));
  }, [turn, scene, plane, view]);
}

function listen({ map }: Scene, latest: { readonly current: LandMapProps }, setHover: (text: string | null) => void): void {
  const at = (pixel: number[]) =>
    map.forEachFeatureAtPixel(pixel, (feature) => (feature instanceof Feature ? feature : undefined), { hitTolerance: 4 });
  map.on('pointermove', (event) => {
    if (!event.dragging) setHover(String(at(event.pixel)?.get('name') ?? '') || null);
  });
  map.on('singleclick', (event) => {
    const { editing, onSelect, onMark } = latest.current;
    if (!choosesBy(editing?.tool)) return;
    const feature = at(event.pixel);
    const mark = feature?.get('mark');
    if (typeof mark === 'string' && onMark) return onMark(mark);
    const id = feature?.getId();
    const code = typeof id === 'string' ? id : null;
    if (editing?.tool === 'merge') return code === null ? undefined : editing.onPick(code);
    // With the vertex tool a click beside the land keeps what is chosen: a corner was missed.
    if (editing?.tool === 'vertex') return;
    onSelect?.(code);
  });
}
