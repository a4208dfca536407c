// Whether what a pack names exists: clauses, parameters, parents, the packs of a conflict. Found for all packs at once.

import type { Bilingual } from '@zhenghe/engine/kernel';
import { chainOf } from './place.ts';
import { type PackProblem, showPath } from './problem.ts';
import type { ReadPack } from './read.ts';
import { isBoundaryCheck, resolveBoundaryCheck, resolveCheck } from './resolve.ts';
import type { Pack } from './schema.ts';

interface Spot {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly value: string;
  readonly expected: Bilingual;
}

export function linkProblems(folders: ReadonlyMap<string, ReadPack>): readonly PackProblem[] {
  const packs = [...folders.values()].map((read) => read.pack);
  const problems: PackProblem[] = [];
  for (const [folder, read] of folders) {
    const spots = [
      ...headSpots(folder, read.pack, packs),
      ...clauseSpots(read.pack),
      ...doubleSpots(read.pack, packs),
      ...figureSpots(read.pack),
      ...sideSpots(read.pack, packs),
    ];
    problems.push(
      ...spots.map(({ file, path, value, expected }) => ({
        file: `${folder}/${file}`,
        line: read.lineOf(file, path),
        path: showPath(path),
        value,
        expected,
      })),
    );
  }
  return problems;
}

function headSpots(folder: string, { head }: Pack, packs: readonly Pack[]): readonly Spot[] {
  const spots: Spot[] = [];
  const at = (field: string, value: string, expected: Bilingual) => spots.push({ file: 'pack.yaml', path: [field], value, expected });
  if (head.id !== folder) at('id', head.id, { zh: `与文件夹同名：${folder}`, en: `the folder's own name: ${folder}` });
  if (head.appliesTo !== null && head.appliesTo < head.appliesFrom) {
    at('appliesTo', head.appliesTo, { zh: `不早于 ${head.appliesFrom}`, en: `not before ${head.appliesFrom}` });
  }
  if (head.parent === null) return spots;
  const parent = packs.find((pack) => pack.head.id === head.parent);
  const circle = circleFrom(head.id, packs);
  if (!parent) at('parent', head.parent, knownPacks(packs));
  else if (circle) at('parent', head.parent, { zh: `上下级不得成圈：${circle}`, en: `parents may not close in a circle: ${circle}` });
  else if (!chainOf(head.jurisdiction).includes(parent.head.jurisdiction)) {
    at('parent', head.parent, { zh: '上级地方的规则包', en: 'a pack of the same place or of one above it' });
  }
  return spots;
}

/** The circle a pack's parents close in, as `a → b → a`; null when the chain ends. */
function circleFrom(id: string, packs: readonly Pack[]): string | null {
  const seen: string[] = [id];
  let next = packs.find((pack) => pack.head.id === id)?.head.parent ?? null;
  while (next !== null && next !== id && !seen.includes(next)) {
    seen.push(next);
    const current = next;
    next = packs.find((pack) => pack.head.id === current)?.head.parent ?? null;
  }
  return next === id ? [...seen, id].join(' → ') : null;
}

function clauseSpots(pack: Pack): readonly Spot[] {
  const codes = new Set(pack.clauses.map((clause) => clause.code));
  const expected = { zh: '本规则包 clauses.yaml 里的条款代码', en: "a clause code of this pack's clauses.yaml" };
  const parts = { parameters: pack.parameters, checks: pack.checks, targets: pack.targets, facts: pack.facts, workflows: pack.workflows };
  const named = Object.entries(parts).flatMap(([name, list]) =>
    list.map((item, index) => ({ file: `${name}.yaml`, path: [index, 'clause'], value: item.clause, expected })),
  );
  const leading = pack.clauses.flatMap((clause, index) =>
    clause.leads > clause.units.length
      ? [{ file: 'clauses.yaml', path: [index, 'leads'], value: String(clause.leads), expected: tooManyLeads }]
      : [],
  );
  return [...named.filter((spot) => !codes.has(spot.value)), ...leading];
}

const tooManyLeads = { zh: '不多于责任单位个数', en: 'no more than there are units' };

/** Ids stand once: in their own list, and for checks over all packs, because a finding is named by its check. */
function doubleSpots(pack: Pack, packs: readonly Pack[]): readonly Spot[] {
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ['clauses.yaml', 'code', pack.clauses.map((clause) => clause.code)],
    ['parameters.yaml', 'id', pack.parameters.map((parameter) => parameter.id)],
    ['targets.yaml', 'id', pack.targets.map((target) => target.id)],
    ['facts.yaml', 'id', pack.facts.map((fact) => fact.id)],
    ['workflows.yaml', 'id', pack.workflows.map((workflow) => workflow.id)],
    ['conflicts.yaml', 'id', pack.conflicts.map((conflict) => conflict.id)],
  ];
  const expected = { zh: '尚未用过的编号', en: 'a name that is not used yet' };
  const double = lists.flatMap(([file, field, ids]) =>
    ids.flatMap((id, index) => (ids.indexOf(id) < index ? [{ file, path: [index, field], value: id, expected }] : [])),
  );
  const everywhere = packs.flatMap((other) => other.checks.map((check) => check.id));
  const checks = pack.checks.flatMap((check, index) =>
    everywhere.filter((id) => id === check.id).length > 1 ? [{ file: 'checks.yaml', path: [index, 'id'], value: check.id, expected }] : [],
  );
  return [...double, ...checks];
}

/** Whether the pack's own figures fit does not depend on what the product sets. */
const anyDefaults = { note: { zh: '', en: '' }, digit: '0.01', tolerance: '1', gap: '0' };

function figureSpots(pack: Pack): readonly Spot[] {
  const source = { id: pack.head.id, parameters: pack.parameters };
  return pack.checks.flatMap((check, index) => {
    const resolved = isBoundaryCheck(check) ? resolveBoundaryCheck(source, check, anyDefaults) : resolveCheck(source, check);
    if (resolved.ok) return [];
    const { field, value, expected } = resolved.bad;
    return [{ file: 'checks.yaml', path: [index, field], value, expected }];
  });
}

function sideSpots(pack: Pack, packs: readonly Pack[]): readonly Spot[] {
  return pack.conflicts.flatMap((conflict, index) =>
    conflict.sides.flatMap((side, place) => {
      const other = packs.find(({ head }) => head.id === side.pack);
      const path = [index, 'sides', place];
      if (!other) return [{ file: 'conflicts.yaml', path: [...path, 'pack'], value: side.pack, expected: knownPacks(packs) }];
      if (other.clauses.some((clause) => clause.code === side.clause)) return [];
      const expected = { zh: `${side.pack} 里的条款代码`, en: `a clause code of ${side.pack}` };
      return [{ file: 'conflicts.yaml', path: [...path, 'clause'], value: side.clause, expected }];
    }),
  );
}

function knownPacks(packs: readonly Pack[]): Bilingual {
  const ids = packs.map((pack) => pack.head.id).join(', ');
  return { zh: `已知的规则包：${ids}`, en: `a known pack: ${ids}` };
}
