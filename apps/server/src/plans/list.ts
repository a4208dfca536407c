// Lines of the plan list: who holds a plan, since when, and how late it is against the provincial date (S2-(十四)).
import type { Dataset } from '@zhenghe/contract/kernel';
import type { PlanRow } from '@zhenghe/contract/plans';
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { prefixOf } from '@zhenghe/engine/accounts';
import { type Bilingual, type Day, daysBetween, notGiven } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import { provincialPlanDates } from '../policy/index.ts';
import { listJurisdictions } from '../territory/index.ts';
import { listPlans, type PlanLine } from './queries.ts';

export interface PlansAsked {
  readonly dataset: Dataset;
  readonly asOf: Day;
  /** A city takes in its counties; the province takes in all. */
  readonly jurisdiction?: string | undefined;
  readonly state?: PlanRow['state'] | undefined;
}

/** By jurisdiction, then by code. */
export async function planRows({ db, rulebook }: Pick<Context, 'db' | 'rulebook'>, asked: PlansAsked): Promise<PlanRow[]> {
  const lines = await listPlans(db, asked.dataset, asked.asOf, prefixOf(asked.jurisdiction ?? '330000'));
  const places = new Map((await listJurisdictions(db)).map((place) => [place.code, place]));
  const dueOf = provincialPlanDates(rulebook, asked.asOf);
  return lines
    .filter((line) => asked.state === undefined || line.standing.state === asked.state)
    .map((line) => planRow(line, places, { asOf: asked.asOf, due: dueOf(line.jurisdiction) }));
}

type Places = ReadonlyMap<string, Pick<Jurisdiction, 'name' | 'nameEn'>>;

export function planRow(line: PlanLine, places: Places, at: { readonly asOf: Day; readonly due: Day | null }): PlanRow {
  const { standing, areaBefore, areaAfter, ...kept } = line;
  const { id, code, title, jurisdiction, zones, parks, blocking, unknown } = kept;
  return {
    ...{ id, code, title, jurisdiction, zones, parks, blocking, unknown },
    jurisdictionName: nameOf(places, jurisdiction).zh,
    city: nameOf(places, cityOf(jurisdiction)).zh,
    state: standing.state,
    version: standing.version,
    holder: standing.holder ?? nameOf(places, jurisdiction),
    since: standing.since,
    due: at.due,
    lateDays: lateDays(line, at),
    areaBefore: areaBefore ?? notGiven,
    areaAfter: areaAfter ?? notGiven,
  };
}

function cityOf(code: string): string {
  return `${code.slice(0, 4)}00`;
}

function nameOf(places: Places, code: string): Bilingual {
  const place = places.get(code);
  if (place) return { zh: place.name, en: place.nameEn };
  return code === '330000' ? { zh: '浙江省', en: 'Zhejiang Province' } : { zh: code, en: code };
}

/** Late is a plan not handed in when its date has passed; told to those who may know where it stands. A real document tells its text, not whether it was handed in: never called late. */
function lateDays({ dataset, standing }: PlanLine, { asOf, due }: { readonly asOf: Day; readonly due: Day | null }): number | null {
  if (dataset === 'real' || standing.holder === null || due === null || standing.state !== 'draft' || asOf <= due) return null;
  return daysBetween(due, asOf);
}
