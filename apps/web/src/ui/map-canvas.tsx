// The only file that knows OpenLayers: outlines from the product's own data, no tiles, nothing from another host.

import { createEmpty, extend, isEmpty } from 'ol/extent';
import Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import LineString from 'ol/geom/LineString';
import VectorLayer from 'ol/layer/Vector';
import OlMap from 'ol/Map';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import View from 'ol/View';
import 'ol/ol.css';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from './language.tsx';
import { mapMoves } from './map-moves.ts';
import { codeOf, type Drawn, type DrawnRef, tellPainted, useDragging, useMarks } from './map-paint.ts';
import type { MapViewProps } from './map-view.tsx';
import { countyOutlines } from './outlines.ts';
import { Failed } from './states.tsx';
import { words } from './words.ts';

export function MapCanvas(props: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const { drawn, ready, failure, hover, tell } = useMap(box, props);
  useMarks(drawn, ready, props);
  useDragging(drawn, ready, props, tell);
  const fitKey = props.fit?.join(' ') ?? '';
  const onPoints = props.fitPoints === true;
  useEffect(() => {
    if (ready && drawn.current) fitTo(drawn.current, fitKey === '' ? [] : fitKey.split(' '), onPoints);
  }, [ready, fitKey, onPoints, drawn]);
  if (failure) return <Failed error={failure} />;
  return (
    <div className="map-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the map moves by keyboard, so it must take focus */}
      <div ref={box} className="map-canvas" role="application" aria-label={props.label} tabIndex={0} />
      <MapButtons drawn={drawn} fit={props.fit ?? []} onPoints={onPoints} />
      {props.over}
      <output className="map-hover">{hover}</output>
    </div>
  );
}

interface MapButtonsProps {
  readonly drawn: DrawnRef;
  readonly fit: readonly string[];
  readonly onPoints: boolean;
}

function MapButtons({ drawn, fit, onPoints }: MapButtonsProps) {
  const w = useWords(words);
  return (
    <div className="map-buttons">
      <button type="button" aria-label={w.zoomIn} title={w.zoomIn} onClick={() => zoom(drawn.current, 1)}>
        +
      </button>
      <button type="button" aria-label={w.zoomOut} title={w.zoomOut} onClick={() => zoom(drawn.current, -1)}>
        −
      </button>
      <button
        type="button"
        aria-label={w.fit}
        title={w.fit}
        onClick={() => (drawn.current ? fitTo(drawn.current, fit, onPoints) : undefined)}
      >
        ⤢
      </button>
    </div>
  );
}

/** Draws the map once into its box, reads the outlines, and cleans up after itself. */
function useMap(box: RefObject<HTMLDivElement | null>, props: MapViewProps) {
  const drawn: DrawnRef = useRef<Drawn | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [ready, setReady] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [hover, setHover] = useState<string | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const made = draw(box.current);
    drawn.current = made;
    tellPainted(made, box.current);
    listen(made.map, latest, setHover);
    const leaving = new AbortController();
    readOutlines()
      .then((features) => {
        if (leaving.signal.aborted) return;
        made.areas.addFeatures(features);
        setReady(true);
      })
      .catch((error: unknown) => (leaving.signal.aborted ? undefined : setFailure(error)));
    return () => {
      leaving.abort();
      setHover(null);
      made.map.setTarget();
      made.map.dispose();
      drawn.current = null;
    };
  }, [box]);
  return { drawn, ready, failure, hover, tell: setHover };
}

function draw(target: HTMLElement): Drawn {
  const areas = new VectorSource();
  const points = new VectorSource();
  const links = new VectorSource();
  const map = new OlMap({
    target,
    controls: [],
    interactions: mapMoves(),
    layers: [new VectorLayer({ source: areas, declutter: true }), new VectorLayer({ source: links }), new VectorLayer({ source: points })],
    view: new View({ center: fromLonLat([120.2, 29.1]), zoom: 7, minZoom: 5.5, maxZoom: 15 }),
  });
  return { map, areas, points, links };
}

async function readOutlines() {
  return new GeoJSON().readFeatures(await countyOutlines(), { featureProjection: 'EPSG:3857' });
}

function listen(map: OlMap, latest: { readonly current: MapViewProps }, setHover: (text: string | null) => void): void {
  // Lines between points are not to be met.
  const met = (feature: unknown) => (feature instanceof Feature && !(feature.getGeometry() instanceof LineString) ? feature : undefined);
  const at = (pixel: number[]) => map.forEachFeatureAtPixel(pixel, met, { hitTolerance: 4 });
  map.on('pointermove', (event) => {
    if (event.dragging) return;
    const feature = at(event.pixel);
    const area = feature ? latest.current.areas?.[codeOf(feature)] : undefined;
    setHover(feature ? String(feature.get('title') ?? area?.title ?? feature.get('name') ?? '') : null);
    const target = map.getTargetElement();
    if (target) target.style.cursor = feature && latest.current.onPick ? 'pointer' : '';
  });
  map.on('click', (event) => {
    const feature = at(event.pixel);
    if (!feature) return;
    const id = feature.getId();
    const isPoint = feature.get('title') !== undefined;
    latest.current.onPick?.(isPoint ? { kind: 'point', id: String(id) } : { kind: 'area', id: codeOf(feature) });
  });
}

function fitTo({ map, areas, points }: Drawn, codes: readonly string[], onPoints: boolean): void {
  const around = onPoints ? points.getExtent() : null;
  if (around && !isEmpty(around)) {
    map.getView().fit(around, { padding: [56, 56, 72, 56], maxZoom: 12.5 });
    return;
  }
  const extent = createEmpty();
  const wanted = areas.getFeatures().filter((feature) => codes.length === 0 || codes.some((code) => within(codeOf(feature), code)));
  for (const feature of wanted) {
    const geometry = feature.getGeometry();
    if (geometry) extend(extent, geometry.getExtent());
  }
  if (!isEmpty(extent)) map.getView().fit(extent, { padding: [16, 16, 16, 16], maxZoom: 12 });
}

/** 330726 stands within 330700 and 330000. */
function within(code: string, place: string): boolean {
  return code.startsWith(place.replace(/0000$|00$/, ''));
}

function zoom(drawn: Drawn | null, by: number): void {
  const view = drawn?.map.getView();
  const now = view?.getZoom();
  if (view && now !== undefined) view.setZoom(now + by);
}
