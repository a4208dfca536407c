// Whether a file is an instance at all: every problem at once. A file that is none is refused; rules and locks that cannot hold together
// are no problem of the file but an answer (conflict.ts). What can never be meant – a range that is empty, a cap below what is asked for at
// least, a lock on parks that no zone could hold – counts as the file's.
import type { Instance, Jurisdiction, Park } from './instance.ts';
import { type Problem, problemAt } from './problem.ts';
import { numberProblems } from './problem-numbers.ts';

/** What one run takes; a province has about 1,000 parks in about 100 jurisdictions. */
export const sizeLimits = { parks: 5000, jurisdictions: 1000, parksOfOne: 120, adjacency: 50_000, locks: 5000, industries: 100 } as const;

/** All problems in the order of the file's parts; none: it can be solved or shown to be impossible. Of what is too large, only that. */
export function instanceProblems(instance: Instance): readonly Problem[] {
  const tooLarge = sizes(instance);
  if (tooLarge.length > 0) return tooLarge;
  const codes = codesOf(instance);
  return [
    ...codeProblems('jurisdictions', instance.jurisdictions),
    ...instance.jurisdictions.flatMap((one, place) => jurisdictionProblems(one, `jurisdictions[${place}]`, codes)),
    ...joinedTwice(instance),
    ...codeProblems('parks', instance.parks),
    ...parkProblems(instance, codes),
    ...numberProblems(instance),
    ...instance.adjacency.flatMap((pair, place) => adjacencyProblems(pair, `adjacency[${place}]`, codes)),
    ...capBelowMinima(instance),
    ...instance.locks.flatMap((lock, place) => lockProblems(lock, `locks[${place}]`, codes)),
    ...(instance.decisions ?? []).flatMap((decision, place) => decisionProblems(decision.plates, `decisions[${place}].plates`, codes)),
  ];
}

interface Codes {
  readonly parks: ReadonlyMap<string, Park>;
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>;
  /** For each jurisdiction, what its parks may form zones within: itself, or the joint one. */
  readonly area: ReadonlyMap<string, string>;
}

function codesOf({ parks, jurisdictions }: Instance): Codes {
  const area = new Map(jurisdictions.map((one) => [one.code, one.code]));
  for (const one of jurisdictions) for (const member of one.joins ?? []) area.set(member, one.code);
  return {
    parks: new Map(parks.map((park) => [park.code, park])),
    jurisdictions: new Map(jurisdictions.map((one) => [one.code, one])),
    area,
  };
}

function sizes({ parks, jurisdictions, adjacency, locks }: Instance): readonly Problem[] {
  const counts: readonly (readonly [string, number, number])[] = [
    ['parks', parks.length, sizeLimits.parks],
    ['jurisdictions', jurisdictions.length, sizeLimits.jurisdictions],
    ['adjacency', adjacency.length, sizeLimits.adjacency],
    ['locks', locks.length, sizeLimits.locks],
    ['parks[0].outputs', parks[0]?.outputs.length ?? 0, sizeLimits.industries],
  ];
  return [
    ...counts.filter(([, count, limit]) => count > limit).map(([where, count, limit]) => tooMany(where, count, limit)),
    ...crowded(parks, jurisdictions),
  ];
}

/** A joint jurisdiction counts the parks of all it joins: they are solved together. */
function crowded(parks: readonly Park[], jurisdictions: readonly Jurisdiction[]): readonly Problem[] {
  const count = new Map<string, number>();
  for (const park of parks) count.set(park.jurisdiction, (count.get(park.jurisdiction) ?? 0) + 1);
  return jurisdictions.flatMap((one, place) => {
    const here = [one.code, ...(one.joins ?? [])].reduce((total, code) => total + (count.get(code) ?? 0), 0);
    return here > sizeLimits.parksOfOne ? [tooMany(`jurisdictions[${place}]`, here, sizeLimits.parksOfOne)] : [];
  });
}

