// What each cell of the tables has to show for its findings: one mark, the gravest, with every sentence in its title.
import type { Bilingual, Finding, Place } from '@zhenghe/engine/kernel';
import { cellKey } from './cells.ts';

/** In order of gravity: stops a submission, asks for a written reason, cannot be judged, a hint, fulfilled. */
export const standings = ['blocks', 'reason', 'unknown', 'hint', 'pass'] as const;
export type Standing = (typeof standings)[number];

export interface Mark {
  readonly standing: Standing;
  /** The finding stands on this cell; otherwise the cell only takes part in it. */
  readonly direct: boolean;
  readonly findings: readonly Finding[];
}

export function standingOf(finding: Finding): Standing {
  if (finding.outcome === 'pass') return 'pass';
  if (finding.outcome === 'unknown') return 'unknown';
  if (finding.blocking) return 'blocks';
  if (finding.strength === 'principle' && !finding.answer) return 'reason';
  return 'hint';
}

export function groupFindings(findings: readonly Finding[]): ReadonlyMap<Standing, readonly Finding[]> {
  const groups = new Map<Standing, Finding[]>(standings.map((standing) => [standing, []]));
  for (const finding of findings) groups.get(standingOf(finding))?.push(finding);
  return groups;
}

/**
 * Marks by cell key; a row's own mark stands under the key without a field. Fulfilled findings leave no mark, and a
 * finding on the plan as a whole (its growth) marks its own place only, or every cell would be marked.
 */
export function marksOf(findings: readonly Finding[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const standing = standingOf(finding);
    if (standing === 'pass') continue;
    const own = cellKey(finding.where);
    add(marks, own, { standing, direct: true, findings: [finding] });
    for (const key of takingPart(finding, own)) add(marks, key, { standing, direct: false, findings: [finding] });
  }
  return marks;
}

function takingPart(finding: Finding, own: string): ReadonlySet<string> {
  const places: readonly Place[] = finding.where.table === 'plan' ? [] : finding.cells;
  const keys = new Set(places.map(cellKey));
  keys.delete(own);
  return keys;
}

/** A mark a cell carries itself outweighs one it only takes part in; among equals the graver is shown. */
function add(marks: Map<string, Mark>, key: string, mark: Mark): void {
  const before = marks.get(key);
  if (!before) return void marks.set(key, mark);
  const findings = [...before.findings, ...mark.findings];
  const first = before.direct === mark.direct ? isGraver(before.standing, mark.standing) : before.direct;
  const shown = first ? before : mark;
  marks.set(key, { standing: shown.standing, direct: shown.direct, findings });
}

function isGraver(one: Standing, other: Standing): boolean {
  return standings.indexOf(one) <= standings.indexOf(other);
}

/** All sentences of a mark, one a line, for the title of its cell. */
export function markTitle(mark: Mark, say: (text: Bilingual) => string): string {
  return mark.findings.map((finding) => say(finding.message)).join('\n');
}
