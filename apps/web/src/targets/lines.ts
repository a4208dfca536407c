// The lines of the sheet in their groups, how a line reads, and the chart of several. Pure.
import { Decimal } from '@zhenghe/engine/kernel';
import { type ChartOption, grouped, type Palette, type Tone } from '../ui/index.ts';
import type { TargetLine } from './shapes.ts';

export interface LineGroup {
  readonly key: string;
  readonly document: TargetLine['document'];
  readonly year: string;
  readonly status: TargetLine['status'];
  readonly lines: readonly TargetLine[];
}

/** By document and year of the goal, in the order of the sheet. */
export function groupsOf(lines: readonly TargetLine[]): readonly LineGroup[] {
  const groups = new Map<string, TargetLine[]>();
  for (const line of lines) {
    const key = `${line.clause.pack}.${line.goal.year}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    return first ? [{ key, document: first.document, year: first.goal.year, status: first.status, lines: group }] : [];
  });
}

export const tones: Readonly<Record<TargetLine['state'], Tone>> = {
  met: 'good',
  'on-pace': 'info',
  behind: 'warn',
  'past-due': 'bad',
  unknown: 'quiet',
};

/** Figures a bullet can be drawn from; null without a figure of now. A missing base is drawn as none, and told as such. */
export function bulletOf(line: TargetLine): { readonly base: number; readonly now: number; readonly cap: number } | null {
  const now = line.actual?.value ?? null;
  return now === null ? null : { base: Number(line.base.value ?? 0), now: Number(now), cap: Number(line.goal.value) };
}

const fewest = 2;
const most = 6;

/** Two digits after the point; more where fewer would make it look as if it stood on the other side of its goal. */
export function figureText(text: string, goal: string): string {
  const [value, bound] = [new Decimal(text), new Decimal(goal)];
  for (let places = fewest; places < most; places += 1) {
    const shown = value.toDecimalPlaces(places);
    if (shown.comparedTo(bound) === value.comparedTo(bound)) return grouped(shown.toFixed());
  }
  return grouped(value.toDecimalPlaces(most).toFixed());
}

/** A change: with its sign, two digits. */
export function changeText(text: string): string {
  const value = new Decimal(text).toDecimalPlaces(fewest);
  const size = grouped(value.abs().toFixed());
  return value.isZero() ? size : `${value.isNegative() ? '−' : '+'}${size}`;
}

/** '47.6 *': a base or figure of the economic zones only carries its star. */
export function starredText(text: string, { starred }: Pick<TargetLine, 'starred'>): string {
  return starred ? `${text} *` : text;
}

/** Ids chosen for comparison stand in the address with commas between, as the API reads them. */
export function chosenOf(text: string | undefined): readonly string[] {
  return [...new Set((text ?? '').split(',').filter((id) => id !== ''))].slice(0, 8);
}

export function turned(chosen: readonly string[], id: string, on: boolean): string | undefined {
  const next = on ? [...chosen, id] : chosen.filter((one) => one !== id);
  return next.length === 0 ? undefined : next.join(',');
}

interface CourseLook {
  readonly palette: Palette;
  readonly title: (line: TargetLine) => string;
  readonly unit: string;
  readonly goal: (line: TargetLine) => string;
}

const shapes = ['circle', 'triangle', 'rect', 'diamond'] as const;
const dashes = ['solid', 'dashed', 'dotted', 'solid'] as const;

/** Lines over the years from their base to their goal, each goal a line of its own: only for lines of one definition. */
export function courseOption(lines: readonly TargetLine[], { palette, title, unit, goal }: CourseLook): ChartOption {
  const years = [...new Set(lines.flatMap((line) => [...coursePeriods(line), line.goal.year]))].sort();
  const axis = {
    axisLine: { lineStyle: { color: palette.inkSoft } },
    axisLabel: { color: palette.ink },
    nameTextStyle: { color: palette.ink },
  };
  return {
    grid: { left: 8, right: 140, top: 48, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: { color: palette.ink } },
    tooltip: { trigger: 'axis', confine: true, backgroundColor: palette.paper, textStyle: { color: palette.ink } },
    xAxis: { type: 'category', data: years, ...axis },
    yAxis: { type: 'value', name: unit, scale: true, ...axis, splitLine: { lineStyle: { color: palette.line } } },
    series: lines.map((line, at) => {
      const color = palette.kinds[at % palette.kinds.length] ?? palette.blue;
      return {
        ...{ type: 'line' as const, name: title(line), symbol: shapes[at % shapes.length] ?? 'circle', symbolSize: 8, connectNulls: true },
        ...{ itemStyle: { color }, lineStyle: { color, type: dashes[at % dashes.length] ?? 'solid', width: 2 } },
        data: years.map((year) => courseValue(line, year)),
        markLine: {
          ...{ silent: true, symbol: 'none', lineStyle: { color, type: 'dashed' as const } },
          label: { formatter: goal(line), color: palette.ink, position: 'end' as const },
          data: [{ yAxis: Number(line.goal.value) }],
        },
      };
    }),
  };
}

/** A starred base is of the economic zones only: it begins no line of all zones. */
function courseBase({ base, starred }: TargetLine): string | null {
  return base.value !== null && !starred ? base.year : null;
}

function coursePeriods(line: TargetLine): readonly string[] {
  const base = courseBase(line);
  return [...(base === null ? [] : [base]), ...line.series.map(({ period }) => period)];
}

function courseValue(line: TargetLine, year: string): number | '-' {
  const found = line.series.find(({ period }) => period === year)?.value;
  if (found !== null && found !== undefined) return Number(new Decimal(found).toFixed(fewest));
  return courseBase(line) === year ? Number(line.base.value) : '-';
}