function tooMany(where: string, count: number, limit: number): Problem {
  return problemAt('too-many', where, {
    value: count,
    what: { zh: `共 ${count} 项，超过一次能解的规模。`, en: `${count} of them are more than one run takes.` },
    expected: { zh: `不超过 ${limit} 项`, en: `at most ${limit}` },
    mend: { zh: '按市或县分开求解。', en: 'Solve it in parts, by city or county.' },
  });
}

function codeProblems(list: 'parks' | 'jurisdictions', rows: readonly { readonly code: string }[]): readonly Problem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ code }, place) => {
    const where = `${list}[${place}].code`;
    const first = seen.get(code);
    if (first !== undefined) return [repeated(where, code, `${list}[${first}]`)];
    seen.set(code, place);
    if (code.trim() !== '' && code.length <= 60 && code !== '__proto__') return [];
    return [
      problemAt('code', where, {
        value: code,
        what: { zh: '编号不能用。', en: 'This code cannot be used.' },
        expected: { zh: '1 至 60 个字符的编号', en: 'a code of 1 to 60 characters' },
        mend: { zh: '给它一个编号。', en: 'Give it a code.' },
      }),
    ];
  });
}

function repeated(where: string, code: string, first: string): Problem {
  return problemAt('repeated', where, {
    value: code,
    what: { zh: `${code} 已在 ${first} 出现。`, en: `${code} stands in ${first} already.` },
    expected: { zh: '每个编号只出现一次', en: 'each code once' },
    mend: { zh: '删去一个，或改编号。', en: 'Remove one of them, or give it another code.' },
  });
}

function unknown(where: string, code: string, of: 'park' | 'jurisdiction'): Problem {
  const list = of === 'park' ? 'parks' : 'jurisdictions';
  return problemAt(`unknown-${of}`, where, {
    value: code,
    what: { zh: `${list} 里没有 ${code}。`, en: `${list} does not have ${code}.` },
    expected: { zh: `${list} 里的编号`, en: `a code of ${list}` },
    mend: { zh: '改正编号，或补列这一项。', en: 'Correct the code, or add what it names.' },
  });
}

function jurisdictionProblems({ zonesMin, zonesMax, joins, code }: Jurisdiction, where: string, codes: Codes): readonly Problem[] {
  const strangers = (joins ?? []).flatMap((member, place) => {
    const known = codes.jurisdictions.get(member);
    if (known === undefined) return [unknown(`${where}.joins[${place}]`, member, 'jurisdiction')];
    return known.joins === undefined && member !== code ? [] : [joinsJoint(`${where}.joins[${place}]`, member)];
  });
  return [
    ...(zonesMin > zonesMax ? [emptyRange(where, zonesMin, zonesMax)] : []),
    ...strangers,
    ...(joins !== undefined && joins.length < 2 ? [joinsTooFew(`${where}.joins`, joins.length)] : []),
  ];
}

function emptyRange(where: string, min: number, max: number): Problem {
  return problemAt('empty-range', `${where}.zonesMin`, {
    value: min,
    what: { zh: `至少 ${min} 个、至多 ${max} 个开发区，不可能。`, en: `At least ${min} and at most ${max} zones is no number at all.` },
    expected: { zh: 'zonesMin 不大于 zonesMax', en: 'zonesMin no larger than zonesMax' },
    mend: { zh: '改其中一个。', en: 'Change one of the two.' },
  });
}

function joinsJoint(where: string, member: string): Problem {
  return problemAt('joins-joint', where, {
    value: member,
    what: { zh: `${member} 本身是联合区域。`, en: `${member} is itself a joint jurisdiction.` },
    expected: { zh: '普通的市、县（市、区）', en: 'a jurisdiction that joins no others' },
    mend: { zh: '直接列出各成员。', en: 'List its members instead.' },
  });
}

