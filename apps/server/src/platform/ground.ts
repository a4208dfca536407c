// The ground map that pages may draw under theirs: a WMTS of 天地图 in EPSG:4490. Off unless configured; then its origin, and no other,
// may send pictures to our pages.
export interface Ground {
  /** With {layer} for the layer's name and with the key. */
  readonly url: string;
  readonly layers: readonly string[];
  /** Stands on every map drawn over it: whose map it is and its 审图号; its host, where the operator says nothing. */
  readonly credit: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function groundIn(env: Environment, problems: string[]): Ground | null {
  const address = env.ZHENGHE_WMTS;
  if (!address) return null;
  if (!URL.canParse(address) || !['http:', 'https:'].includes(new URL(address).protocol) || !address.includes('{layer}')) {
    problems.push('ZHENGHE_WMTS: 应为 expected an address such as https://tiles.example.gov.cn/{layer}_c/wmts');
    return null;
  }
  const layers = (env.ZHENGHE_WMTS_LAYERS || 'vec,cva').split(',').map((layer) => layer.trim());
  const joint = address.includes('?') ? '&' : '?';
  // The key is one for browsers: each tile is asked for with it, so that it is no secret.
  const key = env.ZHENGHE_WMTS_KEY ? `${joint}tk=${encodeURIComponent(env.ZHENGHE_WMTS_KEY)}` : '';
  const credit = env.ZHENGHE_WMTS_CREDIT?.trim() || new URL(address.replaceAll('{layer}', 'layer')).host;
  return { url: `${address}${key}`, layers: layers.filter((layer) => /^\w+$/.test(layer)), credit };
}

/** For the content policy; null without a ground map. */
export function groundOrigin(ground: Ground | null): string | null {
  return ground === null ? null : new URL(ground.url.replaceAll('{layer}', 'layer')).origin;
}
