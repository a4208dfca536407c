// The outline of a place as a PNG, with the Chinese faces this machine has; a machine without any is told so on the paper.
import { Resvg } from '@resvg/resvg-js';
import { type MapSvg, mapSvg, type Outline } from '@zhenghe/exchange/documents';
import { dataText } from '../territory/index.ts';

export interface MapPicture {
  readonly map: { readonly png: Uint8Array; readonly width: number; readonly height: number } | null;
  readonly mapNote: string;
}

const origin = '轮廓为2018年县界，仅供定位，无审图号；区块没有图形记录，不绘出。';
const noOutline = '本地没有可用的轮廓，不绘图；区块见右表。';
const noFace = '生成文件的机器没有中文字体，图中文字从略。';

let outlines: readonly Outline[] | null = null;
let chinese: boolean | null = null;

export function mapPicture(jurisdiction: string): MapPicture {
  outlines ??= readOutlines();
  chinese ??= hasChineseFace();
  const drawn = mapSvg(outlines, jurisdiction, chinese);
  if (!drawn) return { map: null, mapNote: noOutline };
  return { map: { png: png(drawn), width: drawn.width, height: drawn.height }, mapNote: chinese ? origin : `${origin}${noFace}` };
}

function png({ svg }: MapSvg): Uint8Array {
  return new Uint8Array(new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng());
}

/** A character that no face can draw leaves nothing on the page. */
function hasChineseFace(): boolean {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="4" y="30" font-size="24">县</text></svg>';
  return new Resvg(svg, { font: { loadSystemFonts: true } }).getBBox() !== undefined;
}

function readOutlines(): readonly Outline[] {
  const { features }: { readonly features: readonly Outline[] } = JSON.parse(dataText('territory/counties.geojson'));
  return features;
}
