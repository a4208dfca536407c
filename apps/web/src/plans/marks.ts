// What each cell of the tables has to show for its findings: one mark, the gravest, with every sentence in its title.
import type { Bilingual, Finding, Place } from '@zhenghe/engine/kernel';
import { cellKey } from './cells.ts';

/** In order of gravity: stops a submission, asks for a written reason, cannot be judged, a hint, fulfilled. */
export const standings = ['blocks', 'reason', 'unknown', 'hint', 'pass'] as const;
export type Standing = (typeof standings)[number];

export interface Mark {
  readonly standing: Standing;
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

/** Marks by cell key; a row's own mark stands under the key without a field. Fulfilled findings leave no mark. */
export function marksOf(findings: readonly Finding[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const standing = standingOf(finding);
    if (standing === 'pass') continue;
    for (const key of new Set([finding.where, ...finding.cells].map(placeKey))) {
      const before = marks.get(key);
      marks.set(key, {
        standing: before ? graver(before.standing, standing) : standing,
        findings: [...(before?.findings ?? []), finding],
      });
    }
  }
  return marks;
}

export function placeKey(place: Place): string {
  return cellKey(place);
}

function graver(one: Standing, other: Standing): Standing {
  return standings.indexOf(one) <= standings.indexOf(other) ? one : other;
}

/** All sentences of a mark, one a line, for the title of its cell. */
export function markTitle(mark: Mark, say: (text: Bilingual) => string): string {
  return mark.findings.map((finding) => say(finding.message)).join('\n');
}
