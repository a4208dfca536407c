// What a zip is: a workbook, a KMZ or a Shapefile. Only the parts that are read are inflated, under limits.
import { type Unreadable, unpack, unreadable } from '../kernel/index.ts';
import { nothingInside } from './kind.ts';
import { zipBounds } from './limits.ts';
import { readKml } from './read-kml.ts';
import { readShapefile, shapefileParts } from './read-shapefile.ts';
import { readXlsx } from './read-xlsx.ts';
import type { ReadRaw, Source } from './source.ts';

const kmlPart = /\.kml$/i;

export async function readZip(source: Source): Promise<ReadRaw | Unreadable> {
  const names: string[] = [];
  const options = { bounds: zipBounds, damaged: unreadable(damaged), locked: unreadable(locked) };
  // Once for the names alone: which kind it is decides what is worth inflating.
  const listed = await unpack(source.bytes, { ...options, wanted: (name) => names.push(name) < 0 });
  if (!listed.ok) return listed;
  if (names.includes('xl/workbook.xml')) return readXlsx(source);
  const wanted = names.some((name) => shapefileParts.test(name)) ? shapefileParts : kmlPart;
  const unpacked = await unpack(source.bytes, { ...options, wanted: (name) => wanted.test(name) });
  if (!unpacked.ok) return unpacked;
  await source.pace.rest(0.05);
  if (wanted === shapefileParts) return readShapefile(unpacked.parts, source);
  return readKmz(unpacked.parts, names, source);
}

/** By its standard the first .kml of a KMZ counts; others are said to be left out. */
async function readKmz(parts: ReadonlyMap<string, Buffer>, names: readonly string[], source: Source): Promise<ReadRaw | Unreadable> {
  const [main, ...others] = [...parts.keys()];
  const bytes = main === undefined ? undefined : parts.get(main);
  if (!bytes)
    return unreadable({ zh: `${nothingInside.zh}（包内：${shown(names)}）`, en: `${nothingInside.en} (Inside: ${shown(names)})` });
  if (others.length > 0)
    source.gathering.note(null, {
      zh: `KMZ 中只读了 ${main}，其余 ${others.length} 个 .kml 未读。`,
      en: `Only ${main} of the KMZ was read; ${others.length} more .kml files were left out.`,
    });
  const read = await readKml({ ...source, bytes });
  return read.ok ? { ...read, format: 'kmz' } : read;
}

function shown(names: readonly string[]): string {
  return names.length === 0 ? '—' : names.slice(0, 5).join('、') + (names.length > 5 ? ' …' : '');
}

const damaged = {
  zh: '压缩包已损坏，不能打开。请重新打包。',
  en: 'The zip is damaged and does not open. Pack it again.',
};
const locked = {
  zh: '压缩包设有密码，无法读取。请去掉密码后重新打包。',
  en: 'The zip is locked with a password. Pack it again without one.',
};
