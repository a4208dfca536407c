// What stands on the map: outlines, lines and points as their marks say, and what has been painted of them.
import Feature from 'ol/Feature';
import LineString from 'ol/geom/LineString';
import Point from 'ol/geom/Point';
import type OlMap from 'ol/Map';
import { fromLonLat } from 'ol/proj';
import type VectorSource from 'ol/source/Vector';
import { type RefObject, useEffect, useRef } from 'react';
import { useLook } from './look.tsx';
import { dragsOn } from './map-drag.ts';
import { areaStyle, linkStyle, pointStyles } from './map-styles.ts';
import type { MapViewProps } from './map-view.tsx';

export interface Drawn {
  readonly map: OlMap;
  readonly areas: VectorSource;
  readonly points: VectorSource;
  readonly links: VectorSource;
}

export type DrawnRef = RefObject<Drawn | null>;

/** Paints outlines, lines and points anew whenever their marks or the palette change. */
export function useMarks(drawn: DrawnRef, ready: boolean, { areas, points, links }: MapViewProps) {
  const { palette } = useLook();
  useEffect(() => {
    if (!ready || !drawn.current) return;
    for (const feature of drawn.current.areas.getFeatures()) feature.setStyle(areaStyle(areas?.[codeOf(feature)], palette));
  }, [drawn, ready, areas, palette]);
  useEffect(() => {
    const styleOf = pointStyles(palette);
    const features = (points ?? []).map((mark) => {
      const feature = new Feature({ geometry: new Point(fromLonLat([...mark.at])), title: mark.title });
      feature.setId(mark.id);
      feature.setStyle(styleOf(mark));
      return feature;
    });
    replace(drawn.current?.points, features);
  }, [drawn, points, palette]);
  useEffect(() => {
    const styles = new Map((links ?? []).map(({ color }) => [color, linkStyle(color)]));
    const features = (links ?? []).map(({ from, to, color }) => {
      const feature = new Feature(new LineString([fromLonLat([...from]), fromLonLat([...to])]));
      feature.setStyle(styles.get(color));
      return feature;
    });
    replace(drawn.current?.links, features);
  }, [drawn, links]);
}

function replace(source: VectorSource | undefined, features: Feature[]): void {
  source?.clear();
  source?.addFeatures(features);
}

export function useDragging(drawn: DrawnRef, ready: boolean, props: MapViewProps, tell: (text: string | null) => void) {
  const { palette } = useLook();
  const latest = useRef({ dragging: props.dragging, palette });
  latest.current = { dragging: props.dragging, palette };
  const drags = props.dragging !== undefined;
  useEffect(() => {
    const here = drawn.current;
    if (!here || !ready || !drags) return;
    const held = { dragging: () => latest.current.dragging, palette: () => latest.current.palette };
    return dragsOn({ map: here.map, points: here.points, tell, ...held });
  }, [drawn, ready, drags, tell]);
}

/** What has been painted, for whoever measures it: points on the map once it is complete, and frames drawn. */
export function tellPainted({ map, areas, points }: Drawn, target: HTMLElement): void {
  let frames = 0;
  map.on('postrender', () => {
    frames += 1;
    target.dataset.frames = String(frames);
  });
  map.on('rendercomplete', () => {
    target.dataset.paintedPoints = areas.isEmpty() ? '0' : String(points.getFeatures().length);
    target.dataset.pixels = points.getFeatures().length > fewPoints ? '' : JSON.stringify(pixelsOf(map, points));
  });
}

/** Up to so many points tell where on the map they stand. */
const fewPoints = 60;

function pixelsOf(map: OlMap, points: VectorSource): Record<string, readonly number[]> {
  const placed = points.getFeatures().map((feature) => {
    const at = feature.getGeometry();
    const pixel = at instanceof Point ? map.getPixelFromCoordinate(at.getCoordinates()) : null;
    return [String(feature.getId()), (pixel ?? []).map(Math.round)] as const;
  });
  return Object.fromEntries(placed);
}

export function codeOf(feature: Feature): string {
  return String(feature.get('code') ?? feature.get('adcode') ?? '');
}
