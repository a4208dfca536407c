// Cuts the life of a zone body into spans of days over which nothing the list shows changes.
import { type Day, isMissing, notGiven } from '@zhenghe/engine/kernel';
import { areaCalibres, type ZoneArea } from '@zhenghe/engine/zones';
import type { Since, ZoneRecord, ZoneSpan } from './record.ts';

// The calibre shown in lists: what a higher government approved, else what the integration covers, else what is left.
const preferred: readonly ZoneArea['calibre'][] = [
  'approved',
  'integrated',
  ...areaCalibres.filter((calibre) => calibre !== 'approved' && calibre !== 'integrated'),
];

/** At least one span; the last one ends with the body. */
export function spansOf(zone: ZoneRecord): readonly ZoneSpan[] {
  const cuts = cutsOf(zone);
  return cuts.map((from, index) => {
    const to = cuts[index + 1] ?? zone.to;
    const kind = at(zone.kinds, from);
    const shown = areaAt(zone.areas, from);
    return {
      from,
      to,
      name: at(zone.names, from),
      type: kind.type,
      grade: kind.grade,
      label: zone.labels.length === 0 ? null : at([{ from: zone.from, value: null }, ...zone.labels], from),
      plates: zone.plates.filter((plate) => plate.from <= from && (plate.to === undefined || plate.to > from)).length,
      area: shown?.areaKm2 ?? notGiven,
      calibre: shown?.calibre ?? null,
      ends: to !== null && to === zone.to,
    };
  });
}

function cutsOf(zone: ZoneRecord): readonly Day[] {
  const days = [
    zone.from,
    ...zone.names.map((name) => name.from),
    ...zone.kinds.map((kind) => kind.from),
    ...zone.labels.map((label) => label.from),
    ...zone.plates.flatMap((plate) => (plate.to === undefined ? [plate.from] : [plate.from, plate.to])),
    ...zone.areas.map((area) => area.from),
  ];
  const within = days.filter((day) => day >= zone.from && (zone.to === null || day < zone.to));
  return [...new Set(within)].sort();
}

function at<T>(values: readonly Since<T>[], day: Day): T {
  const held = values.filter((value) => value.from <= day).at(-1) ?? values[0];
  if (!held) throw new RangeError('a zone needs a name and a kind from its first day');
  return held.value;
}

/** The newest figure of the most telling calibre; a calibre whose newest figure is missing gives way to the next. */
function areaAt(areas: readonly ZoneArea[], day: Day): ZoneArea | undefined {
  const begun = areas.filter((area) => area.from <= day).sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const calibre of preferred) {
    const newest = begun.filter((area) => area.calibre === calibre).at(-1);
    if (newest && !isMissing(newest.areaKm2)) return newest;
  }
  return undefined;
}
