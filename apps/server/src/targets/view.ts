// A target line as it is shown: base, goal, figure, pace and state, and where nothing measures it the reason why.
import type { TargetLine } from '@zhenghe/contract/targets';
import { derivedText, type Library } from '@zhenghe/engine/indicators';
import { type Bilingual, type Day, Decimal, notGiven } from '@zhenghe/engine/kernel';
import { type DefinedLine, progressOf } from '@zhenghe/engine/targets';
import { growthWords } from './growth-words.ts';
import type { Line } from './lines.ts';
import type { YearFigure } from './reckon.ts';
import { scopeName } from './scope.ts';

export interface Found {
  /** Oldest first. */
  readonly series: readonly YearFigure[];
  readonly publication: number;
  readonly why: Bilingual | null;
}

export interface ViewAsked {
  readonly library: Library;
  readonly on: Day;
}

export function viewOf(line: Line, found: Found, { library, on }: ViewAsked): TargetLine {
  const { id, head, target } = line;
  const { base, goal } = target;
  const indicator = target.indicator === undefined ? undefined : library.get(target.indicator);
  const starred = indicator?.starred ?? false;
  const actual = newest(found.series);
  const measuredBy = indicator && target.scope && { indicator: indicator.code, name: indicator.name, scope: scopeName(target.scope) };
  return {
    id,
    clause: { pack: head.id, clause: target.clause },
    document: head.title,
    status: head.status === 'final' ? 'final' : 'draft',
    jurisdiction: head.jurisdiction,
    title: target.title,
    group: target.group,
    unit: target.unit,
    starred,
    base: { value: base.value, year: base.year, note: base.note ?? null },
    goal,
    calibre: target.calibre ?? null,
    measuredBy: measuredBy ?? null,
    why: joined([found.why ?? target.why ?? null, starred ? otherBase : null, growthWords(line)]),
    actual: actual && { ...figureOf(actual), period: actual.period, publication: found.publication },
    series: found.series.filter(({ value }) => value !== null).map(({ period, value }) => ({ period, value })),
    ...progressText(progress(target, actual, { starred, on })),
  };
}

/** What it is held to be, for comparison with others. */
export function definedLine({ head, target }: Line, library: Library): DefinedLine {
  return {
    title: target.title,
    clause: { pack: head.id, clause: target.clause },
    unit: target.unit,
    calibre: target.calibre ?? null,
    indicator: target.indicator === undefined ? null : (library.get(target.indicator)?.code ?? null),
    scope: target.scope ? { key: `${target.scope.units}/${target.scope.over}`, name: scopeName(target.scope) } : null,
  };
}

const otherBase: Bilingual = {
  zh: '带 * 的基期值只含经开区，与现值范围不同，不计算已有进度',
  en: 'The starred base is of the economic zones alone: other units than the figure, so no pace so far is reckoned',
};

function joined(parts: readonly (Bilingual | null)[]): Bilingual | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : { zh: said.map(({ zh }) => zh).join('。'), en: said.map(({ en }) => en).join('. ') };
}

/** The newest that has a value; else the newest that was asked for. */
function newest(series: readonly YearFigure[]): YearFigure | null {
  return series.findLast(({ value }) => value !== null) ?? series.findLast(({ missing }) => missing !== null) ?? null;
}

function figureOf({ value, missing, of, expected }: YearFigure) {
  return { value, missing: value === null ? (missing ?? notGiven.missing) : null, of, expected };
}

interface Judged {
  readonly starred: boolean;
  readonly on: Day;
}

function progress({ base, goal }: Line['target'], actual: YearFigure | null, { starred, on }: Judged): ReturnType<typeof progressOf> {
  const { value, year } = base;
  const known = value === null || year === null || starred ? null : { value: new Decimal(value), year };
  const measured = actual && (actual.value === null ? { missing: actual.missing ?? notGiven.missing } : new Decimal(actual.value));
  return progressOf(
    { base: known, goal: { ...goal, value: new Decimal(goal.value) } },
    actual && measured && { value: measured, period: actual.period },
    on,
  );
}

function progressText({ state, pace }: ReturnType<typeof progressOf>): Pick<TargetLine, 'state' | 'pace'> {
  const text = (value: Decimal | null) => value && derivedText(value);
  return { state, pace: pace && { sofar: text(pace.sofar), needed: text(pace.needed), yearsLeft: derivedText(pace.yearsLeft) } };
}
