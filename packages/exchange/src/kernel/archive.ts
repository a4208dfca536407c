// Unpacks a zip under limits that are counted while inflating: the sizes a header declares are not trusted.
import { crc32, deflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise, validateFileName } from 'yauzl';
import { type ArchiveBounds, limits, megabytes } from './limits.ts';
import { type Unreadable, unreadable } from './problem.ts';

export interface Unpacked {
  readonly ok: true;
  readonly parts: ReadonlyMap<string, Buffer>;
}

export interface UnpackOptions {
  readonly bounds?: ArchiveBounds;
  /** Parts that are worth inflating; the others are not even opened. */
  readonly wanted?: (name: string) => boolean;
  /** What a damaged or a locked zip is refused with; a workbook's words when nothing is said. */
  readonly damaged?: Unreadable;
  readonly locked?: Unreadable;
}

interface Unpacking {
  readonly bounds: ArchiveBounds;
  readonly wanted: (name: string) => boolean;
  readonly locked: Unreadable;
  readonly packedBytes: number;
}

/** Every wanted part of the zip in memory, or the reason why it is refused; nothing is written anywhere. */
export async function unpack(bytes: Uint8Array, options: UnpackOptions = {}): Promise<Unpacked | Unreadable> {
  const { bounds = limits, wanted = () => true, damaged = corrupt() } = options;
  let zip: ZipFile;
  try {
    // Names are decoded here, as yauzl knows no GBK.
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      validateEntrySizes: true,
      decodeStrings: false,
    });
  } catch {
    return damaged;
  }
  if (zip.entryCount > bounds.entries) return tooManyParts(zip.entryCount, bounds);
  try {
    return await readParts(zip, { bounds, wanted, locked: options.locked ?? locked(), packedBytes: bytes.length });
  } catch {
    // yauzl and zlib say in many ways that a zip is damaged; for a reader they are one.
    return damaged;
  }
}

async function readParts(zip: ZipFile, unpacking: Unpacking): Promise<Unpacked | Unreadable> {
  const { bounds, wanted, packedBytes } = unpacking;
  const parts = new Map<string, Buffer>();
  const allowed = Math.min(bounds.unpackedBytes, Math.max(packedBytes * bounds.ratio, bounds.ratioFloorBytes));
  let total = 0;
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    seen += 1;
    if (seen > bounds.entries) return tooManyParts(seen, bounds);
    if (validateFileName(name) !== null) return climbing(name);
    if (entry.isEncrypted()) return unpacking.locked;
    if (name.endsWith('/') || !wanted(name)) continue;
    if (total + entry.uncompressedSize > allowed) return bomb(allowed, bounds);
    const part = await readPart(zip, entry, allowed - total);
    if (part === null) return bomb(allowed, bounds);
    total += part.length;
    parts.set(name, part);
  }
  return { ok: true, parts };
}

/** Windows in China packs names in GBK without saying so; \ parts folders there. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    name = new TextDecoder('gb18030').decode(raw);
  }
  return name.replaceAll('\\', '/');
}

/** Null as soon as more than `room` bytes come out. */
async function readPart(zip: ZipFile, entry: Entry, room: number): Promise<Buffer | null> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > room) {
      stream.destroy();
      return null;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** A zip of these parts in this order, without clock or machine in it: the same parts give the same bytes. */
export function pack(parts: ReadonlyMap<string, Buffer>, compress: boolean): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const body = compress ? deflateRawSync(content, { level: 6 }) : content;
    const title = Buffer.from(name, 'utf8');
    const common = commonHeader(content, body, title, compress);
    const local = Buffer.concat([u32(0x04034b50), common, title]);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), title]));
    bodies.push(local, body);
    offset += local.length + body.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), u16(parts.size), u16(parts.size), u32(index.length), u32(offset), u16(0)]);
  return Buffer.concat([...bodies, index, end]);
}

/** exceljs stamps each part of a workbook with the time; packing them again takes it out: same content, same bytes. */
export async function withoutClock(workbook: Uint8Array): Promise<Uint8Array> {
  // Our own work, of whatever size: the limits are for what strangers send.
  const bounds = { entries: limits.entries, unpackedBytes: Number.MAX_SAFE_INTEGER, ratio: Number.MAX_SAFE_INTEGER, ratioFloorBytes: 0 };
  const unpacked = await unpack(workbook, { bounds });
  return unpacked.ok ? new Uint8Array(pack(unpacked.parts, true)) : workbook;
}

/** From "version needed" to "extra length", as the local header and the directory both hold it; dated 1980-01-01. */
function commonHeader(content: Buffer, body: Buffer, title: Buffer, compress: boolean): Buffer {
  const utf8Names = 0x0800;
  const firstDay = 0x0021;
  return Buffer.concat([
    u16(20),
    u16(utf8Names),
    u16(compress ? 8 : 0),
    u16(0),
    u16(firstDay),
    u32(crc32(content)),
    u32(body.length),
    u32(content.length),
    u16(title.length),
    u16(0),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export function corrupt(): Unreadable {
  return unreadable({
    zh: '文件已损坏，不能作为 Excel 工作簿（.xlsx）打开。请在 Excel 或 WPS 中重新另存为 .xlsx 后再导入。',
    en: 'The file is damaged and does not open as an Excel workbook (.xlsx). Save it again as .xlsx in Excel or WPS and import that.',
  });
}

export function locked(): Unreadable {
  return unreadable({
    zh: '工作簿设有打开密码，无法读取。请取消密码保护（文件 → 信息 → 保护工作簿）后重新保存。',
    en: 'The workbook is locked with a password. Remove it (File → Info → Protect Workbook) and save again.',
  });
}

function climbing(name: string): Unreadable {
  return unreadable({
    zh: `压缩包内的路径「${name}」指向包外，疑似攻击，已拒绝读取。`,
    en: `The path "${name}" inside the zip leads out of it. It looks like an attack and was not read.`,
  });
}

function tooManyParts(count: number, bounds: ArchiveBounds): Unreadable {
  return unreadable({
    zh: `压缩包内有 ${count} 个部件，超过上限 ${bounds.entries} 个，已拒绝读取。`,
    en: `The file holds ${count} parts inside; the limit is ${bounds.entries}. It was not read.`,
  });
}

function bomb(allowed: number, bounds: ArchiveBounds): Unreadable {
  return unreadable({
    zh: `文件解压后超过上限（${megabytes(allowed)}；总上限 ${megabytes(bounds.unpackedBytes)}，压缩比上限 ${bounds.ratio} 倍），疑似压缩炸弹，已拒绝读取。`,
    en: `The file unpacks to more than ${megabytes(allowed)} (limits: ${megabytes(bounds.unpackedBytes)} in all, ${bounds.ratio} times its own size). It looks like a zip bomb and was not read.`,
  });
}
