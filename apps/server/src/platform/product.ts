// Where the product lies and which version it is.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const productRoot = fileURLToPath(new URL('../../../../', import.meta.url));

const manifest: { readonly version: string } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));

export const productVersion = manifest.version;
