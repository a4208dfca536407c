// One door for a boundary file of any format (F07): told by its bytes, read as it stands, or refused with every problem and its place.
import type { RawBoundaries } from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { megabytes, type Unreadable, unreadable } from '../kernel/index.ts';
import { type Gathering, gather } from './gathering.ts';
import { kindOf } from './kind.ts';
import { boundaryLimits } from './limits.ts';
import { paceOf, type ReadOptions } from './pace.ts';
import { readCsv } from './read-csv.ts';
import { readDxf } from './read-dxf.ts';
import { readGeojson } from './read-geojson.ts';
import { readKml } from './read-kml.ts';
import { readSurvey } from './read-survey.ts';
import { readZip } from './read-zip.ts';
import type { Reader, ReadRaw } from './source.ts';
import { refuseMixedZones } from './zones-of-figures.ts';

const readers: Readonly<Record<'zip' | 'geojson' | 'kml' | 'dxf' | 'csv' | 'survey-txt', Reader>> = {
  zip: readZip,
  geojson: readGeojson,
  kml: readKml,
  dxf: readDxf,
  csv: readCsv,
  'survey-txt': readSurvey,
};

/** `name` is only told in messages. Rejects with the signal's reason when it is aborted; keeps nothing, transforms nothing. */
export async function readBoundaries(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<{ readonly ok: true; readonly raw: RawBoundaries } | Unreadable> {
  options.signal?.throwIfAborted();
  if (bytes.length > boundaryLimits.fileBytes) return unreadable(tooLarge(name, bytes.length));
  const kind = kindOf(bytes);
  if (!kind.ok) return unreadable(kind.reason);
  const gathering = gather();
  const read = await readers[kind.kind]({ bytes, pace: paceOf(options), gathering });
  options.signal?.throwIfAborted();
  if (!read.ok) return withProblems(read, gathering);
  const refusal = judged(read, gathering);
  if (refusal) return refusal;
  options.progress?.(1);
  return { ok: true, raw: rawOf(read, gathering) };
}

/** A refusal at once keeps what was found before it. */
function withProblems(refused: Unreadable, gathering: Gathering): Unreadable {
  const found = gathering.refusal();
  if (!found) return refused;
  return found.problems.length === 0 ? found : { ...refused, problems: [...refused.problems, ...found.problems] };
}

function judged(read: ReadRaw, gathering: Gathering): Unreadable | null {
  if (read.statement?.unfit) gathering.problem({ value: read.statement.declared.words }, read.statement.unfit);
  if (!gathering.full()) refuseMixedZones(read.features, gathering);
  const refusal = gathering.refusal();
  if (refusal) return refusal;
  return read.features.length === 0 ? unreadable(nothing(read.leftOut)) : null;
}

function rawOf({ format, encoding, statement, features, leftOut }: ReadRaw, gathering: Gathering): RawBoundaries {
  if (leftOut.size > 0) gathering.note(null, leftOutNote(leftOut));
  const raw = { format, encoding, declared: statement?.declared ?? null, features, notes: gathering.notes() };
  return gathering.isTraining() ? { ...raw, training: true } : raw;
}

function listOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([kind, count]) => `${kind} × ${count}`).join(', ');
}

function leftOutNote(counts: ReadonlyMap<string, number>): Bilingual {
  return { zh: `不是面的图形没有读入：${listOf(counts)}。`, en: `Shapes that are no polygons were left out: ${listOf(counts)}.` };
}

function nothing(leftOut: ReadonlyMap<string, number>): Bilingual {
  if (leftOut.size === 0) return { zh: '文件里没有任何地块（空图层）。', en: 'The file holds no block (an empty layer).' };
  return {
    zh: `文件里没有面状地块，只有：${listOf(leftOut)}。请导出面（多边形）图层。`,
    en: `The file holds no polygons, only: ${listOf(leftOut)}. Export the layer of polygons.`,
  };
}

function tooLarge(name: string, size: number): Bilingual {
  const limit = megabytes(boundaryLimits.fileBytes);
  return {
    zh: `文件「${name}」${megabytes(size)}，超过上限 ${limit}。`,
    en: `The file "${name}" has ${megabytes(size)}; the limit is ${limit}.`,
  };
}
