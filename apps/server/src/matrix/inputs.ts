// For each procedure of the contract: a valid question about a target, and what decides whether the answer may be had. A procedure
// that is missing here does not compile.
import type { InferContractRouterInputs } from '@orpc/contract';
import type { Contract } from '@zhenghe/contract';

/**
 * - scope: the table gives the role a reach, and the target lies within it or not;
 * - listed: the table lists the role, and there is no place to ask about;
 * - readers, answerers: listed, and the role reads (answers for) the target's place;
 * - party: listed, and its unit has a part in the target's case;
 * - importers: listed, and the target's place is the role's own;
 * - whole: listed, and of the province itself: a part of the log proves nothing;
 * - door: listed roles pass the door; what stands behind it is one's own account or a record that the noun's own tests make.
 */
export type Decides = 'scope' | 'listed' | 'readers' | 'answerers' | 'party' | 'importers' | 'whole' | 'door';

/** What stands at one place. */
export interface Target {
  readonly place: string;
  /** A draft, imported from a file. */
  readonly plan: string;
  readonly content: Inputs['plans']['save']['plan'];
  /** A draft under public consultation, with one comment. */
  readonly round: string;
  readonly comment: string;
  readonly receipt: string;
  /** A paper of the draft, made. */
  readonly paper: string;
  readonly code: string;
}

type Inputs = InferContractRouterInputs<Contract>;
type Table = { readonly [N in keyof Inputs]: { readonly [P in keyof Inputs[N]]: readonly [Decides, (at: Target) => Inputs[N][P]] } };

export const on = '2021-06-10';
export const somebody = 'somebody-else';
const dataset = 'training';
const nothing = () => undefined;
const unknown = '00000000-0000-4000-8000-000000000000';
const byId = () => ({ id: unknown });
const everything = () => ({ dataset, asOf: on }) as const;
const jsonOf = (at: Target) => new File([JSON.stringify(at.content)], 'plan.json', { type: 'application/json' });
const weights: Inputs['planner']['save']['settings'] = {
  ...{ touchKm: '4', zoneCost: '1', distanceCost: '0', pieceCost: '0', maxDetachedPieces: 3, industryCost: '0', abolishOutput: '0' },
  ...{ abolishStaff: '0', convertShare: '0', trimCost: '0', protectedShare: null, zonesCap: 1, staffShare: null, platforms: null },
  missing: 'leave-out',
};
const monthly = 'zone-monthly';
const filing = `training.${monthly}.nobody.2021-05`;
const aPivot = { indicators: 'fdi', grain: 'year', from: '2019', to: '2020', types: '', units: '' } as const;
const newPerson = (login: string) => ({ login, name: '某人', password: 'Tall-Bamboo-27' });

const said = { zh: '某项', en: 'something' };
const newIndicator: Extract<Inputs['definitions']['propose']['definition'], { kind: 'indicator' }>['body'] = {
  ...{ code: 'matrix_example', name: { zh: '矩阵示例数', en: 'Matrix example' }, aliases: [], meaning: said, group: 'other', unit: '家' },
  ...{ decimals: 0, direction: 'none', formula: null, numerator: null, denominator: null, accrual: 'stock', gathering: 'sum' },
  ...{ weight: null, source: said, owner: said, frequency: 'year', warning: null, good: null, least: null, most: null },
  ...{ publication: 'units', starred: false, clause: null, note: null, mergedInto: null, retired: false },
  calibres: [{ id: 'first', from: null, title: said, note: null, clause: null, comparable: true }],
};

