// The total-control meter (F01): from 1010 to 150. Base, cap and date come from the rulebook with their clauses; the count from the register.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Meter } from '@zhenghe/contract/zones';
import type { Day } from '@zhenghe/engine/kernel';
import type { Pack, Rulebook } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { countByGradeAndLabel, countByMonth, countByPlace, listLabelChanges } from './counts.ts';

export async function meter(
  db: Database,
  rulebook: Rulebook,
  { dataset, asOf }: { readonly dataset: Dataset; readonly asOf: Day },
): Promise<Meter> {
  const { base, cap } = controlFigures(rulebook);
  const [counted, course, labelChanges, byCity] = await Promise.all([
    countByGradeAndLabel(db, dataset, asOf),
    countByMonth(db, dataset, base.on, asOf),
    listLabelChanges(db, dataset, asOf),
    cities(db, { dataset, base: base.on, asOf }),
  ]);
  const within = counted.filter(({ label }) => label === null);
  const now = within.reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ dataset, asOf, base, cap, course, labelChanges, byCity },
    now: { count: now, ...(dataset === 'real' ? incomplete(base.count, now) : { complete: true, note: null }) },
    byGrade: within.map(({ grade, count }) => ({ grade, count })),
    excluded: excludedOf(counted),
  };
}

/** Only part of the province's bodies is on public record: their number is not the province's. */
function incomplete(base: number, now: number): Pick<Meter['now'], 'complete' | 'note'> {
  return {
    complete: false,
    note: {
      zh: `名录只收有公开资料的开发区，这一天 ${now} 个，不是全省总数；整合前的 ${base} 个没有逐个公布。三个新区与其保留的国家级开发区仍分行列出。`,
      en: `The register holds only zones with public records, ${now} on this day, not the province's total; the ${base} before integration were never listed one by one. Three new areas and the national zones they absorbed still stand as separate rows.`,
    },
  };
}

function excludedOf(counted: Awaited<ReturnType<typeof countByGradeAndLabel>>): Meter['excluded'] {
  const sums = new Map<Meter['excluded'][number]['label'], number>();
  for (const { label, count } of counted) if (label !== null) sums.set(label, (sums.get(label) ?? 0) + count);
  return [...sums].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
}

async function cities(db: Database, asked: Parameters<typeof countByPlace>[1]): Promise<Meter['byCity']> {
  const [places, counts] = await Promise.all([listJurisdictions(db), countByPlace(db, asked)]);
  const sumOf = (city: string, day: 'base' | 'now'): number =>
    counts.filter(({ jurisdiction }) => jurisdiction.slice(0, 4) === city.slice(0, 4)).reduce((sum, count) => sum + count[day], 0);
  return places
    .filter((place) => place.level === 'city')
    .map(({ code, name }) => ({ code, name, base: sumOf(code, 'base'), now: sumOf(code, 'now') }));
}

/** The base carries its year in its measure (`zones.base.2019`: the end of that year); the date is that of the check on completion. */
export function controlFigures(rulebook: Rulebook): Pick<Meter, 'base' | 'cap'> {
  for (const pack of rulebook.packs) {
    const base = pack.parameters.find(({ measure }) => /^zones\.base\.\d{4}$/.test(measure));
    const cap = pack.parameters.find(({ measure }) => measure === 'zones.cap');
    const by = completionOf(pack);
    if (!base || !cap || !by) continue;
    const clauseOf = (clause: string) => ({ pack: pack.head.id, clause });
    return {
      base: { count: numberOf(base), on: `${base.measure.slice(-4)}-12-31`, clause: clauseOf(base.clause) },
      cap: { count: numberOf(cap), by, clause: clauseOf(cap.clause) },
    };
  }
  throw new Error('no pack gives the base, the cap and the date of total control');
}

function completionOf(pack: Pack): Day | null {
  const check = pack.checks.find((one) => one.kind === 'milestone-by' && one.phase === 'complete');
  const due = check?.kind === 'milestone-by' ? pack.parameters.find(({ id }) => id === check.due)?.value : null;
  return due && 'day' in due ? due.day : null;
}

function numberOf({ id, value }: Pack['parameters'][number]): number {
  if (value === null || !('number' in value)) throw new Error(`parameter ${id} of total control is not a number`);
  return Number(value.number);
}
