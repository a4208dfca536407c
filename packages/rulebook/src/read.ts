// Reads one pack folder of YAML. All problems are gathered; a pack with any problem is not used.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { hashOf } from './canonical.ts';
import { packForm, packIndicator, packTag } from './library-schema.ts';
import { expectedBy, type PackProblem, showFound, showPath } from './problem.ts';
import { check, clause, fact, type Pack, packHead, parameter, recordedConflict, target, workflow } from './schema.ts';

const shapes = {
  clauses: z.array(clause).min(1),
  parameters: z.array(parameter).default([]),
  checks: z.array(check).default([]),
  targets: z.array(target).default([]),
  conflicts: z.array(recordedConflict).default([]),
  facts: z.array(fact).default([]),
  workflows: z.array(workflow).default([]),
  indicators: z.array(packIndicator).default([]),
  forms: z.array(packForm).default([]),
  tags: z.array(packTag).default([]),
};
const knownFiles: readonly string[] = ['pack.yaml', ...Object.keys(shapes).map((name) => `${name}.yaml`)];

/** A pack as read, with a way to find the line of any path in its files. */
export interface ReadPack {
  readonly pack: Pack;
  readonly lineOf: (file: string, path: readonly PropertyKey[]) => number | null;
}

export function readPack(folder: string, name: string): { read: ReadPack | null; problems: readonly PackProblem[] } {
  const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
  const problems: PackProblem[] = files.filter((file) => !knownFiles.includes(file)).map((file) => unknownFile(`${name}/${file}`));
  const open = (file: string) => openYaml(join(folder, file), `${name}/${file}`, files.includes(file));
  const head = parseFile(open('pack.yaml'), packHead);
  const clauses = parseFile(open('clauses.yaml'), shapes.clauses);
  const parameters = parseFile(open('parameters.yaml'), shapes.parameters);
  const checks = parseFile(open('checks.yaml'), shapes.checks);
  const targets = parseFile(open('targets.yaml'), shapes.targets);
  const conflicts = parseFile(open('conflicts.yaml'), shapes.conflicts);
  const facts = parseFile(open('facts.yaml'), shapes.facts);
  const workflows = parseFile(open('workflows.yaml'), shapes.workflows);
  const indicators = parseFile(open('indicators.yaml'), shapes.indicators);
  const forms = parseFile(open('forms.yaml'), shapes.forms);
  const tags = parseFile(open('tags.yaml'), shapes.tags);
  const parts = { head, clauses, parameters, checks, targets, conflicts, facts, workflows, indicators, forms, tags };
  for (const part of Object.values(parts)) problems.push(...part.problems);
  if (!(head.value && clauses.value && parameters.value && checks.value && targets.value)) return { read: null, problems };
  if (!(conflicts.value && facts.value && workflows.value)) return { read: null, problems };
  if (!(indicators.value && forms.value && tags.value)) return { read: null, problems };
  const content = {
    head: head.value,
    clauses: clauses.value,
    parameters: parameters.value,
    checks: checks.value,
    targets: targets.value,
    conflicts: conflicts.value,
    facts: facts.value,
    workflows: workflows.value,
    indicators: indicators.value,
    forms: forms.value,
    tags: tags.value,
  };
  const hash = hashOf({ ...content, ...withoutEmpty(content) });
  const opened = new Map(Object.values(parts).map((part) => [part.file, part]));
  const lineOf = (file: string, path: readonly PropertyKey[]) => opened.get(`${name}/${file}`)?.lineOf(path) ?? null;
  return { read: { pack: { ...content, hash }, lineOf }, problems };
}

/** A pack that has none of these keeps the hash it had before packs could have them. */
function withoutEmpty({ workflows, indicators, forms, tags }: Omit<Pack, 'hash'>) {
  const kept = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined);
  return { workflows: kept(workflows), indicators: kept(indicators), forms: kept(forms), tags: kept(tags) };
}

export interface OpenFile {
  readonly file: string;
  /** undefined where the file is absent. */
  readonly raw: unknown;
  readonly problems: readonly PackProblem[];
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
}

/** YAML to plain values; repeated keys, syntax errors and aliases are problems with their line. */
export function openYaml(path: string, file: string, exists: boolean): OpenFile {
  if (!exists) return { file, raw: undefined, problems: [], lineOf: () => null };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const problems = document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line ?? null,
    path: '',
    value: null,
    expected: { zh: `可读的 YAML（${error.code}）`, en: `readable YAML: ${error.message.split('\n')[0] ?? error.code}` },
  }));
  const lineOf = (steps: readonly PropertyKey[]) => lineIn(document, lines, steps);
  if (problems.length > 0) return { file, raw: undefined, problems, lineOf };
  const values = valuesOf(document);
  return { file, raw: values, problems: values === tooManyAliases ? [aliasProblem(file)] : [], lineOf };
}

const tooManyAliases = Symbol('more aliases than the reader allows');

/** Plain values; the yaml library throws where aliases would unfold without end. */
function valuesOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? undefined;
  } catch (fault) {
    if (fault instanceof ReferenceError) return tooManyAliases;
    throw fault;
  }
}

function aliasProblem(file: string): PackProblem {
  return { file, line: null, path: '', value: null, expected: { zh: '至多 100 次引用', en: 'no more than 100 aliases' } };
}

interface ParsedFile<T> extends OpenFile {
  readonly value: T | null;
}

export function parseFile<S extends z.ZodType>(opened: OpenFile, shape: S): ParsedFile<z.output<S>> {
  if (opened.problems.length > 0) return { ...opened, value: null };
  const parsed = shape.safeParse(opened.raw);
  if (parsed.success) return { ...opened, value: parsed.data };
  const problems = parsed.error.issues.map((issue) => ({
    file: opened.file,
    line: opened.lineOf(issue.path),
    path: showPath(issue.path),
    value: showFound(valueAt(opened.raw, issue.path)),
    expected: opened.raw === undefined ? { zh: '这个文件，且不为空', en: 'this file, not empty' } : expectedBy(issue),
  }));
  return { ...opened, value: null, problems };
}

function unknownFile(file: string): PackProblem {
  const known = knownFiles.join(', ');
  return {
    file,
    line: null,
    path: '',
    value: file,
    expected: { zh: `只认得这些文件：${known}`, en: `only these files are known: ${known}` },
  };
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = raw;
  for (const step of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  return value;
}

/** The line of the place itself, or of the nearest thing around it that exists. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}
