// The target sheet of a place, and lines put side by side: each line is measured over the place of the document that sets it.

import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '@zhenghe/contract';
import type { TargetLine } from '@zhenghe/contract/targets';
import type { Meter } from '@zhenghe/contract/zones';
import type { Day } from '@zhenghe/engine/kernel';
import { comparability } from '@zhenghe/engine/targets';
import type { Context } from '../platform/api.ts';
import { refusal } from '../platform/refusal.ts';
import { meter } from '../zones/index.ts';
import { besides } from './beside.ts';
import { isZoneCount, zoneCounts } from './counted.ts';
import { type FiguresAsked, figuresOn } from './figures.ts';
import { type Line, linesFor, linesInForce } from './lines.ts';
import { measuredOver, yearsOf } from './reckon.ts';
import { noFlagships, overOf, whoseOf } from './scope.ts';
import { definedLine, type Found, viewOf } from './view.ts';

type Answers = InferContractRouterOutputs<Contract>['targets'];

export async function targetSheet(context: Context, asked: FiguresAsked & { readonly place: string }): Promise<Answers['sheet']> {
  const lines = linesFor(context.rulebook, asked.place, asked.on);
  const read = await reading(context, asked, lines);
  return { lines: lines.map((line) => shown(line, read)), beside: besides(lines, read.figures.library) };
}

const mostCompared = 12;

export async function targetComparison(
  context: Context,
  asked: FiguresAsked & { readonly ids: readonly string[] },
): Promise<Answers['compare']> {
  const ids = [...new Set(asked.ids)].slice(0, mostCompared);
  const all = new Map(linesInForce(context.rulebook, asked.on).map((line) => [line.id, line]));
  const lines = ids.map((id) => all.get(id) ?? absent(id, asked.on));
  const read = await reading(context, asked, lines);
  const { comparable, reason } = comparability(lines.map((line) => definedLine(line, read.figures.library)));
  return { comparable, reason, lines: lines.map((line) => shown(line, read)) };
}

function absent(id: string, on: Day): never {
  throw refusal('NOT_FOUND', {
    zh: `${on} 适用的文件中没有目标 ${id}。`,
    en: `No document that applies on ${on} sets a target ${id}.`,
  });
}

interface Reading {
  readonly on: Day;
  readonly figures: Awaited<ReturnType<typeof figuresOn>>;
  /** Only where a line counts zones. */
  readonly control: Meter | null;
}

async function reading(context: Context, { dataset, on }: FiguresAsked, lines: readonly Line[]): Promise<Reading> {
  const counts = lines.some(({ target }) => isZoneCount(target));
  const [figures, control] = await Promise.all([
    figuresOn(context, { dataset, on }),
    counts ? meter(context.db, context.rulebook, { dataset, asOf: on }) : null,
  ]);
  return { on, figures, control };
}

function shown(line: Line, read: Reading): TargetLine {
  return viewOf(line, foundFor(line, read), { library: read.figures.library, on: read.on });
}

const nothing: Found = { series: [], publication: 0, why: null };

/** What was counted in the register rests on no publication: its number is 0. */
function foundFor({ head, target }: Line, { on, figures, control }: Reading): Found {
  if (isZoneCount(target)) return control ? { series: zoneCounts(control, on), publication: 0, why: control.now.note } : nothing;
  const { indicator, scope, unit } = target;
  if (indicator === undefined || scope === undefined) return nothing;
  const whose = whoseOf(scope, head.jurisdiction);
  if (!whose) return { ...nothing, why: noFlagships };
  const over = overOf(scope, head.jurisdiction);
  const question = { code: indicator, unit, whose, over, years: yearsOf(target, on) };
  return { ...measuredOver(figures, figures.library, question), publication: figures.publication };
}
