// Whether what the library names exists: clauses, indicators, calibres, units, formulas; and that no code stands twice over all packs.

import { formulaProblems, type Indicator, isUnit, type Library, libraryOf, namesIn, parseFormula } from '@zhenghe/engine/indicators';
import { type Bilingual, type Citation, periodStart } from '@zhenghe/engine/kernel';
import { cellKey, type Form, type FormCheck } from '@zhenghe/engine/statistics';
import { type Beside, indicatorFile, statisticsFile } from './beside.ts';
import { type ShippedLibrary, shippedLibrary } from './library.ts';
import { type PackProblem, showPath } from './problem.ts';
import type { ReadPack } from './read.ts';
import type { Target } from './schema.ts';

interface Found {
  readonly path: readonly PropertyKey[];
  readonly value: string;
  readonly expected: Bilingual;
}

interface Known {
  readonly library: Library;
  /** Clause codes by pack. */
  readonly clauses: ReadonlyMap<string, ReadonlySet<string>>;
  /** How often a code stands in a list of all packs: 'forms zone-monthly'. */
  readonly times: ReadonlyMap<string, number>;
}

type List = 'indicators' | 'forms' | 'tags' | 'targets';

export function libraryProblems(folders: ReadonlyMap<string, ReadPack>, beside: Beside): readonly PackProblem[] {
  const packs = [...folders.values()].map(({ pack }) => pack);
  const shipped = shippedLibrary(packs, beside.indicatorDefaults, beside.statisticsDefaults);
  const known: Known = {
    library: libraryOf(shipped.indicators.map(({ indicator }) => indicator)),
    clauses: new Map(packs.map(({ head, clauses }) => [head.id, new Set(clauses.map(({ code }) => code))])),
    times: timesOf(shipped),
  };
  const foldersById = new Map([...folders].map(([folder, read]) => [read.pack.head.id, { folder, read }]));
  const targets = packs.flatMap(({ head, targets }) => targets.map((target) => ({ target, pack: head.id })));
  const placed = (list: List) => (pack: string | null, index: number, found: readonly Found[]) =>
    found.map((spot) => problemAt(foldersById.get(pack ?? '') ?? null, list, index, spot));
  return [
    ...numbered(shipped.indicators).flatMap(({ pack, index, indicator }) =>
      placed('indicators')(pack, index, indicatorSpots(indicator, known)),
    ),
    ...numbered(shipped.forms).flatMap(({ pack, index, form }) => placed('forms')(pack, index, formSpots(form, known))),
    ...numbered(shipped.tags).flatMap(({ pack, index, tag }) =>
      placed('tags')(pack, index, [...codeSpots('tags', tag.code, known), ...formulaSpots(['rule'], tag.rule, known)]),
    ),
    ...numbered(targets).flatMap(({ pack, index, target }) => placed('targets')(pack, index, targetSpots(target, known))),
  ];
}

/** With its place in the list of its own pack. */
function numbered<T extends { readonly pack: string | null }>(all: readonly T[]): readonly (T & { readonly index: number })[] {
  const counts = new Map<string | null, number>();
  return all.map((one) => {
    const index = counts.get(one.pack) ?? 0;
    counts.set(one.pack, index + 1);
    return { ...one, index };
  });
}

function problemAt(
  source: { readonly folder: string; readonly read: ReadPack } | null,
  list: List,
  index: number,
  { path, value, expected }: Found,
): PackProblem {
  if (source === null) {
    const file = list === 'indicators' ? indicatorFile : statisticsFile;
    return { file, line: null, path: showPath([list, index, ...path]), value, expected };
  }
  const file = `${list}.yaml`;
  const whole = [index, ...path];
  return { file: `${source.folder}/${file}`, line: source.read.lineOf(file, whole), path: showPath(whole), value, expected };
}

function timesOf({ indicators, forms, tags }: ShippedLibrary): ReadonlyMap<string, number> {
  const codes = [
    ...indicators.map(({ indicator }) => `indicators ${indicator.code}`),
    ...forms.map(({ form }) => `forms ${form.code}`),
    ...tags.map(({ tag }) => `tags ${tag.code}`),
  ];
  const times = new Map<string, number>();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return times;
}

function codeSpots(list: List, code: string, { times }: Known): readonly Found[] {
  const expected = { zh: '尚未用过的编号', en: 'a name that is not used yet' };
  return (times.get(`${list} ${code}`) ?? 0) > 1 ? [{ path: ['code'], value: code, expected }] : [];
}

function clauseSpots(path: readonly PropertyKey[], clause: Citation | null, { clauses }: Known): readonly Found[] {
  if (clause === null || clauses.get(clause.pack)?.has(clause.clause)) return [];
  return [{ path, value: `${clause.pack} ${clause.clause}`, expected: { zh: '规则包里的条款', en: 'a clause of a pack' } }];
}

const knownIndicator = { zh: '指标库里的指标代码', en: 'the code of an indicator of the library' };

