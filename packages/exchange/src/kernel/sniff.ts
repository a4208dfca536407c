// Tells from the bytes, never from the name, what kind of file was handed in.

export type FileKind = 'zip' | 'locked' | 'old-xls' | 'ole' | 'json' | 'empty' | 'other';

const zipMagics = ['504b0304', '504b0506'];
const oleMagic = 'd0cf11e0a1b11ae1';
/** How far into an OLE file the directory is looked for: names stand in UTF-16. */
const oleDirectoryReach = 1024 * 1024;

export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (zipMagics.some((magic) => head.startsWith(magic))) return 'zip';
  if (head === oleMagic) return sniffOle(bytes);
  return startsAsJson(bytes) ? 'json' : 'other';
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

function startsAsJson(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return text.startsWith('{') || text.startsWith('[');
}
