// Whether the plan holds together at all: codes, names, references and figures no rule could make sense of.
// These come from the file format, not from a document, and always block.
import {
  type Cell,
  type DecimalText,
  type Finding,
  findingOf,
  isDecimalText,
  isMissing,
  type Place,
  problem,
  type Said,
  type Voice,
} from '../kernel/index.ts';
import type { Plan } from './plan.ts';
import { repeatedRows } from './repeated.ts';
import { areaPlace, figureOf, type PlanView, parkPlace, partPlace, viewOf, zonePlace } from './view.ts';

const voice: Voice = { id: 'structure', clause: { pack: 'zhenghe-plan', clause: 'structure' }, strength: 'identity' };

/** Findings about the plan's own structure, all failed; none when it holds together. */
export function planProblems(plan: Plan): readonly Finding[] {
  return problemsOf(viewOf(plan));
}

export function problemsOf(view: PlanView): readonly Finding[] {
  const said = [...repeatedRows(view.plan), ...dangling(view), ...empty(view), ...impossible(view.plan)];
  return unique(said).map((one) => findingOf(voice, one, []));
}

function dangling(view: PlanView): readonly Said[] {
  const { plan } = view;
  const zones = new Set(plan.zones.map((zone) => zone.code));
  const links = [
    ...plan.blocks.map((block) => ({ place: fieldOf('blocks', block, 'park'), to: block.park, known: view.parkOf.has(block.park) })),
    ...plan.blocks.map((block) => ({ place: fieldOf('blocks', block, 'part'), to: block.part, known: view.partOf.has(block.part) })),
    ...plan.parts.map((part) => ({ place: partPlace(part, 'zone'), to: part.zone, known: zones.has(part.zone) })),
    ...plan.parks.flatMap((park) =>
      // Only a merged park must be received by a zone; a township may take over what is abolished or converted.
      park.receivedBy === undefined || !park.outcomes.includes('merge')
        ? []
        : [{ place: parkPlace(park, 'receivedBy'), to: park.receivedBy, known: zones.has(park.receivedBy) }],
    ),
    ...plan.sums.flatMap((sum) =>
      sum.parts.map((part) => ({
        place: fieldOf('sums', { code: sum.code, name: sum.label }, 'parts'),
        to: part,
        known: view.partOf.has(part),
      })),
    ),
  ];
  return links
    .filter((link) => !link.known)
    .map(({ place, to }) =>
      problem(
        `unknown:${place.table}.${place.field}:${place.row}:${to}`,
        place,
        { zh: `${place.label}指向方案里没有的编号：${to}。`, en: `${place.label} refers to a code the plan does not have: ${to}.` },
        { zh: '改成方案里有的编号，或补列该行。', en: 'Use a code of the plan, or add the row.' },
      ),
    );
}

function empty(view: PlanView): readonly Said[] {
  const { plan } = view;
  const withParts = new Set(plan.parts.map((part) => part.zone));
  const parts = plan.parts.filter((part) => !view.blocksOfPart.has(part.code)).map((part) => ({ place: partPlace(part), of: 'part' }));
  const zones = plan.zones.filter((zone) => !withParts.has(zone.code)).map((zone) => ({ place: zonePlace(zone), of: 'zone' }));
  return [...parts, ...zones].map(({ place, of }) =>
    problem(
      `empty:${of}:${place.row}`,
      place,
      of === 'part'
        ? { zh: `${place.label}没有区块。`, en: `${place.label} has no block.` }
        : { zh: `${place.label}没有组成部分。`, en: `${place.label} has no part.` },
      { zh: '补上，或删去这一行。', en: 'Add what is missing, or remove the row.' },
    ),
  );
}

function impossible(plan: Plan): readonly Said[] {
  const before = plan.blocks.filter((block) => isImpossible(block.areaBefore));
  const after = plan.blocks.filter((block) => isImpossible(block.areaAfter));
  const approved = plan.parks.filter((park) => isImpossible(park.approvedArea));
  const sums = plan.sums.filter((sum) => isImpossible(sum.value));
  const shares = plan.townships.filter((town) => isImpossible(town.protectedShare) || figureOf(town.protectedShare)?.greaterThan(1));
  return [
    ...before.map((block) => impossibleFigure(areaPlace(block, 'areaBefore'), block.areaBefore, '面积', 'area')),
    ...after.map((block) => impossibleFigure(areaPlace(block, 'areaAfter'), block.areaAfter, '面积', 'area')),
    ...approved.map((park) => impossibleFigure(parkPlace(park, 'approvedArea'), park.approvedArea, '核准面积', 'approved area')),
    ...sums.map((sum) => impossibleFigure(fieldOf('sums', { code: sum.code, name: sum.label }, 'value'), sum.value, '面积', 'area')),
    ...shares.map((town) =>
      impossibleFigure(fieldOf('townships', { code: town.name, name: town.name }, 'protectedShare'), town.protectedShare, '占比', 'share'),
    ),
  ];
}

/** No decimal number, or one below zero. */
function isImpossible(cell: Cell<DecimalText>): boolean {
  if (isMissing(cell)) return false;
  return !isDecimalText(cell) || (cell.startsWith('-') && /[1-9]/.test(cell));
}

function impossibleFigure(place: Place, cell: unknown, zh: string, en: string): Said {
  return problem(
    `impossible:${place.table}.${place.field}:${place.row}`,
    place,
    { zh: `${place.label}的${zh}不成立：${String(cell)}。`, en: `${place.label}: ${String(cell)} is not a possible ${en}.` },
    { zh: '改成成立的数；没有数据的写明原因。', en: 'Enter a possible number, or say why there is none.' },
  );
}

function fieldOf(table: string, row: { readonly code: string; readonly name: string }, field: string): Place {
  return { table, row: row.code, field, label: row.name };
}

/** Rows that share a code would say the same thing twice under one id. */
function unique(said: readonly Said[]): readonly Said[] {
  return [...new Map(said.map((one) => [one.key, one])).values()];
}
