// Builders for tests: a small lawful folder of packs, to be changed in the one thing a test is about.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';

export interface PackFiles {
  readonly pack: Readonly<Record<string, unknown>>;
  readonly clauses: readonly unknown[];
  readonly parameters?: readonly unknown[];
  readonly checks?: readonly unknown[];
  readonly conflicts?: readonly unknown[];
  readonly facts?: readonly unknown[];
  readonly targets?: readonly unknown[];
  readonly indicators?: readonly unknown[];
  readonly forms?: readonly unknown[];
  readonly tags?: readonly unknown[];
}

const text = { zh: '甲', en: 'a' };

export function aHead(id: string, changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id,
    version: '1',
    title: text,
    number: null,
    issuer: text,
    status: 'draft',
    jurisdiction: '330000',
    appliesFrom: '2020-01-01',
    appliesTo: null,
    precision: 'year',
    parent: null,
    source: text,
    ...changes,
  };
}

export function aClause(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    code: 'S2-(九)',
    heading: text,
    summary: text,
    strength: 'principle',
    verb: '原则上',
    units: ['甲', '乙'],
    leads: 1,
    ...changes,
  };
}

export function aFigure(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { id: 'most', measure: 'industries.max', title: text, clause: 'S2-(九)', unit: '个', value: { number: '3' }, ...changes };
}

export function aCheck(changes: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { id: 'industries', kind: 'industries-at-most', clause: 'S2-(九)', strength: 'principle', title: text, max: 'most', ...changes };
}

/** A pack with one clause, one figure and one check. */
export function aPack(id: string, changes: Partial<PackFiles> = {}): PackFiles {
  return { pack: aHead(id), clauses: [aClause()], parameters: [aFigure()], checks: [aCheck({ id: `${id}-industries` })], ...changes };
}

/** Writes packs, and any other file as plain text, to a new folder, which is gone after the test. */
export function aFolder(packs: readonly PackFiles[], others: Readonly<Record<string, string>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'packs-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const files of packs) {
    for (const [name, content] of Object.entries(files)) write(join(dir, String(files.pack.id), `${name}.yaml`), stringify(content));
  }
  for (const [path, content] of Object.entries(others)) write(join(dir, path), content);
  return dir;
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
