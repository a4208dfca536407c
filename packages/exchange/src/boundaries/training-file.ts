// Invented blocks as a file of any format, whole or with something changed: what people practise on and what readers are tested with.
import type { BoundaryFormat, Feature } from '@zhenghe/engine/boundaries';
import { pack, unpack } from '../kernel/index.ts';
import { encodeGbk } from './gbk.ts';
import type { WritableCrs } from './outgoing.ts';
import { type BoundaryFile, writeBoundaries } from './write-boundaries.ts';

export const zone40: Extract<WritableCrs, { kind: 'gauss-kruger' }> = {
  ...{ kind: 'gauss-kruger', datum: 'cgcs2000', width: 3, meridian: 120 },
  ...{ numbered: true, order: 'north-east' },
};

export function fileOf(features: readonly Feature[], format: BoundaryFormat, system: WritableCrs = zone40): Promise<BoundaryFile> {
  return writeBoundaries(features, { format, system, training: true, title: '区块', on: '2021-06-10' });
}

export async function editedShapefile(features: readonly Feature[], change: (parts: Map<string, Buffer>) => void): Promise<Uint8Array> {
  const { bytes } = await fileOf(features, 'shapefile');
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) throw new Error(unpacked.reason.en);
  const parts = new Map(unpacked.parts);
  change(parts);
  return pack(parts, true);
}

/** The survey text of these features with some of it changed, in GBK again. */
export async function editedSurvey(features: readonly Feature[], edit: (text: string) => string): Promise<Uint8Array> {
  const { bytes } = await fileOf(features, 'survey-txt');
  const text = edit(new TextDecoder('gb18030').decode(bytes));
  return encodeGbk(text) ?? Buffer.from(text);
}

/** A file that is refused. */
export interface FaultyFile {
  /** What is wrong with it. */
  readonly what: string;
  /** The same in Chinese. */
  readonly zh: string;
  /** Ending of its name. */
  readonly ending: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** Part of the Chinese reason or of a problem's that refuses it. */
  readonly says: string;
  /** Very large, or an attack on the reader itself: for tests, never handed to people. */
  readonly testsOnly?: true;
}