function joinsTooFew(where: string, count: number): Problem {
  return problemAt('joins-few', where, {
    value: count,
    what: { zh: `联合区域只有 ${count} 个成员。`, en: `A joint jurisdiction of ${count}.` },
    expected: { zh: '至少两个成员', en: 'two members or more' },
    mend: { zh: '补列成员，或删去 joins。', en: 'Add members, or remove joins.' },
  });
}

function joinedTwice({ jurisdictions }: Instance): readonly Problem[] {
  const seen = new Map<string, string>();
  return jurisdictions.flatMap((one, place) =>
    (one.joins ?? []).flatMap((member, index) => {
      const where = `jurisdictions[${place}].joins[${index}]`;
      const first = seen.get(member);
      seen.set(member, first ?? where);
      return first === undefined ? [] : [repeated(where, member, first)];
    }),
  );
}

function parkProblems({ parks }: Instance, codes: Codes): readonly Problem[] {
  const industries = parks[0]?.outputs.length ?? 0;
  return parks.flatMap((park, place) => {
    const home = codes.jurisdictions.get(park.jurisdiction);
    return [
      ...(home === undefined ? [unknown(`parks[${place}].jurisdiction`, park.jurisdiction, 'jurisdiction')] : []),
      ...(home?.joins === undefined ? [] : [livesInJoint(`parks[${place}].jurisdiction`, home.code)]),
      ...(park.outputs.length === industries ? [] : [outputsDiffer(`parks[${place}].outputs`, park.outputs.length, industries)]),
    ];
  });
}

function livesInJoint(where: string, code: string): Problem {
  return problemAt('park-in-joint', where, {
    value: code,
    what: { zh: `${code} 是联合区域，园区不能直接属于它。`, en: `${code} is a joint jurisdiction; no park belongs to it by itself.` },
    expected: { zh: '园区自己所在的市、县（市、区）', en: 'the park’s own county or city' },
    mend: { zh: '改成成员之一。', en: 'Name one of its members.' },
  });
}

function outputsDiffer(where: string, count: number, expected: number): Problem {
  return problemAt('outputs-length', where, {
    value: count,
    what: {
      zh: `有 ${count} 个产业的产值，第一个园区有 ${expected} 个。`,
      en: `Outputs of ${count} industries; the first park has ${expected}.`,
    },
    expected: { zh: `${expected} 个数，产业次序全部相同`, en: `${expected} numbers, the industries in the same order for all` },
    mend: { zh: '补齐各产业；没有产值的产业写 0。', en: 'List every industry; write 0 where there is no output.' },
  });
}

function adjacencyProblems([a, b]: readonly [string, string], where: string, codes: Codes): readonly Problem[] {
  const missing = [a, b].flatMap((code, place) => (codes.parks.has(code) ? [] : [unknown(`${where}[${place}]`, code, 'park')]));
  if (missing.length > 0) return missing;
  if (a === b) return [twice(where, a)];
  return within([a, b], codes) ? [] : [across(where, [a, b], 'adjacency-across')];
}

/** Whether these could stand in one zone at all: in one jurisdiction, or under one joint one. */
function within(parks: readonly string[], { parks: known, area }: Codes): boolean {
  return new Set(parks.map((code) => area.get(known.get(code)?.jurisdiction ?? ''))).size < 2;
}

function twice(where: string, code: string): Problem {
  return problemAt('itself', where, {
    value: code,
    what: { zh: `${code} 与它自己成对。`, en: `${code} is paired with itself.` },
    expected: { zh: '两个不同的园区', en: 'two different parks' },
    mend: { zh: '删去这一项，或改其中一个。', en: 'Remove it, or change one of the two.' },
  });
}

function across(where: string, parks: readonly string[], code: string): Problem {
  return problemAt(code, where, {
    value: parks,
    what: {
      zh: '这些园区不在同一市、县（市、区），也没有联合区域把它们连在一起。',
      en: 'These parks lie in different jurisdictions, and no joint one covers them.',
    },
    expected: { zh: '同一市、县（市、区）或同一联合区域的园区', en: 'parks of one jurisdiction, or of one joint jurisdiction' },
    mend: { zh: '删去这一项，或加一个带 joins 的联合区域。', en: 'Remove it, or add a joint jurisdiction with joins.' },
  });
}

