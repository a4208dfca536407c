// The zone that stands before an easting, told by the figures: files that mix zones are refused, as no system fits both.
import type { RawFeature, RawPosition } from '@zhenghe/engine/boundaries';
import type { Gathering } from './gathering.ts';

const million = 1_000_000;

/** 40 for 40 512 345; null for a figure that carries none. Zones of China: 13–23 of 6°, 24–45 of 3°. */
export function zoneBefore(figure: number): number | null {
  const zone = Math.floor(figure / million);
  return zone >= 13 && zone <= 45 ? zone : null;
}

export function zoneOf(position: RawPosition): number | null {
  return zoneBefore(position[0]) ?? zoneBefore(position[1]);
}

/** Every zone among the features' figures with the feature it first stands in. 0: figures without a zone. */
export function zonesOf(features: readonly RawFeature[]): ReadonlyMap<number, number> {
  const zones = new Map<number, number>();
  for (const feature of features) {
    for (const ring of feature.rings) {
      for (const position of ring.positions) {
        const zone = zoneOf(position) ?? 0;
        if (!zones.has(zone)) zones.set(zone, feature.at);
      }
    }
  }
  return zones;
}

export function refuseMixedZones(features: readonly RawFeature[], gathering: Gathering): void {
  const zones = [...zonesOf(features)];
  const [first, ...others] = zones;
  if (!first) return;
  for (const [zone, at] of others) {
    gathering.problem(
      { row: at, value: shown(zone) },
      {
        zh: `一个文件里混有不同的带号：第 ${first[1]} 个地块为${shown(first[0])}，第 ${at} 个地块为${shown(zone)}。请按带分成几个文件，或换算到同一带。`,
        en: `The file mixes zones: feature ${first[1]} has ${shownEn(first[0])}, feature ${at} has ${shownEn(zone)}. Split the file by zone or convert it to one.`,
      },
    );
  }
}

function shown(zone: number): string {
  return zone === 0 ? '不带带号' : `带号 ${zone}`;
}

function shownEn(zone: number): string {
  return zone === 0 ? 'no zone number' : `zone ${zone}`;
}