export const inputs: Table = {
  accounts: {
    session: ['listed', nothing],
    // Production has no cards to choose from, and its setup is done.
    roleCards: ['door', nothing],
    chooseRole: ['door', () => ({ card: 'province' })],
    setup: ['door', () => ({ token: 'x', security: newPerson('first'), system: newPerson('second') })],
    signIn: ['door', () => ({ login: 'nobody', password: 'Tall-Bamboo-27' })],
    signOut: ['door', nothing],
    chooseOffice: ['door', byId],
    changePassword: ['door', () => ({ current: 'Tall-Bamboo-27', next: 'Quiet-River-58' })],
    startFactor: ['door', nothing],
    confirmFactor: ['door', () => ({ code: '000000' })],
    proveAgain: ['door', () => ({ password: 'Tall-Bamboo-27', code: '000000' })],
    beginOidc: ['door', () => ({ purpose: 'sign-in', back: '/' })],
    finishOidc: ['door', () => ({ code: '000000' })],
    identities: ['door', nothing],
    unlinkIdentity: ['door', byId],
    inviteIdentity: ['door', () => ({ id: somebody })],
    sessions: ['door', nothing],
    endSession: ['door', byId],
    units: ['listed', () => ({ on })],
    unitFunctions: ['listed', nothing],
    addUnit: ['listed', () => ({ kind: 'firm', name: '某企业', parent: 'gov-330726', from: on })],
    endUnit: ['door', () => ({ ...byId(), on })],
    people: ['listed', nothing],
    addPerson: ['listed', () => ({ login: 'somebody-new', name: '某人' })],
    resetPerson: ['listed', () => ({ id: somebody })],
    endPerson: ['listed', () => ({ id: somebody })],
    offices: ['listed', nothing],
    proposeOffice: ['listed', () => ({ personId: somebody, unitId: 'gov-330726', role: 'county', from: on })],
    decideOffice: ['door', () => ({ ...byId(), grant: true })],
    endOffice: ['door', byId],
    viewAs: ['door', () => ({ office: null })],
    dataClasses: ['listed', nothing],
    rights: ['listed', nothing],
    settings: ['listed', nothing],
    saveSettings: ['listed', () => ({ passwordProfile: 'asvs', idleMinutes: 30, absoluteHours: 8 })],
  },
  territory: { list: ['listed', nothing] },
  policy: {
    packs: ['listed', nothing],
    clauses: ['listed', () => ({})],
    clause: ['listed', () => ({ pack: 'zj-2020-guidance', code: 'S2-(十三)' })],
    parameters: ['listed', nothing],
    conflicts: ['listed', nothing],
    targets: ['listed', nothing],
    facts: ['listed', () => ({})],
    inForce: ['listed', (at) => ({ on, jurisdiction: at.place })],
  },
  zones: {
    list: ['listed', everything],
    export: ['listed', everything],
    points: ['listed', everything],
    meter: ['listed', everything],
    get: ['listed', () => ({ id: 'zj-067', asOf: '2026-11-22' })],
    lineage: ['listed', () => ({ id: 'zj-067', asOf: '2026-11-22' })],
  },
  boundaries: {
    upload: [
      'answerers',
      (at) => ({ target: { kind: 'layer', layer: 'farmland', jurisdiction: at.place }, dataset, file: jsonOf(at), on }),
    ],
    reading: ['door', byId],
    confirm: ['door', () => ({ ...byId(), crs: { kind: 'geographic', datum: 'cgcs2000', order: 'lon-lat' }, mapping: {}, on })],
    cancel: ['door', byId],
    draft: ['door', () => ({ ...byId(), on })],
    beginDraft: ['answerers', (at) => ({ target: { kind: 'layer', layer: 'farmland', jurisdiction: at.place }, dataset, on })],
    redraw: ['door', () => ({ ...byId(), basedOn: 1, features: [], on })],
    keep: ['door', () => ({ ...byId(), revision: 1, on })],
    ofPlan: ['readers', (at) => ({ plan: at.plan, on })],
    layers: ['listed', () => ({ dataset, on })],
    layer: ['door', byId],
    parcels: ['listed', () => ({ dataset, on })],
    townships: ['listed', (at) => ({ dataset, on, jurisdiction: at.place })],
    export: ['door', (at) => ({ plan: at.plan, format: 'geojson', system: 'cgcs2000', on })],
  },
  approvals: {
    get: ['readers', (at) => ({ noun: 'plans', id: at.plan, on })],
    act: ['party', (at) => ({ noun: 'plans', id: at.plan, kind: 'submit', version: 1, seen: 0, on })],
    work: ['listed', () => ({ dataset, on })],
  },
  consultation: {
    list: ['listed', () => ({ dataset, on })],
    // A public round is everybody's.
    get: ['listed', (at) => ({ round: at.round, on })],
    offer: ['scope', (at) => ({ noun: 'plans', id: at.plan, on })],
    begin: [
      'scope',
      (at) => ({ noun: 'plans', id: at.plan, kind: 'public', version: 1, closesOn: '2021-06-22', touchesBusiness: false, on }),
    ],
    end: ['scope', (at) => ({ round: at.round, reason: '另有新稿', on })],
    comment: ['listed', (at) => ({ round: at.round, aim: { place: null, clause: null }, text: '意见', key: crypto.randomUUID(), on })],
    receipt: ['listed', (at) => ({ receipt: at.receipt, on })],
    answer: ['scope', (at) => ({ round: at.round, comment: at.comment, outcome: 'adopted', reason: '采纳', on })],
    withhold: ['scope', (at) => ({ round: at.round, comment: at.comment, reason: '含个人信息', on })],
    publish: ['scope', (at) => ({ round: at.round, on })],
  },
  plans: {
    list: ['listed', everything],
    get: ['readers', (at) => ({ id: at.plan, on })],
    check: ['listed', (at) => ({ plan: at.content, on, dataset })],
    template: ['readers', (at) => ({ id: at.plan })],
    source: ['answerers', (at) => ({ id: at.plan, version: 1 })],
    read: ['listed', (at) => ({ file: jsonOf(at) })],
    create: ['scope', (at) => ({ jurisdiction: at.place, dataset: 'real', on })],
    save: ['scope', (at) => ({ id: at.plan, basedOn: 1, plan: { ...at.content, title: '改' }, on })],
    submit: ['scope', (at) => ({ id: at.plan, version: 1, on })],
    withdraw: ['scope', (at) => ({ id: at.plan, on })],
  },
  planner: {
    defaults: ['listed', (at) => ({ scope: at.place, on })],
    scenarios: ['listed', () => ({ dataset })],
    scenario: ['door', byId],
    create: ['scope', (at) => ({ name: '情景', dataset: 'real', scope: at.place, day: '2026-11-22' })],
    save: ['door', () => ({ ...byId(), basedOn: 1, name: '情景', settings: weights, locks: [], decisions: [] })],
    close: ['door', () => ({ ...byId(), reason: '不再比较' })],
    run: ['door', () => ({ ...byId(), version: 1, kind: 'solve' })],
    running: ['door', byId],
    stop: ['door', byId],
    frontierPlan: ['door', () => ({ ...byId(), zones: 1, detachedPieces: 0 })],
    adopt: ['door', (at) => ({ ...byId(), version: 1, jurisdictions: [at.place], reason: '采用', on })],
    report: ['door', () => ({ ...byId(), version: 1, format: 'docx' })],
    instance: ['door', byId],
  },
  explorer: {
    choices: ['listed', () => ({ dataset, on })],
    // A public indicator; what others may not ask is seen in the noun's own tests.
    pivot: ['listed', () => ({ dataset, on, ...aPivot })],
    card: ['door', () => ({ dataset, on, indicator: 'fdi', unit: '330000', period: '2020' })],
    export: ['listed', () => ({ dataset, on, ...aPivot, format: 'json' })],
    tags: ['listed', () => ({ dataset, on })],
    tag: ['door', () => ({ dataset, on, code: 'nothing-here' })],
    tryTag: ['listed', () => ({ dataset, on, rule: 'fdi > 0', grain: 'year' })],
  },
  documents: {
    list: ['readers', (at) => ({ plan: at.plan, on })],
    make: ['scope', (at) => ({ plan: at.plan, kind: 'findings', on })],
    cancel: ['scope', (at) => ({ id: at.paper })],
    file: ['scope', (at) => ({ id: at.paper })],
    // Whoever holds the printed page.
    verify: ['listed', (at) => ({ code: at.code })],
  },
  definitions: {
    list: ['listed', () => ({ dataset })],
    get: ['door', byId],
    check: ['listed', () => ({ dataset, from: on, definition: { kind: 'indicator', body: newIndicator } })],
    // Indicators are of the whole province.
    propose: ['whole', () => ({ dataset, from: on, definition: { kind: 'indicator', body: newIndicator }, reason: '新设', on })],
    decide: ['door', () => ({ ...byId(), decision: 'refuse', reason: '重复', on })],
    withdraw: ['door', () => ({ ...byId(), on })],
  },
  indicators: {
    library: ['listed', () => ({ dataset, on })],
    get: ['door', () => ({ code: newIndicator.code, dataset, on })],
    formula: ['listed', () => ({ dataset, on, code: null, formula: '1 + 1', unit: null })],
    merging: ['door', () => ({ code: newIndicator.code, into: 'tax_revenue', dataset, on })],
    bundle: ['listed', () => ({ dataset, on })],
    readBundle: ['whole', () => ({ dataset, on, from: on, file: new File(['{}'], 'bundle.json') })],
  },
  imports: {
    kinds: ['listed', () => ({ dataset })],
    template: ['importers', (at) => ({ kind: 'plans', dataset, on, target: at.plan })],
    preview: ['importers', (at) => ({ kind: 'plans', dataset, on, target: at.plan, file: jsonOf(at) })],
    commit: [
      'importers',
      (at) => ({
        kind: 'plans',
        dataset,
        on,
        target: at.plan,
        file: jsonOf(at),
        sha256: '0'.repeat(64),
        state: '',
        at: `${on} 00:00:00+00`,
      }),
    ],
    list: ['listed', () => ({ dataset })],
    get: ['door', byId],
    rows: ['door', byId],
    file: ['door', byId],
    undo: ['door', () => ({ ...byId(), reason: '重做', on })],
    cancel: ['door', byId],
    origins: ['listed', () => ({ kind: 'zones', subject: 'zj-067' })],
  },
  statistics: {
    forms: ['listed', () => ({ dataset, on })],
    form: ['listed', () => ({ code: monthly, dataset, on })],
    // There are no training zones to ask here; the province asks for all.
    openPeriod: ['whole', () => ({ dataset, form: monthly, period: '2021-05', on })],
    lockPeriod: ['door', () => ({ dataset, form: monthly, period: '2021-04', on, reason: '月报截止' })],
    board: ['listed', () => ({ dataset, on, form: monthly })],
    timeliness: ['listed', () => ({ dataset, on, form: monthly })],
    sheet: ['door', () => ({ id: filing, on })],
    saveCells: ['door', () => ({ id: filing, cells: [{ key: 'tax_revenue', value: '1', seen: 0 }], key: 'request-1', on })],
    submit: ['door', () => ({ id: filing, key: 'request-2', on })],
    // Each filing has its fate, and so has one that is not there.
    decide: ['listed', () => ({ ids: [filing], kind: 'accept', on })],
    versions: ['door', () => ({ id: filing })],
    template: ['door', () => ({ id: filing, on })],
    readFile: ['door', () => ({ id: filing, file: new File(['x'], 'sheet.xlsx'), on })],
    attach: ['door', () => ({ id: filing, key: 'tax_revenue', file: new File(['%PDF-'], 'paper.pdf'), on })],
    evidence: ['door', () => ({ id: filing, sha256: '0'.repeat(64) })],
    roster: ['listed', () => ({ dataset, on })],
    enrol: ['door', () => ({ dataset, unit: 'nobody', from: on, to: null, reason: '新设', on })],
    burden: ['listed', () => ({ dataset, on })],
  },
  targets: {
    sheet: ['listed', ({ place }) => ({ dataset, on, place })],
    compare: ['listed', () => ({ dataset, on, ids: 'zj-2020-guidance/zones' })],
  },
  cockpit: { day: ['listed', everything] },
  audit: {
    list: ['listed', () => ({})],
    get: ['listed', () => ({ id: '1' })],
    head: ['listed', nothing],
    verify: ['whole', nothing],
    export: ['whole', nothing],
  },
};
