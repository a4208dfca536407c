// Units that figures can be brought in for: bodies of the register by id or name, places by code or name; for a period they existed in.
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Bilingual, type Period, periodEnd, periodName, periodStart } from '@zhenghe/engine/kernel';
import type { FiguresKnown } from '@zhenghe/exchange/statistics';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { type ZoneThroughTime, zonesThroughTime } from '../zones/index.ts';
import { province } from './units.ts';

export interface ImportUnits {
  readonly unit: FiguresKnown['unit'];
  /** Place of the unit at the end of the period. */
  readonly placeOf: (unit: string, period: Period) => string | null;
}

export async function importUnits(db: Database, dataset: Dataset): Promise<ImportUnits> {
  const zones = await zonesThroughTime(db, dataset);
  const places = [...(await listJurisdictions(db)).map(({ code, name }) => ({ id: code, name })), { id: '330000', name: province.zh }];
  const placeBy = new Map(places.flatMap((place) => [[place.id, place] as const, [place.name, place] as const]));
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const named = new Map<string, ZoneThroughTime[]>();
  for (const zone of zones)
    for (const name of new Set(zone.spans.map((span) => span.name))) named.set(name, [...(named.get(name) ?? []), zone]);
  return {
    unit: (text, period) => {
      const place = placeBy.get(text);
      if (place) return place;
      const own = byId.get(text);
      const found = own ? [own] : (named.get(text) ?? []).filter((zone) => spanIn(zone, period));
      const all = own ? [own] : (named.get(text) ?? []);
      if (found.length > 1) return severalNamed(text, found);
      const zone = found[0] ?? all[0];
      if (!zone) return unknown(text);
      const span = spanIn(zone, period);
      return span ? { id: zone.id, name: span.name } : outside(zone, period);
    },
    placeOf: (unit, period) => {
      if (placeBy.has(unit)) return unit;
      const zone = byId.get(unit);
      return zone ? (spanIn(zone, period)?.place ?? null) : null;
    },
  };
}

/** The last span that touches the period. */
function spanIn({ spans }: ZoneThroughTime, period: Period) {
  const [first, last] = [periodStart(period), periodEnd(period)];
  return spans.findLast(({ from, to }) => from <= last && (to === null || to > first));
}

function outside({ spans }: ZoneThroughTime, period: Period): Bilingual {
  const [first, last] = [spans[0], spans.at(-1)];
  const name = last?.name ?? '';
  const { zh, en } = periodName(period);
  if (last?.to && last.to <= periodStart(period)) {
    return {
      zh: `「${name}」已于 ${last.to} 撤销或并入其他开发区，没有${zh}的数。`,
      en: `"${name}" ended on ${last.to}; it has no figures for ${en}.`,
    };
  }
  return {
    zh: `「${name}」自 ${first?.from ?? ''} 起才有，没有${zh}的数。`,
    en: `"${name}" exists from ${first?.from ?? ''}; it has no figures for ${en}.`,
  };
}

const unknown = (text: string): Bilingual => ({ zh: `名录中没有「${text}」。`, en: `The register has no unit "${text}".` });
const severalNamed = (text: string, found: readonly ZoneThroughTime[]): Bilingual => {
  const ids = found.map(({ id }) => id);
  return {
    zh: `有多个单位叫「${text}」：${ids.join('、')}，请写编号。`,
    en: `Several units are called "${text}": ${ids.join(', ')}. Write the id.`,
  };
};
