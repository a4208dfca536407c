// The source card of one figure: what it means, who approved it and when, each version of it, what went into a derived one, the acts it
// was carried through, and when the next one is due.
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { explorer as contract } from '@zhenghe/contract/explorer';
import {
  type Explorer,
  everyUnit,
  factsOn,
  type MapView,
  type PackedCell,
  pivot,
  placeOf,
  planFor,
  tierOf,
  trailOf,
  unitFigure,
} from '@zhenghe/engine/explorer';
import { calibreAt, derivedText, type Indicator, writtenOut } from '@zhenghe/engine/indicators';
import { isMissing, partsOf, periodStart } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { nextDue, type QualityNote, qualityOf } from '../statistics/index.ts';
import { type FigureVersion, listVersions } from './card-queries.ts';
import { cubeOf, type Held, wholeOf } from './holding.ts';
import { namesOn } from './names.ts';
import * as refuse from './refusals.ts';
import { mayAsk, seenBy } from './sight.ts';

type Input = Omit<InferContractRouterInputs<typeof contract>['card'], 'map'> & { readonly map: MapView };
type Card = InferContractRouterOutputs<typeof contract>['card'];

export async function cardOf({ db, rulebook, caller }: Pick<Context, 'db' | 'rulebook' | 'caller'>, input: Input): Promise<Card> {
  const held = await cubeOf(db, rulebook, input);
  const { explorer, register } = held;
  const indicator = explorer.library.get(input.indicator);
  if (!indicator) throw refuse.noIndicator(input.indicator);
  if (!explorer.cube.indexOf.has(input.unit)) throw refuse.noUnit(input.unit);
  const seen = await seenBy(db, caller, { explorer, dataset: input.dataset });
  const own = seen.units.has(input.unit);
  if (!own && indicator.publication !== 'public') throw mayAsk(seen, indicator) ? refuse.notYours() : refuse.notPublic();
  const naming = await namesOn(db, register, input.on);
  const next = await nextDue(db, rulebook, { ...input, indicators: filedOf(explorer, indicator), place: tierOf(input.unit) });
  const asked = { ...input, indicator };
  const versions = await versionsOf(db, held, asked);
  return {
    ...figurePart(explorer, asked),
    indicator: shownIndicator(indicator),
    unit: { id: input.unit, name: naming('unit', input.unit).name },
    period: input.period,
    // What the filer said, and the filing itself, are for those who answer for the unit.
    versions: versions.map((version) => shownVersion(version, own)),
    carried: carriedActs(held, asked),
    quality: input.dataset === 'real' ? qualityOf(input).map(shownQuality) : [],
    nextUpdate: next,
    clause: indicator.clause,
  };
}

interface Asked extends Omit<Input, 'indicator'> {
  readonly indicator: Indicator;
}

function filedOf(explorer: Explorer, { code }: Indicator): readonly string[] {
  return planFor(explorer, code).parts.map((part) => part.code);
}

function shownIndicator({ code, name, meaning, unit, owner, source, publication }: Indicator): Card['indicator'] {
  return { code, name, meaning, unit, owner, source, publication };
}

function shownQuality({ readings, ...about }: QualityNote): Card['quality'][number] {
  return { ...about, readings: [...readings] };
}

function shownVersion(
  { value, missing, source, approvedBy, on, reason, explanation, filing }: FigureVersion,
  own: boolean,
): Card['versions'][number] {
  return { value, missing, source, approvedBy, on, reason, explanation: own ? explanation : null, filing: own ? filing : null };
}

/** Of a filed figure, and of those of months and of former zones that it is made of; a derived one shows its parts. */
async function versionsOf(db: Database, { explorer }: Held, { indicator, ...asked }: Asked): Promise<readonly FigureVersion[]> {
  if (indicator.formula !== null) return [];
  const codes = explorer.library.all.filter(({ code }) => explorer.library.get(code)?.code === indicator.code).map(({ code }) => code);
  const { units, periods } = trailFor(explorer, { ...asked, indicator });
  return listVersions(wholeOf(db), { dataset: asked.dataset, units, periods, indicators: codes });
}

