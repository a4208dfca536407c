// Every page there is, with a path that shows it full. The journeys, axe and the screenshot tour all walk this list.

export interface PageEntry {
  readonly name: string;
  readonly path: string;
  /** The role card that opens it; the county clerk unless said. */
  readonly card?: string;
  /** A state of a page that stands for pictures only; the tests see its like elsewhere. */
  readonly onlyLooked?: boolean;
}

const real = 'data=real&on=2026-11-22';
const clause = encodeURIComponent('S2-(十三)');

/** Rounds of the training province, the same on every machine: 龙泉 open, 永康 among units, 永康 with its answers out. */
const openRound = '1937b401-c538-4318-8642-67a96dd31309';
const unitsRound = '4603164a-b100-4891-8d29-6fce00bda00e';
const answeredRound = '42c3a3f3-04fd-4b80-8508-c5c09d02975e';

/** Scenarios that come with the training province: the whole of it, and 金华 with a few locks. */
const provinceScenario = '33000000-0000-4000-8000-000000000001';
const cityScenario = '33070000-0000-4000-8000-000000000001';

export const pages: readonly PageEntry[] = [
  { name: 'overview', path: '/' },
  { name: 'overview-province', path: '/', card: 'province' },
  { name: 'overview-city', path: '/', card: 'city', onlyLooked: true },
  { name: 'overview-zone', path: '/', card: 'zone', onlyLooked: true },
  { name: 'overview-public', path: '/', card: 'public', onlyLooked: true },
  { name: 'overview-real', path: `/?${real}`, card: 'province' },
  { name: 'roles', path: '/roles' },
  { name: 'zones', path: '/zones' },
  { name: 'zones-real', path: `/zones?${real}`, onlyLooked: true },
  { name: 'zones-map', path: '/zones?view=map' },
  { name: 'zones-none', path: '/zones?q=nosuchzone', onlyLooked: true },
  { name: 'zone', path: '/zones/xl-330100-01' },
  { name: 'zone-ended', path: '/zones/xl-330100-05', onlyLooked: true },
  { name: 'zone-real', path: `/zones/zj-067?${real}` },
  { name: 'zone-unknown', path: '/zones/nosuchzone', onlyLooked: true },
  { name: 'rounds', path: '/zones/history' },
  { name: 'policy', path: '/policy' },
  { name: 'clauses', path: '/policy/clauses' },
  { name: 'clauses-none', path: '/policy/clauses?q=nosuchclause', onlyLooked: true },
  { name: 'clause', path: `/policy/clauses/zj-2020-guidance/${clause}` },
  { name: 'conflicts', path: '/policy/conflicts' },
  { name: 'targets', path: '/policy/targets' },
  { name: 'plans', path: '/plans' },
  { name: 'work', path: '/work' },
  { name: 'work-province', path: '/work', card: 'province' },
  { name: 'work-department', path: '/work', card: 'land' },
  { name: 'plan', path: '/plans/training-330726' },
  { name: 'plan-approved', path: '/plans/training-330105', card: 'province' },
  { name: 'plan-elsewhere', path: '/plans/training-330105', onlyLooked: true },
  { name: 'plan-unpublished', path: '/plans/training-330182', onlyLooked: true },
  { name: 'plans-public', path: '/plans', card: 'public', onlyLooked: true },
  { name: 'plan-real', path: `/plans/real-pujiang-2021?${real}`, onlyLooked: true },
  { name: 'plan-documents', path: '/plans/training-330726?tab=documents' },
  { name: 'verify', path: '/verify', card: 'public' },
  { name: 'indicators', path: '/indicators' },
  { name: 'indicators-none', path: '/indicators?q=nosuchindicator', onlyLooked: true },
  { name: 'indicators-panel', path: '/indicators?open=tax_per_mu', card: 'province' },
  { name: 'indicator', path: '/indicators/tax_per_mu', card: 'province' },
  { name: 'indicator-unknown', path: '/indicators/no_such_indicator', onlyLooked: true },
  { name: 'indicator-new', path: '/indicators/new', card: 'province' },
  { name: 'indicator-change', path: '/indicators/tax_per_mu/change', card: 'province' },
  { name: 'indicator-drafts', path: '/indicators/proposals', card: 'province' },
  { name: 'indicator-bundle', path: '/indicators/bundle', card: 'province' },
  { name: 'boundary-drawing', path: '/plans/training-330182/boundaries/draw', card: 'county-land' },
  { name: 'plan-import', path: '/plans/training-330726/import' },
  { name: 'imports', path: '/imports', card: 'province' },
  { name: 'imports-county', path: '/imports', onlyLooked: true },
  { name: 'import-zones', path: '/imports/new/zones', card: 'province' },
  { name: 'plan-compare', path: '/plans/training-330726/compare' },
  { name: 'consultation', path: '/consultation', card: 'public' },
  { name: 'consultation-units', path: '/consultation', card: 'province' },
  { name: 'consultation-round', path: `/consultation/${openRound}`, card: 'public' },
  { name: 'consultation-asked', path: `/consultation/${unitsRound}`, card: 'land' },
  { name: 'consultation-heard', path: `/consultation/${unitsRound}`, card: 'province' },
  { name: 'consultation-answers', path: `/consultation/${answeredRound}/answers`, card: 'public' },
  { name: 'receipt', path: '/consultation/receipt', card: 'public' },
  { name: 'plan-boundaries-none', path: '/plans/training-330726?tab=boundaries' },
  { name: 'plan-boundaries', path: '/plans/training-330182?tab=boundaries', card: 'county-land' },
  { name: 'plan-boundaries-compare', path: '/plans/training-330182/compare?from=1&to=2', card: 'county-land', onlyLooked: true },
  { name: 'boundaries', path: '/boundaries', card: 'county-land' },
  { name: 'boundaries-upload', path: '/plans/training-330182/boundaries/upload', card: 'county-land' },
  { name: 'boundaries-draw', path: '/boundaries/layers/draw?layer=farmland', card: 'county-land', onlyLooked: true },
  { name: 'boundaries-hosting', path: '/boundaries/hosting', card: 'county-land' },
  { name: 'boundaries-parcels', path: '/boundaries/parcels', card: 'county-land' },
  { name: 'boundaries-public', path: '/boundaries', card: 'public', onlyLooked: true },
  { name: 'planner', path: '/planner', card: 'province' },
  { name: 'planner-county', path: '/planner', onlyLooked: true },
  { name: 'board', path: `/planner/${provinceScenario}`, card: 'province' },
  { name: 'board-county', path: `/planner/${cityScenario}?at=330726`, card: 'city' },
  { name: 'board-park', path: `/planner/${cityScenario}?at=330726&park=xl-330726-01`, card: 'city' },
  { name: 'board-read', path: `/planner/${cityScenario}`, card: 'province', onlyLooked: true },
  { name: 'board-settings', path: `/planner/${cityScenario}?tab=settings`, card: 'city' },
  { name: 'board-data', path: `/planner/${cityScenario}?tab=data`, card: 'city' },
  { name: 'frontier', path: `/planner/${provinceScenario}/frontier`, card: 'province' },
  { name: 'compare', path: `/planner/compare?a=${provinceScenario}&b=${cityScenario}`, card: 'province' },
  { name: 'compare-none', path: '/planner/compare', card: 'province', onlyLooked: true },
  { name: 'explorer', path: '/explorer?i=tax_per_mu.tax_revenue.rd_intensity&rows=county&grain=year', card: 'province' },
  { name: 'explorer-start', path: '/explorer', onlyLooked: true },
  { name: 'explorer-units', path: '/explorer?i=tax_per_mu.tax_revenue&rows=unit&grain=year&map=today&growth=year', card: 'city' },
  { name: 'explorer-source', path: '/explorer?i=tax_per_mu&rows=unit&grain=year&at=xl-330726-01.tax_per_mu.2020' },
  { name: 'explorer-chart', path: '/explorer?i=tax_per_mu.tax_revenue&grain=year&show=chart', card: 'province' },
  { name: 'explorer-map', path: '/explorer?i=tax_per_mu&rows=county&grain=year&show=map', card: 'province' },
  { name: 'explorer-points', path: '/explorer?i=tax_revenue&rows=unit&grain=year&show=map', card: 'province', onlyLooked: true },
  { name: 'explorer-public', path: '/explorer?i=tax_per_mu&grain=year', card: 'public', onlyLooked: true },
  { name: 'target-sheet', path: '/targets' },
  {
    name: 'target-refused',
    path: `/targets?${real}&compare=zj-2020-guidance/trade-share,zj-2022-commerce/goods-trade-share`,
    card: 'province',
  },
  { name: 'tags', path: '/tags', card: 'province' },
  { name: 'tag', path: '/tags/tax-per-mu-met', card: 'province' },
  { name: 'tag-new', path: '/tags/new', card: 'province' },
  { name: 'audit', path: '/audit', card: 'audit' },
  { name: 'data-classes', path: '/data-classes', card: 'audit' },
  { name: 'data-classes-clerk', path: '/data-classes?level=L3', onlyLooked: true },
  { name: 'rights', path: '/rights', card: 'audit' },
  { name: 'rights-county', path: '/rights?role=county', card: 'audit', onlyLooked: true },
  { name: 'not-found', path: '/nothing-here' },
];