/** A joint jurisdiction asks for what is less: its own minimum or those of its members. */
function capBelowMinima({ jurisdictions, caps }: Instance): readonly Problem[] {
  const joint = jurisdictions.filter((one) => one.joins !== undefined);
  const joined = new Set(joint.flatMap((one) => one.joins ?? []));
  const minimum = (codes: readonly string[]) =>
    jurisdictions.reduce((total, one) => total + (codes.includes(one.code) ? one.zonesMin : 0), 0);
  const alone = jurisdictions.filter((one) => one.joins === undefined && !joined.has(one.code));
  const least =
    alone.reduce((total, one) => total + one.zonesMin, 0) +
    joint.reduce((total, one) => total + Math.min(one.zonesMin, minimum(one.joins ?? [])), 0);
  if (!(caps.zones < least)) return [];
  return [
    problemAt('cap-below-minima', 'caps.zones', {
      value: caps.zones,
      what: {
        zh: `全省至多 ${caps.zones} 个，各地最低数合计已是 ${least} 个。`,
        en: `At most ${caps.zones} zones, but the jurisdictions’ minima add up to ${least}.`,
      },
      expected: { zh: `不小于 ${least}`, en: `${least} or more` },
      mend: { zh: '提高上限，或降低一些 zonesMin。', en: 'Raise the cap, or lower some zonesMin.' },
    }),
  ];
}

function lockProblems(lock: Instance['locks'][number], where: string, codes: Codes): readonly Problem[] {
  if ('outcome' in lock) return codes.parks.has(lock.park) ? [] : [unknown(`${where}.park`, lock.park, 'park')];
  const [field, parks] = 'together' in lock ? (['together', lock.together] as const) : (['apart', lock.apart] as const);
  const problems = listProblems(parks, `${where}.${field}`, codes);
  if (problems.length > 0 || field === 'apart') return problems;
  return within(parks, codes) ? [] : [across(`${where}.together`, parks, 'together-across')];
}

function listProblems(parks: readonly string[], where: string, codes: Codes): readonly Problem[] {
  const missing = parks.flatMap((code, place) => (codes.parks.has(code) ? [] : [unknown(`${where}[${place}]`, code, 'park')]));
  const first = new Map(parks.map((code, place) => [code, place] as const).reverse());
  const double = parks.flatMap((code, place) => (first.get(code) === place ? [] : [twice(`${where}[${place}]`, code)]));
  return [...missing, ...double, ...(parks.length < 2 ? [tooFew(where, parks.length)] : [])];
}

function tooFew(where: string, count: number): Problem {
  return problemAt('too-few', where, {
    value: count,
    what: { zh: `只写了 ${count} 个园区。`, en: `It names ${count} ${count === 1 ? 'park' : 'parks'}.` },
    expected: { zh: '至少两个园区', en: 'two parks or more' },
    mend: { zh: '补上，或删去这一项。', en: 'Add the others, or remove it.' },
  });
}

function decisionProblems(plates: readonly string[], where: string, codes: Codes): readonly Problem[] {
  const lower = plates.flatMap((code, place) => {
    const level = codes.parks.get(code)?.level;
    return level === undefined || level === 3 ? [] : [noNational(`${where}[${place}]`, code)];
  });
  return [...listProblems(plates, where, codes), ...lower];
}

function noNational(where: string, code: string): Problem {
  return problemAt('no-national-plate', where, {
    value: code,
    what: { zh: `${code} 不是国家级园区。`, en: `${code} has no national plate.` },
    expected: { zh: '级别为 3 的园区', en: 'a park of level 3' },
    mend: { zh: '删去它；决定只用于国家级牌子。', en: 'Remove it; a decision is about national plates only.' },
  });
}