function indicatorLink(path: readonly PropertyKey[], code: string | null, { library }: Known): readonly Found[] {
  return code === null || library.get(code) ? [] : [{ path, value: code, expected: knownIndicator }];
}

function indicatorSpots(indicator: Indicator, known: Known): readonly Found[] {
  const formula =
    indicator.formula === null
      ? []
      : formulaProblems(indicator, known.library).map(({ message }) => ({
          path: ['formula'],
          value: indicator.formula ?? '',
          expected: message,
        }));
  const unit = isUnit(indicator.unit)
    ? []
    : [{ path: ['unit'], value: indicator.unit, expected: { zh: '计量单位', en: 'a unit of measure' } }];
  return [
    ...codeSpots('indicators', indicator.code, known),
    ...clauseSpots(['clause'], indicator.clause, known),
    ...indicatorLink(['weight'], indicator.weight, known),
    ...indicatorLink(['mergedInto'], indicator.mergedInto, known),
    ...calibreSpots(indicator, known),
    ...unit,
    ...formula,
  ];
}

/** The first from the beginning, the others in time, each named once. */
function calibreSpots({ calibres }: Indicator, known: Known): readonly Found[] {
  return calibres.flatMap(({ id, from, clause }, index) => {
    const before = calibres[index - 1];
    const late =
      before === undefined ? from === null : from !== null && (before.from === null || periodStart(before.from) < periodStart(from));
    const twice = calibres.findIndex((other) => other.id === id) < index;
    const order = { zh: '按时间先后，第一个自始采用', en: 'in time, the first from the beginning' };
    return [
      ...clauseSpots(['calibres', index, 'clause'], clause, known),
      ...(late ? [] : [{ path: ['calibres', index, 'from'], value: from ?? 'null', expected: order }]),
      ...(twice
        ? [{ path: ['calibres', index, 'id'], value: id, expected: { zh: '尚未用过的编号', en: 'a name that is not used yet' } }]
        : []),
    ];
  });
}

function formSpots(form: Form, known: Known): readonly Found[] {
  const rows = form.groups.flatMap(({ rows }, group) => rows.map((row, index) => ({ ...row, path: ['groups', group, 'rows', index] })));
  const keys = rows.map(({ indicator, calibre }) => cellKey(indicator, calibre));
  const rowSpots = rows.flatMap(({ indicator, calibre, path }, index) => {
    const found = known.library.get(indicator);
    if (!found) return [{ path, value: indicator, expected: knownIndicator }];
    const twice = keys.indexOf(cellKey(indicator, calibre)) < index;
    const strange = calibre !== null && !found.calibres.some(({ id }) => id === calibre);
    return [
      ...(twice ? [{ path, value: indicator, expected: { zh: '每个指标只列一次', en: 'each indicator once' } }] : []),
      ...(strange
        ? [{ path: [...path, 'calibre'], value: calibre, expected: { zh: '该指标的口径', en: 'a calibre of the indicator' } }]
        : []),
    ];
  });
  return [
    ...codeSpots('forms', form.code, known),
    ...clauseSpots(['clause'], form.clause, known),
    ...rowSpots,
    ...form.checks.flatMap((check, index) => checkSpots(check, ['checks', index], { keys, known })),
  ];
}

function checkSpots(
  check: FormCheck,
  path: readonly PropertyKey[],
  { keys, known }: { readonly keys: readonly string[]; readonly known: Known },
): readonly Found[] {
  const clause = clauseSpots([...path, 'clause'], check.clause, known);
  if (check.kind === 'arithmetic')
    return [...clause, ...formulaSpots([...path, 'left'], check.left, known), ...formulaSpots([...path, 'right'], check.right, known)];
  const named = check.kind === 'triangle' ? [check.tax, check.electricity, check.land] : check.rows;
  const expected = { zh: '本表里的指标', en: 'an indicator of this form' };
  return [...clause, ...named.filter((key) => !keys.includes(key)).map((value) => ({ path, value, expected }))];
}

/** A text that parses and names only what the library knows. */
function formulaSpots(path: readonly PropertyKey[], text: string, { library }: Known): readonly Found[] {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed.problems.map(({ message }) => ({ path, value: text, expected: message }));
  const unknown = namesIn(parsed.node).filter(({ name }) => !library.named(name));
  return unknown.map(({ name }) => ({ path, value: name, expected: knownIndicator }));
}

/** A target is measured by an indicator over a scope, or says why not. */
function targetSpots({ indicator, scope, why }: Target, known: Known): readonly Found[] {
  const both = { zh: '指标与范围要一起给出；没有对应指标的写明原因', en: 'indicator and scope together, or why there is none' };
  const halves = (indicator === undefined) !== (scope === undefined) || (indicator !== undefined && why !== undefined);
  return [
    ...(halves ? [{ path: [indicator === undefined ? 'scope' : 'indicator'], value: indicator ?? '', expected: both }] : []),
    ...indicatorLink(['indicator'], indicator ?? null, known),
  ];
}
