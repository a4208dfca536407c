// The long work on boundaries, as it is done in the thread: reading a file, normalising and measuring it, checking a plan's boundaries.
// Pure but for the opened GEOS; what comes in and goes out can be copied between threads.

import type { Dataset } from '@zhenghe/contract/kernel';
import type {
  BoundaryInput,
  BoundaryReport,
  BoundaryRule,
  County,
  Crs,
  CrsGuess,
  Expected,
  Feature,
  Overlay,
} from '@zhenghe/engine/boundaries';
import {
  checkBoundaries,
  guessCrs,
  type Normalised,
  normalise,
  normaliseDrawn,
  type RawBoundaries,
  type RawFeature,
  unproject,
} from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { guessMapping, readBoundaries } from '@zhenghe/exchange/boundaries';
import type { CellProblem } from '@zhenghe/exchange/kernel';
import type { Mapping, ReadingRecord } from './record.ts';

interface FileOf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Task =
  | { readonly kind: 'read'; readonly file: FileOf; readonly expected: Expected | null; readonly dataset: Dataset }
  | { readonly kind: 'measure'; readonly file: FileOf; readonly crs: Crs; readonly mapping: Mapping; readonly county: County | null }
  | { readonly kind: 'redraw'; readonly features: readonly Feature[]; readonly county: County | null }
  | { readonly kind: 'check'; readonly input: BoundaryInput; readonly rules: readonly BoundaryRule[] };

export interface Unread {
  readonly ok: false;
  readonly reason: Bilingual;
  readonly problems: readonly CellProblem[];
}

export interface Outcome {
  readonly read: { readonly ok: true; readonly found: NonNullable<ReadingRecord['found']> } | Unread;
  readonly measure: ({ readonly ok: true } & Normalised) | Unread;
  readonly redraw: Normalised;
  readonly check: BoundaryReport;
}

export interface Desk {
  readonly overlay: Overlay;
  readonly progress: (share: number) => void;
}

type Doing = { readonly [K in Task['kind']]: (task: Extract<Task, { kind: K }>, desk: Desk) => Promise<Outcome[K]> };

export const doing: Doing = {
  read: async ({ file, expected, dataset }, { progress }) => {
    const read = await readBoundaries(file.name, file.bytes, { progress });
    if (!read.ok) return read;
    if (read.raw.training && dataset === 'real') return { ok: false, reason: onlyTraining, problems: [] };
    return { ok: true, found: foundIn(read.raw, expected) };
  },
  measure: async ({ file, crs, mapping, county }, { overlay, progress }) => {
    const read = await readBoundaries(file.name, file.bytes, { progress: (share) => progress(share / 2) });
    if (!read.ok) return read;
    const nameOf = namesBy(mapping);
    const features = read.raw.features;
    const done = normalise({ features, crs, nameOf, county, overlay, progress: (share) => progress(0.5 + share / 2) });
    const double = repeated(done.features.map(({ code }) => code));
    return double.length > 0 ? doubleCodes(double) : { ok: true, ...done };
  },
  redraw: async ({ features, county }, { overlay }) => normaliseDrawn(features, { county, overlay }),
  check: async ({ input, rules }, { overlay }) => checkBoundaries(input, rules, overlay),
};

const onlyTraining: Bilingual = {
  zh: '文件写明是训练数据，不能进入真实资料。',
  en: 'The file says of itself that it is training data; it may not enter the real records.',
};

const sketchVertices = 5000;
const samples = 3;
/** As the contract carries an attribute; a KML's description may be longer. */
const longestValue = 500;

function foundIn(raw: RawBoundaries, expected: Expected | null): NonNullable<ReadingRecord['found']> {
  const names = [...new Set(raw.features.flatMap(({ attributes }) => Object.keys(attributes)))];
  const guesses = guessCrs(raw, expected);
  return {
    format: raw.format,
    encoding: raw.encoding,
    declared: raw.declared && { words: raw.declared.words },
    features: raw.features.length,
    vertices: verticesOf(raw.features),
    fields: names.map((name) => ({ name, samples: samplesOf(raw.features, name) })),
    mapping: { ...guessMapping(names) },
    guesses: guesses.map((guess) => ({ ...guess, box: [...guess.box] })),
    notes: raw.notes.map(({ at, text }) => ({ at, text })),
    sketch: sketchOf(raw.features, guesses[0]),
  };
}

function verticesOf(features: readonly RawFeature[]): number {
  return features.reduce((sum, { rings }) => sum + rings.reduce((all, { positions }) => all + positions.length, 0), 0);
}

function samplesOf(features: readonly RawFeature[], name: string): string[] {
  const values = features.map(({ attributes }) => attributes[name]).filter((value): value is string => Boolean(value));
  return [...new Set(values)].slice(0, samples);
}

/** A drawing to look at while the system is confirmed: every nth vertex. */
function sketchOf(features: readonly RawFeature[], guess: CrsGuess | undefined): NonNullable<ReadingRecord['found']>['sketch'] {
  if (!guess) return [];
  const to = unproject(guess.crs);
  const step = Math.max(1, Math.ceil(verticesOf(features) / sketchVertices));
  return features.slice(0, 1000).map((feature, index) => ({
    code: `s${index + 1}`,
    name: String(index + 1),
    attributes: {},
    shape: feature.rings.map(({ positions }) => [
      positions.filter((_, at) => at % step === 0 || at === positions.length - 1).map((position): [number, number] => [...to(position)]),
    ]),
  }));
}

/** Code and name by the confirmed fields; what has neither is called by its place in the file. */
function namesBy(mapping: Mapping): (feature: RawFeature, index: number) => Pick<Feature, 'code' | 'name' | 'attributes'> {
  const fieldOf = (target: string) => Object.entries(mapping).find(([, ours]) => ours === target)?.[0];
  const [codeField, nameField] = [fieldOf('code'), fieldOf('name')];
  const renamed = Object.entries(mapping).filter(([, ours]) => !['code', 'name', 'keep', 'ignore'].includes(ours));
  const kept = Object.entries(mapping).filter(([, ours]) => ours === 'keep');
  return ({ attributes }, index) => {
    const name = (nameField && attributes[nameField]?.trim()) || '';
    const code = (codeField && attributes[codeField]?.trim()) || name || `${index + 1}`;
    const named = [...renamed.map(([field, ours]) => [ours, attributes[field]]), ...kept.map(([field]) => [field, attributes[field]])];
    const own = Object.fromEntries(
      named
        .filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '')
        .map(([field, value]) => [field, value.slice(0, longestValue)]),
    );
    return { code: code.slice(0, 60), name: (name || code).slice(0, 120), attributes: own };
  };
}

function repeated(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) < index))];
}

function doubleCodes(codes: readonly string[]): Unread {
  const reason = {
    zh: `编号重复：${codes.slice(0, 20).join('、')}。每个地块须有自己的编号。`,
    en: `Codes stand twice: ${codes.slice(0, 20).join(', ')}. Each block has a code of its own.`,
  };
  const problems = codes.map((value) => ({
    sheet: null,
    row: null,
    column: null,
    value,
    reason: { zh: '编号重复', en: 'code stands twice' },
  }));
  return { ok: false, reason, problems };
}
