// Tags (F85): rules over indicators with an expiry. Counted over the zones of the day, each yes, no, or not known for want of a figure.
import type { TagRow } from '@zhenghe/contract/explorer';
import type { Tag } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import { bearersOf, factsOn, type RuleAnswer, ruleAnswers } from '@zhenghe/engine/explorer';
import { type CompiledRule, codesIn, compileRule, derivedText, type NotCompiled } from '@zhenghe/engine/indicators';
import { type Day, type Grain, isMissing } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { z } from 'zod';
import { definitionsInForce } from '../definitions/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { type CubeAsked, cubeOf, type Held } from './holding.ts';
import { unitName } from './names.ts';
import * as refuse from './refusals.ts';
import { mayAsk, type Seen, seenBy } from './sight.ts';

type TagBody = z.infer<typeof Tag>;
type Row = z.infer<typeof TagRow>;
type Asking = Pick<Context, 'db' | 'rulebook' | 'caller'>;

export interface LoadedTag {
  readonly tag: TagBody;
  readonly pack: string | null;
  /** 0 as it ships. */
  readonly version: number;
}

/** What ships in packs, overlaid by what was put in force in the product by the day. */
export async function tagsOn(db: Database, rulebook: Rulebook, { dataset, on }: CubeAsked): Promise<readonly LoadedTag[]> {
  const inForce = await definitionsInForce(db, { dataset, kind: 'tag', on });
  const byCode = new Map<string, LoadedTag>(rulebook.tags.map(({ tag, pack }) => [tag.code, { tag, pack, version: 0 }]));
  for (const { body, version } of inForce) byCode.set(body.code, { tag: body, pack: byCode.get(body.code)?.pack ?? null, version });
  return [...byCode.values()];
}

export async function tagRows(context: Asking, asked: CubeAsked): Promise<Row[]> {
  const tags = await tagsOn(context.db, context.rulebook, asked);
  const [held, seen] = await sightOf(context, asked);
  return tags.flatMap((one) => {
    const { compiled, open } = openRule(held, seen, one.tag.rule);
    return open ? [rowOf(one, asked.on, counted(held, { compiled, seen, grain: one.tag.grain, ...asked }))] : [];
  });
}

async function sightOf({ db, rulebook, caller }: Asking, asked: CubeAsked): Promise<readonly [Held, Seen]> {
  const held = await cubeOf(db, rulebook, asked);
  return [held, await seenBy(db, caller, { explorer: held.explorer, dataset: asked.dataset })];
}

/** The public asks only what rests on public indicators alone. */
function openRule({ explorer }: Held, seen: Seen, rule: string): { readonly compiled: CompiledRule | NotCompiled; readonly open: boolean } {
  const named = codesIn(rule, explorer.library).flatMap((code) => explorer.library.get(code) ?? []);
  return { compiled: compileRule(rule, explorer.library), open: named.every((indicator) => mayAsk(seen, indicator)) };
}

interface Counting extends CubeAsked {
  readonly compiled: CompiledRule | NotCompiled;
  readonly seen: Seen;
  readonly grain: Grain;
}

/** Over the zones alive on the day that file; where a rule names what is only for evaluation, over those the caller answers for. */
function counted(held: Held, { compiled, seen, grain, on }: Counting): RuleAnswer | null {
  if (!compiled.ok) return null;
  const { explorer } = held;
  const guarded = compiled.filed.some((code) => explorer.library.get(code)?.publication === 'evaluation-only');
  const units = [...bearersOf(explorer)].flatMap((index) => {
    const id = explorer.cube.ids[index] ?? '';
    const facts = explorer.roster.get(id)?.facts.findLast(({ from }) => from <= on);
    const alive = facts && (facts.to === null || facts.to > on);
    return alive && (!guarded || seen.units.has(id)) ? [id] : [];
  });
  return ruleAnswers(explorer, { rule: compiled, grain, on, units });
}

function rowOf({ tag, pack, version }: LoadedTag, on: Day, answer: RuleAnswer | null): Row {
  const expired = tag.expires < on;
  return {
    ...tag,
    pack,
    version,
    count: expired || !answer ? null : countOf(answer),
    period: expired ? null : (answer?.period ?? null),
    expired,
  };
}

function countOf({ units }: RuleAnswer): { yes: number; no: number; unknown: number } {
  const of = (wanted: boolean | null) => units.filter(({ holds }) => holds === wanted).length;
  return { yes: of(true), no: of(false), unknown: of(null) };
}

const mostShown = 200;

export async function tagDetail(context: Asking, { code, ...asked }: CubeAsked & { readonly code: string }) {
  const found = (await tagsOn(context.db, context.rulebook, asked)).find(({ tag }) => tag.code === code);
  const [held, seen] = await sightOf(context, asked);
  const rule = found && openRule(held, seen, found.tag.rule);
  if (!found || !rule?.open) throw refuse.noTag(code);
  const answer = counted(held, { compiled: rule.compiled, seen, grain: found.tag.grain, ...asked });
  const expired = found.tag.expires < asked.on;
  return {
    tag: rowOf(found, asked.on, answer),
    sample: answer && !expired ? sampleOf(held, answer, { seen, on: asked.on }) : [],
    uses: [],
  };
}

/** At most so many of each answer, by place: those the caller may see, with the figures that decided. */
function sampleOf(held: Held, { units }: RuleAnswer, { seen, on }: { readonly seen: Seen; readonly on: Day }) {
  const { explorer, register } = held;
  const shown = units.filter(({ unit, values }) => {
    const open = [...values.keys()].every((code) => explorer.library.get(code)?.publication === 'public');
    return open || seen.units.has(unit);
  });
  const rows = shown.map(({ unit, holds, values }) => ({
    ...{ unit, holds, name: unitName(register, unit, on)?.name ?? unit },
    place: factsOn(explorer.roster.get(unit), unit, on)?.place ?? unit,
    values: [...values].map(([code, value]) => ({ code, value: value === null || isMissing(value) ? null : derivedText(value) })),
  }));
  const placed = rows.sort((a, b) => (a.place < b.place || (a.place === b.place && a.unit < b.unit) ? -1 : 1));
  return [true, false, null].flatMap((wanted) => placed.filter(({ holds }) => holds === wanted).slice(0, mostShown));
}

export interface Trial {
  readonly dataset: Dataset;
  readonly on: Day;
  readonly rule: string;
  readonly grain: Grain;
}

export async function tryTag(context: Asking, trial: Trial) {
  const [held, seen] = await sightOf(context, trial);
  const { compiled, open } = openRule(held, seen, trial.rule);
  if (!open) throw refuse.notPublic();
  if (!compiled.ok) return { problems: [...compiled.problems], count: null };
  const answer = counted(held, { compiled, seen, ...trial });
  return { problems: [], count: answer && countOf(answer) };
}

/** Zones for which the tag holds on the day; none once it expired. */
export async function unitsWithTag(
  { db, rulebook }: Pick<Context, 'db' | 'rulebook'>,
  held: Held,
  { code, seen, ...asked }: CubeAsked & { readonly code: string; readonly seen: Seen },
): Promise<ReadonlySet<string>> {
  const found = (await tagsOn(db, rulebook, asked)).find(({ tag }) => tag.code === code);
  const rule = found && openRule(held, seen, found.tag.rule);
  if (!found || !rule?.open) throw refuse.noTag(code);
  if (found.tag.expires < asked.on) return new Set();
  const answer = counted(held, { compiled: rule.compiled, seen, grain: found.tag.grain, ...asked });
  return new Set(answer?.units.flatMap(({ unit, holds }) => (holds === true ? [unit] : [])) ?? []);
}
