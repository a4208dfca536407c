// Tells from the bytes, never from the name, what kind of file was handed in.

export type FileKind = 'zip' | 'locked' | 'old-xls' | 'ole' | 'json' | 'empty' | 'xml' | ForeignKind | 'other';

/** Known by their first bytes, so that a refusal can name them. */
export type ForeignKind = 'shp' | 'dwg' | 'binary-dxf' | 'rar' | '7z' | 'pdf' | 'geopackage';

const zipMagics = ['504b0304', '504b0506'];
const oleMagic = 'd0cf11e0a1b11ae1';
const foreignMagics: readonly (readonly [string, ForeignKind])[] = [
  ['0000270a00000000', 'shp'],
  ['41433130', 'dwg'],
  ['4175746f43414420', 'binary-dxf'],
  ['526172211a07', 'rar'],
  ['377abcaf271c', '7z'],
  ['255044462d', 'pdf'],
  ['53514c6974652066', 'geopackage'],
];
/** How far into an OLE file the directory is looked for: names stand in UTF-16. */
const oleDirectoryReach = 1024 * 1024;

export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (zipMagics.some((magic) => head.startsWith(magic))) return 'zip';
  if (head === oleMagic) return sniffOle(bytes);
  const foreign = foreignMagics.find(([magic]) => head.startsWith(magic));
  if (foreign) return foreign[1];
  return startsAsText(bytes);
}

/** A password-locked .xlsx is an OLE file that holds an EncryptedPackage; an old .xls holds a Workbook stream. */
function sniffOle(bytes: Uint8Array): FileKind {
  const text = Buffer.from(bytes.subarray(0, oleDirectoryReach)).toString('latin1');
  if (text.includes(utf16('EncryptedPackage')) || text.includes(utf16('EncryptionInfo'))) return 'locked';
  if (text.includes(utf16('Workbook')) || text.includes(utf16('Book'))) return 'old-xls';
  return 'ole';
}

function utf16(name: string): string {
  return [...name].map((letter) => `${letter}\0`).join('');
}

function startsAsText(bytes: Uint8Array): 'json' | 'xml' | 'other' {
  const text = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('{')) return 'json';
  // A [ may also begin the [属性描述] of a survey's text.
  if (text.startsWith('[')) return /^\[\s*([[{"\d\]-]|true|false|null|$)/.test(text) ? 'json' : 'other';
  return text.startsWith('<') ? 'xml' : 'other';
}
