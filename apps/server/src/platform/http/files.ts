// Files for the browser: the built web, and the geography under data/. Read once, compressed once, revalidated by their hash.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context as Call, Handler } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const alreadySmall = new Set(['.ico', '.png', '.woff2']);

interface Stored {
  readonly stamp: string;
  readonly bytes: Buffer;
  readonly etag: string;
  readonly packed: Map<Packing, Promise<Buffer>>;
}
type Packing = 'br' | 'gzip';

/** Only files under `folder` with one of `endings` are served; anything else is left to the next handler. */
export function filesIn(folder: string, prefix: string, endings: readonly string[] = Object.keys(types)): Handler {
  const kept = new Map<string, Stored>();
  return async (c, next) => {
    const path = pathUnder(folder, c.req.path.slice(prefix.length), endings);
    const file = path && (await current(kept, path));
    return file ? answer(c, path, file) : next();
  };
}

/** One file whatever the path: the page of a single-page application. */
export function oneFile(path: string): Handler {
  const kept = new Map<string, Stored>();
  return async (c, next) => {
    const file = await current(kept, path);
    return file ? answer(c, path, file) : next();
  };
}

function pathUnder(folder: string, wanted: string, endings: readonly string[]): string | null {
  let name: string;
  try {
    name = decodeURIComponent(wanted);
  } catch {
    return null; // A broken escape names no file.
  }
  const path = normalize(join(folder, name));
  const hidden = name.split('/').some((part) => part.startsWith('.'));
  const inside = path.startsWith(normalize(folder) + sep) && !name.includes('\0');
  return inside && !hidden && endings.includes(extname(path)) ? path : null;
}

async function current(kept: Map<string, Stored>, path: string): Promise<Stored | null> {
  const found = await stat(path).catch(() => null); // Absent is an answer here, not a fault.
  if (!found?.isFile()) return null;
  const stamp = `${found.mtimeMs}-${found.size}`;
  const known = kept.get(path);
  if (known?.stamp === stamp) return known;
  const bytes = await readFile(path);
  const fresh = { stamp, bytes, etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22), packed: new Map() };
  kept.set(path, fresh);
  return fresh;
}

async function answer(c: Call, path: string, file: Stored): Promise<Response> {
  // Vite puts a hash of the content into the name of everything under assets/.
  const forever = c.req.path.startsWith('/assets/');
  const packing = alreadySmall.has(extname(path)) || file.bytes.length < 1024 ? null : packingFor(c.req.header('accept-encoding'));
  const etag = `"${file.etag}${packing ? `-${packing}` : ''}"`;
  const headers: Record<string, string> = {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
    vary: 'accept-encoding',
  };
  if (c.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return c.body(null, 304, headers);
  const body = packing ? await packed(file, packing) : file.bytes;
  return c.body(new Uint8Array(body), 200, packing ? { ...headers, 'content-encoding': packing } : headers);
}

function packingFor(accepted = ''): Packing | null {
  const names = accepted.split(',').map((part) => part.trim().split(';')[0]);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : null;
}

function packed(file: Stored, packing: Packing): Promise<Buffer> {
  const known = file.packed.get(packing);
  if (known) return known;
  const made = packing === 'br' ? brotli(file.bytes) : promisify(gzip)(file.bytes);
  file.packed.set(packing, made);
  return made;
}

/** Quality 6: close to the best size, and a megabyte takes some 60 ms, once. */
function brotli(bytes: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
