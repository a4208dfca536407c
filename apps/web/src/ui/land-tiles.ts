// The ground map of 天地图, when the operator has configured one: WMTS tiles in EPSG:4490, drawn into the map's own plane. Nothing is
// fetched from another host unless it is configured.
import { getWidth } from 'ol/extent';
import TileLayer from 'ol/layer/Tile';
import { get } from 'ol/proj';
import WMTS from 'ol/source/WMTS';
import WMTSTileGrid from 'ol/tilegrid/WMTS';
import type { Plane } from './land-plane.ts';

interface Ground {
  /** With {layer} for the layer's name; the key is part of it. */
  readonly url: string;
  readonly layers: readonly string[];
  /** Whose map it is. */
  readonly credit: string;
}

export interface GroundMap {
  readonly credit: string;
  readonly layers: readonly TileLayer[];
}

let asked: Promise<Ground | null> | null = null;

/** The plane is asked for so that EPSG:4490 is known by then. */
export async function tilesFor(_plane: Plane): Promise<GroundMap | null> {
  asked ??= configured().catch(() => null);
  const ground = await asked;
  return ground && { credit: ground.credit, layers: ground.layers.flatMap((layer) => tileLayer(ground.url, layer)) };
}

/** Tells when tiles cannot be had, and when they come again. */
export function watchTiles(layers: readonly TileLayer[], tell: (failed: boolean) => void): void {
  for (const source of layers.map((layer) => layer.getSource())) {
    source?.addEventListener('tileloaderror', () => tell(true));
    source?.addEventListener('tileloadend', () => tell(false));
  }
}

async function configured(): Promise<Ground | null> {
  const response = await fetch('/data/ground.json');
  if (!response.ok) return null;
  return groundIn(await response.json());
}

export function groundIn(answer: unknown): Ground | null {
  if (typeof answer !== 'object' || answer === null || !('url' in answer) || !('layers' in answer)) return null;
  const { url, layers } = answer;
  if (typeof url !== 'string' || !Array.isArray(layers)) return null;
  const credit: unknown = Reflect.get(answer, 'credit');
  return {
    url,
    layers: layers.filter((layer): layer is string => typeof layer === 'string'),
    credit: typeof credit === 'string' ? credit : '',
  };
}

/** Matrix set "c" of 天地图: degrees, level 1 has two tiles of 256 pixels side by side. */
function tileLayer(url: string, layer: string): TileLayer[] {
  const projection = get('EPSG:4490');
  const extent = projection?.getExtent();
  if (!projection || !extent) return [];
  const levels = Array.from({ length: 18 }, (_, index) => index + 1);
  const tileGrid = new WMTSTileGrid({
    origin: [-180, 90],
    resolutions: levels.map((level) => getWidth(extent) / 256 / 2 ** level),
    matrixIds: levels.map(String),
  });
  const source = new WMTS({
    url: url.replaceAll('{layer}', layer),
    layer,
    matrixSet: 'c',
    format: 'tiles',
    style: 'default',
    projection,
    tileGrid,
    crossOrigin: 'anonymous',
  });
  return [new TileLayer({ source })];
}
