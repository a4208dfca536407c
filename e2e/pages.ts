// Every page there is, with a path that shows it full. The journeys, axe and the screenshot tour all walk this list.

export interface PageEntry {
  readonly name: string;
  readonly path: string;
  /** The role card that opens it; the county clerk unless said. */
  readonly card?: string;
}

export const pages: readonly PageEntry[] = [
  { name: 'overview', path: '/' },
  { name: 'overview-province', path: '/', card: 'province' },
  { name: 'roles', path: '/roles' },
  { name: 'zones', path: '/zones' },
  { name: 'zones-real', path: '/zones?data=real&on=2026-11-22' },
  { name: 'zones-map', path: '/zones?view=map' },
  { name: 'zone', path: '/zones/pingyang' },
  { name: 'rounds', path: '/zones/history' },
  { name: 'policy', path: '/policy' },
  { name: 'clauses', path: '/policy/clauses' },
  { name: 'clause', path: `/policy/clauses/zj-2020-guidance/${encodeURIComponent('S2-(十三)')}` },
  { name: 'conflicts', path: '/policy/conflicts' },
  { name: 'targets', path: '/policy/targets' },
  { name: 'plans', path: '/plans' },
  { name: 'work', path: '/work' },
  { name: 'work-province', path: '/work', card: 'province' },
  { name: 'work-department', path: '/work', card: 'land' },
  { name: 'plan', path: '/plans/training-330726' },
  { name: 'plan-documents', path: '/plans/training-330726?tab=documents' },
  { name: 'verify', path: '/verify', card: 'public' },
  { name: 'plan-import', path: '/plans/training-330726/import' },
  { name: 'plan-compare', path: '/plans/training-330726/compare' },
  { name: 'audit', path: '/audit', card: 'audit' },
];