function trailFor(explorer: Explorer, { indicator, unit, period, map, on }: Asked) {
  return trailOf(explorer, { code: indicator.code, unit, period, today: map === 'today' ? on : null });
}

function figurePart(explorer: Explorer, asked: Asked): Pick<Card, 'value' | 'missing' | 'calibre' | 'bridge' | 'derived'> {
  const [value, , , , missing = null] = cellFor(explorer, asked, asked.indicator.code);
  return { value, missing, ...calibrePart(explorer, asked), derived: derivedPart(explorer, asked) };
}

function cellFor(explorer: Explorer, { unit, period, map, on }: Asked, code: string): PackedCell {
  const { rows } = pivot(explorer, {
    ask: {
      ...{ indicators: [code], grain: partsOf(period).grain, from: period, to: period },
      ...{ rows: 'unit' as const, map, growth: 'none' as const, subtotals: false },
    },
    filter: { ...everyUnit, units: new Set([unit]) },
    sight: { units: null },
    on,
  });
  return rows.find(({ key }) => key === unit)?.cells[0] ?? [null, 0, 0, 0];
}

function derivedPart(explorer: Explorer, asked: Asked): Card['derived'] {
  const { code, formula } = asked.indicator;
  if (formula === null) return null;
  const parts = planFor(explorer, code).parts.flatMap((part) => {
    const indicator = explorer.library.get(part.code);
    if (!indicator) return [];
    const [value, , , , missing = null] = cellFor(explorer, asked, part.code);
    return [{ ...{ code: part.code, name: indicator.name, unit: indicator.unit }, value, missing }];
  });
  return { formula: writtenOut(code, explorer.library) ?? formula, parts };
}

/** The calibre in force, and the same period under another where it was filed so. */
function calibrePart(explorer: Explorer, { indicator, unit, period }: Asked): Pick<Card, 'calibre' | 'bridge'> {
  const calibre = calibreAt(indicator, periodStart, period);
  const place = placeOf(period);
  if (!place) return { calibre: null, bridge: null };
  const others = indicator.calibres.filter(({ id }) => id !== calibre?.id);
  const bridge = others.flatMap(({ id, title }) => {
    const value = unitFigure(explorer, indicator.code, { ...place, unit, calibre: id });
    return value === null || isMissing(value) ? [] : [{ calibre: id, title, value: derivedText(value) }];
  });
  return { calibre: calibre && { id: calibre.id, title: calibre.title, clause: calibre.clause }, bridge: bridge[0] ?? null };
}

const rules = {
  merge: { zh: '合并相加', en: 'added up in the merger' },
  split: { zh: '按分摊比例', en: 'by its share in the split' },
  'split-off': { zh: '按划出比例', en: 'by its share in what was split off' },
  dissolve: { zh: '随撤销移交', en: 'handed over when it was dissolved' },
  convert: { zh: '随转型延续', en: 'carried on through the conversion' },
  upgrade: { zh: '随升级延续', en: 'carried on through the upgrade' },
  rename: { zh: '随更名延续', en: 'carried on through the change of name' },
  found: { zh: '设立', en: 'founded' },
} as const;

function carriedActs({ explorer, register }: Held, asked: Asked): Card['carried'] {
  const acts = new Map(register.acts.map((act) => [act.id, act]));
  return trailFor(explorer, asked).acts.flatMap(({ act: id, from }) => {
    const act = acts.get(id);
    if (!act) return [];
    const span = factsOn(register.units.get(from), from, act.on);
    const name = register.zones.get(from)?.spans.findLast((one) => one.from < act.on)?.name ?? from;
    return span ? [{ act: id, on: act.on, paper: act.paper, from: name, rule: rules[act.kind] }] : [];
  });
}
