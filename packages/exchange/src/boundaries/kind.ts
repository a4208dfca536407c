// Which format the bytes are; the name is never asked. What is no boundary file is refused by what it is.
import type { BoundaryFormat } from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type FileKind, sniff } from '../kernel/index.ts';
import { decoded, gbk, utf8 } from './text.ts';

export type Kind =
  | { readonly ok: true; readonly kind: 'zip' | Exclude<BoundaryFormat, 'xlsx' | 'shapefile' | 'kmz'> }
  | { readonly ok: false; readonly reason: Bilingual };

const headBytes = 4096;

export function kindOf(bytes: Uint8Array): Kind {
  const kind = sniff(bytes);
  if (kind === 'zip') return { ok: true, kind: 'zip' };
  if (kind === 'json') return { ok: true, kind: 'geojson' };
  if (kind === 'xml') return { ok: true, kind: 'kml' };
  if (kind !== 'other') return { ok: false, reason: refusedKinds[kind] };
  return textKind(bytes.subarray(0, headBytes));
}

/** The head alone decides; whether the rest is text is the reader's to find. */
function textKind(head: Uint8Array): Kind {
  if (head[0] === 0xff && head[1] === 0xfe) return { ok: true, kind: 'csv' };
  if (head.includes(0)) return { ok: false, reason: unknown };
  for (const encoding of [utf8, gbk]) {
    const text = decoded(head, encoding);
    if (/^\s*[[［【](属性描述|地块坐标)[\]］】]/.test(text)) return { ok: true, kind: 'survey-txt' };
  }
  const text = decoded(head, utf8);
  if (/^\s*0\s*\r?\n\s*SECTION\s*\r?\n/.test(text) || /^\s*999\r?\n/.test(text)) return { ok: true, kind: 'dxf' };
  return /[,\t;，]/.test(text) || /[,\t;，]/.test(decoded(head, gbk)) ? { ok: true, kind: 'csv' } : { ok: false, reason: unknown };
}

const formats: Bilingual = {
  zh: '可读的格式：GeoJSON、打包的 Shapefile（.zip）、KML/KMZ、DXF、界址点 xlsx 或 CSV、勘测定界界址点 TXT。',
  en: 'Read are GeoJSON, a zipped Shapefile, KML/KMZ, DXF, xlsx or CSV of vertices, and the land survey’s text of boundary points.',
};

const unknown: Bilingual = { zh: `认不出文件格式。${formats.zh}`, en: `The format of the file is not known. ${formats.en}` };

export const nothingInside: Bilingual = {
  zh: `压缩包里没有 Shapefile 或 KML。${formats.zh}`,
  en: `The zip holds no Shapefile and no KML. ${formats.en}`,
};

const refusedKinds: Readonly<Record<Exclude<FileKind, 'zip' | 'json' | 'xml' | 'other'>, Bilingual>> = {
  empty: { zh: '文件是空的（0 字节）。', en: 'The file is empty (0 bytes).' },
  locked: {
    zh: '工作簿设有打开密码，无法读取。请取消密码后重新保存。',
    en: 'The workbook is locked with a password. Remove it and save again.',
  },
  'old-xls': {
    zh: '这是旧版 Excel（.xls）。请另存为 .xlsx 后上传。',
    en: 'This is an old Excel file (.xls). Save it as .xlsx and upload that.',
  },
  ole: { zh: `这是旧版 Office 文件，无法读取。${formats.zh}`, en: `This is an old Office file and cannot be read. ${formats.en}` },
  shp: {
    zh: '这是单独的 .shp 或 .shx。请把 .shp、.shx、.dbf、.prj 一起打成 zip 上传。',
    en: 'This is a .shp or .shx alone. Pack the .shp, .shx, .dbf and .prj into one zip and upload that.',
  },
  dwg: { zh: '这是 DWG。请在 CAD 中另存为 DXF（ASCII）后上传。', en: 'This is a DWG. Save it as DXF (ASCII) and upload that.' },
  'binary-dxf': { zh: '这是二进制 DXF。请另存为 ASCII DXF。', en: 'This is a binary DXF. Save it as an ASCII DXF.' },
  rar: { zh: '这是 RAR 压缩包。请改用 zip 打包。', en: 'This is a RAR archive. Pack it as a zip.' },
  '7z': { zh: '这是 7z 压缩包。请改用 zip 打包。', en: 'This is a 7z archive. Pack it as a zip.' },
  pdf: { zh: `这是 PDF，没有可读的坐标。${formats.zh}`, en: `This is a PDF, which holds no coordinates to read. ${formats.en}` },
  geopackage: { zh: '这是 GeoPackage。请导出为 GeoJSON 或 Shapefile。', en: 'This is a GeoPackage. Export it as GeoJSON or Shapefile.' },
};
