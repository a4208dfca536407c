// How one place stands to another (GB/T 2260 codes), and which of these a right reaches. Authority is checked with it on each target.
export const relations = ['own', 'child', 'sibling', 'parent', 'foreign'] as const;
export type Relation = (typeof relations)[number];

/** own: the unit's own place only; subtree: with everything under it; all: wherever it is. */
export const scopes = ['own', 'subtree', 'all'] as const;
export type Scope = (typeof scopes)[number];

const reach: Readonly<Record<Scope, readonly Relation[]>> = { own: ['own'], subtree: ['own', 'child'], all: relations };

/** What the target is to the one who acts: a county is the child of its city and of its province, at any depth. */
export function relationOf(actor: string, target: string): Relation {
  if (actor === target) return 'own';
  if (isWithin(target, actor)) return 'child';
  if (isWithin(actor, target)) return 'parent';
  return parentOf(actor) === parentOf(target) ? 'sibling' : 'foreign';
}

export function reaches(scope: Scope, actor: string, target: string): boolean {
  return reach[scope].includes(relationOf(actor, target));
}

function isWithin(code: string, place: string): boolean {
  return code.startsWith(prefixOf(place));
}

/** How the codes of a place and of everything under it begin: '33' for 330000, '3307' for 330700, '330726' for itself. */
export function prefixOf(place: string): string {
  return place.replace(/(00){1,2}$/, '');
}

/** 330726 → 330700 → 330000 → 000000. */
function parentOf(code: string): string {
  if (code.endsWith('0000')) return '000000';
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}
