// Which rules bind a place on a day: the packs of its chain (county, city, province) in force then, figures put in.
// A local and a provincial rule of the same kind both stand; neither silently replaces the other.

import type { BoundaryRule } from '@zhenghe/engine/boundaries';
import { type Bilingual, type Day, isDay } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import type { Rulebook } from './load.ts';
import { chainOf, classOf, depthOf, isPlace } from './place.ts';
import { isBoundaryCheck, type Resolved, resolveBoundaryCheck, resolveCheck } from './resolve.ts';
import type { BoundaryDefaults, Check, Pack } from './schema.ts';

export interface PackRef {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

export interface RulesAsked {
  readonly on: Day;
  /** GB/T 2260 code. */
  readonly jurisdiction: string;
  /** Only these packs; each must bind the place and be in force. Absent: all that do. */
  readonly packs?: readonly string[];
}

export const rulesRefusals = ['not-a-day', 'unknown-place', 'unknown-pack', 'other-place', 'not-yet', 'no-longer'] as const;

export interface RulesRefused {
  readonly ok: false;
  readonly code: (typeof rulesRefusals)[number];
  readonly reason: Bilingual;
}

export interface RulesInForce {
  readonly ok: true;
  readonly on: Day;
  readonly jurisdiction: string;
  /** From the province down to the place. */
  readonly packs: readonly PackRef[];
  readonly rules: readonly Rule[];
  /** Of the plan's boundaries, where it has any. */
  readonly boundaryRules: readonly BoundaryRule[];
}

export function rulesInForce(rulebook: Rulebook, asked: RulesAsked): RulesInForce | RulesRefused {
  const { on, jurisdiction } = asked;
  if (!isDay(on)) return refused('not-a-day', `“${on}”不是日期，应为 YYYY-MM-DD`, `“${on}” is not a date YYYY-MM-DD`);
  if (!isPlace(jurisdiction)) {
    return refused(
      'unknown-place',
      `“${jurisdiction}”不是浙江的六位区划代码`,
      `“${jurisdiction}” is not a six-digit code of a place in Zhejiang`,
    );
  }
  const chosen = asked.packs === undefined ? packsOfDay(rulebook, on, jurisdiction) : packsAsked(rulebook, on, jurisdiction, asked.packs);
  if ('ok' in chosen) return chosen;
  const packs = [...chosen].sort((a, b) => orderKey(a).localeCompare(orderKey(b)));
  return {
    ok: true,
    on,
    jurisdiction,
    packs: packs.map(({ head, hash }) => ({ id: head.id, version: head.version, hash })),
    rules: packs.flatMap((pack) => rulesOf(pack, jurisdiction)),
    boundaryRules: packs.flatMap((pack) => boundaryRulesOf(pack, jurisdiction, rulebook.boundaryDefaults)),
  };
}

/** Province first, then city, then county; within a place by date, then by id. */
function orderKey({ head }: Pack): string {
  return `${depthOf(head.jurisdiction)} ${head.appliesFrom} ${head.id}`;
}

function packsOfDay(rulebook: Rulebook, on: Day, jurisdiction: string): readonly Pack[] | RulesRefused {
  const chain = chainOf(jurisdiction);
  // News reports and does not bind, unless someone has drawn a check from it; nor does a scheme of evaluation bind a plan.
  const here = rulebook.packs.filter(
    ({ head, checks }) =>
      chain.includes(head.jurisdiction) && head.subject !== 'evaluation' && (head.status !== 'news' || checks.length > 0),
  );
  const inForce = here.filter(({ head }) => head.appliesFrom <= on && (head.appliesTo === null || on <= head.appliesTo));
  return inForce.length > 0 ? inForce : noneOfDay(here, on);
}

function packsAsked(rulebook: Rulebook, on: Day, jurisdiction: string, ids: readonly string[]): readonly Pack[] | RulesRefused {
  const chain = chainOf(jurisdiction);
  const packs: Pack[] = [];
  for (const id of new Set(ids)) {
    const pack = rulebook.pack(id);
    if (!pack) return unknownPack(rulebook, id);
    if (!chain.includes(pack.head.jurisdiction)) {
      const { jurisdiction: place } = pack.head;
      return refused(
        'other-place',
        `规则包 ${id} 适用于 ${place}，不适用于 ${jurisdiction}`,
        `pack ${id} binds ${place}; it does not bind ${jurisdiction}`,
      );
    }
    packs.push(pack);
  }
  const late = packs.filter(({ head }) => on < head.appliesFrom || (head.appliesTo !== null && on > head.appliesTo));
  return packs.length > 0 && late.length === 0 ? packs : noneOfDay(late, on);
}

function unknownPack(rulebook: Rulebook, id: string): RulesRefused {
  const known = rulebook.packs.map((pack) => pack.head.id);
  return refused('unknown-pack', `没有规则包 ${id}；已有：${known.join('、')}`, `there is no pack ${id}; known packs: ${known.join(', ')}`);
}

function noneOfDay(packs: readonly Pack[], on: Day): RulesRefused {
  if (packs.length === 0) return refused('not-yet', `${on} 没有可用的规则包`, `no pack to apply on ${on}`);
  const over = packs.every(({ head }) => head.appliesTo !== null && head.appliesTo < on);
  const span = ({ head }: Pack, lang: 'zh' | 'en') =>
    lang === 'zh'
      ? `${head.id} 自 ${head.appliesFrom}${head.appliesTo === null ? '' : ` 至 ${head.appliesTo}`}`
      : `${head.id} from ${head.appliesFrom}${head.appliesTo === null ? '' : ` to ${head.appliesTo}`}`;
  const zh = packs.map((pack) => span(pack, 'zh')).join('；');
  const en = packs.map((pack) => span(pack, 'en')).join('; ');
  return refused(over ? 'no-longer' : 'not-yet', `${on} 不在适用期内：${zh}`, `${on} lies outside the days they apply: ${en}`);
}

function refused(code: RulesRefused['code'], zh: string, en: string): RulesRefused {
  return { ok: false, code, reason: { zh, en } };
}

function rulesOf(pack: Pack, jurisdiction: string): readonly Rule[] {
  const source = { id: pack.head.id, parameters: pack.parameters };
  return pack.checks
    .filter((check) => bindsClass(check, jurisdiction))
    .flatMap((check) => (isBoundaryCheck(check) ? [] : [settled(pack, check, resolveCheck(source, check))]));
}

function boundaryRulesOf(pack: Pack, jurisdiction: string, defaults: BoundaryDefaults): readonly BoundaryRule[] {
  const source = { id: pack.head.id, parameters: pack.parameters };
  return pack.checks
    .filter((check) => bindsClass(check, jurisdiction))
    .flatMap((check) => (isBoundaryCheck(check) ? [settled(pack, check, resolveBoundaryCheck(source, check, defaults))] : []));
}

/** The loader has resolved every check of a loaded pack; only a pack put together by hand can fail here. */
function settled<R>(pack: Pack, check: Check, resolved: Resolved<R>): R {
  if (!resolved.ok) throw new Error(`check ${check.id} of ${pack.head.id}: ${resolved.bad.field} ${resolved.bad.value}`);
  return resolved.rule;
}

/** A quota or date of one class of places binds only those; the province as a whole is in no class. */
function bindsClass(check: Check, jurisdiction: string): boolean {
  return !('class' in check) || check.class === undefined || check.class === classOf(jurisdiction);
}
