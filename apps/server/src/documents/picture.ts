// The outline of a place, and its plan's blocks, as a PNG, with the Chinese faces this machine has; a machine without any is told so on the paper.
import { Resvg } from '@resvg/resvg-js';
import type { Feature } from '@zhenghe/engine/boundaries';
import { type MapSvg, mapSvg, type Outline } from '@zhenghe/exchange/documents';
import { dataText } from '../territory/index.ts';

export interface MapPicture {
  readonly map: { readonly png: Uint8Array; readonly width: number; readonly height: number } | null;
  readonly mapNote: string;
}

const origin = '轮廓为2018年县界，仅供定位，无审图号；区块没有图形记录，不绘出。';
const withBlocks = '区块按本版方案采用的边界绘出（CGCS2000）；县界为2018年轮廓，仅供定位，无审图号。';
const notSurveyed = '边界由公开地图坐标换算，不是测绘精度。';
const noOutline = '本地没有可用的轮廓，不绘图；区块见右表。';
const noFace = '生成文件的机器没有中文字体，图中文字从略。';

let outlines: readonly Outline[] | null = null;
let chinese: boolean | null = null;

export interface Land {
  readonly features: readonly Feature[];
  readonly surveyGrade: boolean;
}

/** `land` is what the printed version carries; null while it carries none. */
export function mapPicture(jurisdiction: string, land: Land | null): MapPicture {
  outlines ??= readOutlines();
  chinese ??= hasChineseFace();
  const drawn = mapSvg(outlines, jurisdiction, { words: chinese, blocks: land?.features ?? [] });
  if (!drawn) return { map: null, mapNote: noOutline };
  const note = `${land ? withBlocks : origin}${land && !land.surveyGrade ? notSurveyed : ''}${chinese ? '' : noFace}`;
  return { map: { png: png(drawn), width: drawn.width, height: drawn.height }, mapNote: note };
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
