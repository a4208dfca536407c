// Jumps against a unit's own past, and figures that stand out among like units. Both speak only when there is enough to compare with.
import { Decimal } from '../kernel/index.ts';
import type { FormCheck } from './form.ts';
import { figureOf, type Looking, type Past, pastOf, percentChange, roughly, type Said, signedPercentText, withUnit } from './looking.ts';
import { ascending, type Ordered, outOfProportion, type Standing, standingOf } from './robust.ts';
import { namedRows, type SheetRow } from './sheet-rows.ts';

type Jump = Extract<FormCheck, { kind: 'jump' }>;
type Peers = Extract<FormCheck, { kind: 'peers' }>;

/** A jump is both: beyond the modified z of its season, and beyond the change in per cent. Either alone is common and says little. */
export function jumps(check: Jump, looking: Looking): readonly Said[] {
  return namedRows(looking.rows, check.rows).flatMap((row) => jumpOf(check, row, looking));
}

function jumpOf(check: Jump, row: SheetRow, looking: Looking): readonly Said[] {
  const value = figureOf(looking, row.key);
  if (!value || isCalm(check, value, yearAgo(row, looking))) return [];
  const season = seasonOf(check, row, looking);
  const standing = season && standingOf(value, ascending(season.map((one) => one.value)));
  if (!standing) return [];
  const last = yearAgo(row, looking);
  const before = last ? new Decimal(last.value) : standing.median;
  const limit = new Decimal(check.yearOnYear);
  // From zero there is no percentage: how far it stands out decides alone, and a series of zeros says nothing.
  const change = before.isZero() ? null : percentChange(value, before);
  if (change === null ? standing.z === null : change.abs().lessThanOrEqualTo(limit)) return [];
  if (standing.z?.abs().lessThanOrEqualTo(check.modifiedZ)) return [];
  return [sayJump(row, { value, before, change, standing, sameSeason: season.length, ofLastYear: last !== undefined, limit })];
}

function yearAgo(row: SheetRow, looking: Looking): Past[number] | undefined {
  return pastOf(looking, row).find(({ period }) => period === looking.yearBefore);
}

/** Plainly within the change of a year, told by doubles: almost every figure is, and needs no exact statistics. */
function isCalm({ yearOnYear }: Jump, value: Decimal, last: Past[number] | undefined): boolean {
  const before = Number(last?.value ?? 0);
  return before !== 0 && Math.abs((value.toNumber() - before) / before) * 100 < Number(yearOnYear) * 0.999;
}

/** Fewer have no spread; a season is the same month, quarter or half of other years. */
const leastOfSeason = 3;
const leastOfAll = 6;

/** Null where the past is shorter than the check asks. The season; where it is short, the whole series of what does not add up over a year. */
function seasonOf(check: Jump, row: SheetRow, looking: Looking): Past | null {
  const past = pastOf(looking, row);
  if (past.length < check.least) return null;
  // Periods of one grain: what follows the year is the season.
  const season = looking.context.period.slice(4);
  const same = past.filter(({ period }) => period.endsWith(season) && period.length === looking.context.period.length);
  if (same.length >= leastOfSeason) return same;
  return row.indicator.accrual !== 'to-date' && past.length >= leastOfAll ? past : null;
}

interface Jumped {
  readonly value: Decimal;
  readonly before: Decimal;
  readonly change: Decimal | null;
  readonly standing: Standing;
  readonly sameSeason: number;
  readonly ofLastYear: boolean;
  readonly limit: Decimal;
}

function sayJump({ key, indicator }: SheetRow, { value, before, change, standing, sameSeason, ofLastYear, limit }: Jumped): Said {
  const { name, unit, decimals } = indicator;
  const [now, then] = [withUnit(value, unit), withUnit(roughly(before, decimals), unit)];
  const against = ofLastYear
    ? { zh: '上年同期', en: 'the same period last year' }
    : { zh: '往期中位数', en: 'the median of earlier periods' };
  const by = change === null ? '' : `${signedPercentText(change)}`;
  const z = standing.z === null ? '' : `z ${standing.z.toFixed(1)}`;
  const aside = [by, z].filter((text) => text !== '');
  return {
    key,
    cells: [key],
    measured: [now.zh, ...aside].join('，'),
    expected: change === null ? then.zh : `${then.zh} ±${limit.toFixed()} %`,
    message: {
      zh: `「${name.zh}」为 ${now.zh}，${against.zh} ${then.zh}${by === '' ? '' : `（${by}）`}，明显偏离近 ${sameSeason} 个可比时期。`,
      en: `${name.en} is ${now.en}; ${against.en} ${then.en}${by === '' ? '' : ` (${by})`}. It stands out from the ${sameSeason} periods it can be compared with.`,
    },
    mend: explain,
  };
}

export function amongPeers(check: Peers, looking: Looking): readonly Said[] {
  return namedRows(looking.rows, check.rows).flatMap((row) => peerOf(check, row, looking));
}

function peerOf(check: Peers, { key, indicator }: SheetRow, looking: Looking): readonly Said[] {
  const value = figureOf(looking, key);
  const peers = looking.context.peers.get(key) ?? [];
  if (!value || peers.length < check.least) return [];
  const standing = amongOthers(value, ascending(peers), new Decimal(check.modifiedZ));
  if (!standing?.z) return [];
  const { name, unit, decimals } = indicator;
  const [own, others] = [withUnit(value, unit), withUnit(roughly(standing.median, decimals), unit)];
  return [
    {
      key,
      cells: [key],
      measured: `${own.zh}，z ${standing.z.toFixed(1)}`,
      expected: `${others.zh}，|z| ≤ ${check.modifiedZ}`,
      message: {
        zh: `「${name.zh}」为 ${own.zh}，与 ${peers.length} 个同类单位相比明显${standing.z.isPositive() ? '偏高' : '偏低'}（中位数 ${others.zh}）。`,
        en: `${name.en} is ${own.en}, clearly ${standing.z.isPositive() ? 'above' : 'below'} ${peers.length} units of its kind (median ${others.en}).`,
      },
      mend: explain,
    },
  ];
}

/** In proportions where all are above zero: sizes of zones are proportions, not distances. Null within the limit. */
function amongOthers(value: Decimal, ordered: Ordered, limit: Decimal): Standing | null {
  if ((ordered.rough[0] ?? 0) > 0 && value.isPositive() && !value.isZero()) return outOfProportion(value, ordered, limit);
  const standing = standingOf(value, ordered);
  return standing?.z?.abs().greaterThan(limit) ? standing : null;
}

const explain = {
  zh: '请核对；若属实，请在本格说明原因。',
  en: 'Check it; if it is right, explain it in the cell.',
};
