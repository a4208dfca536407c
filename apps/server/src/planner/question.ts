// What a run is asked, as one hash: the same question is answered once. Which engine and solver answers is part of it, and of the receipt.
import { readFileSync } from 'node:fs';
import { hashOf } from '@zhenghe/rulebook';
import { productVersion } from '../platform/product.ts';
import type { RunKind } from './record.ts';

const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

export const engineName = `zhenghe planner ${productVersion}, HiGHS ${manifest.dependencies.highs ?? '?'}`;

interface Question {
  /** Of the instance. */
  readonly hash: string;
  readonly kind: RunKind;
  /** The place to be explained. */
  readonly jurisdiction: string | null;
}

export function questionOf({ hash, kind, jurisdiction }: Question): string {
  return hashOf({ instance: hash, kind, jurisdiction, engine: engineName });
}
