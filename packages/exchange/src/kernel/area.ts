// Reads an area into km². 1 km² = 100 公顷 = 1500 亩; other units are converted exactly, and said so.
import { type Bilingual, Decimal, type DecimalText } from '@zhenghe/engine/kernel';
import { readFigure } from './figure.ts';
import { type Reading, read, refuse } from './problem.ts';

interface AreaUnit {
  readonly zh: string;
  /** How many of them make one km²; null for km² itself. */
  readonly perKm2: string | null;
}

const km2: AreaUnit = { zh: 'km²', perKm2: null };
const hectare: AreaUnit = { zh: '公顷', perKm2: '100' };
const mu: AreaUnit = { zh: '亩', perKm2: '1500' };
const tenThousandMu: AreaUnit = { zh: '万亩', perKm2: '0.15' };
const squareMetre: AreaUnit = { zh: '平方米', perKm2: '1000000' };

/** As they are after NFKC (㎢ is km2, ㏊ is ha), lower case, without spaces. */
const units: ReadonlyMap<string, AreaUnit> = new Map(
  Object.entries({
    km2: km2,
    'km^2': km2,
    sqkm: km2,
    平方公里: km2,
    平方千米: km2,
    公顷: hectare,
    ha: hectare,
    hm2: hectare,
    hectare: hectare,
    hectares: hectare,
    亩: mu,
    mu: mu,
    万亩: tenThousandMu,
    平方米: squareMetre,
    m2: squareMetre,
  }),
);

/** Zhejiang has about 105 500 km²; nothing in a plan can be larger. */
const provinceKm2 = new Decimal(106_000);
const keptPlaces = 12;

/** The unit a header names, e.g. 整合前面积（公顷）; undefined when it names none. */
export function unitInHeader(header: string): string | undefined {
  const words = header
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[(（[]([^)）\]]*)[)）\]]/g);
  for (const [, inside = ''] of words) {
    const unit = inside.replace(/\s+/g, '');
    if (units.has(unit)) return unit;
  }
  return undefined;
}

/** `headerUnit` counts where the cell itself names no unit; without either the figure is km². */
export function readArea(typed: string, headerUnit?: string): Reading<DecimalText> {
  const figure = readFigure(typed);
  if (!figure.value) return { notes: [], ...(figure.problem ? { problem: figure.problem } : {}) };
  const { number, unit } = figure.value;
  if (unit.startsWith('%')) return refuse(percent);
  const known = unit === '' ? (units.get(headerUnit ?? '') ?? km2) : units.get(unit);
  if (!known) return refuse(unknownUnit(unit));
  if (new Decimal(number).isNegative() && !new Decimal(number).isZero()) return refuse(negative);
  const notes = [...figure.notes];
  const area = known.perKm2 === null ? number : convert(number, known, notes);
  if (new Decimal(area).greaterThan(provinceKm2)) return refuse(impossible(area));
  return read(area.replace(/^-/, ''), notes);
}

function convert(number: string, unit: AreaUnit, notes: Bilingual[]): DecimalText {
  const exact = new Decimal(number).div(unit.perKm2 ?? '1');
  const kept = exact.toDecimalPlaces(keptPlaces);
  const text = kept.toFixed(Math.max(2, kept.decimalPlaces()));
  // The quotient carries 40 digits, so only a division that does not end differs here.
  const cut = exact.equals(kept)
    ? { zh: '', en: '' }
    : { zh: `（除不尽，保留 ${keptPlaces} 位小数）`, en: ` (kept to ${keptPlaces} places)` };
  notes.push({
    zh: `${number} ${unit.zh} 换算为 ${text} km²${cut.zh}。`,
    en: `${number} ${unitEn(unit)} converted to ${text} km²${cut.en}.`,
  });
  return text;
}

function unitEn(unit: AreaUnit): string {
  const english: Readonly<Record<string, string>> = { 公顷: 'ha', 亩: 'mu', 万亩: '10,000 mu', 平方米: 'm²' };
  return english[unit.zh] ?? unit.zh;
}

const percent: Bilingual = { zh: '百分数不是面积，请填平方公里数。', en: 'A percentage is not an area; write km².' };
const negative: Bilingual = { zh: '面积不能是负数。', en: 'An area cannot be negative.' };

function unknownUnit(unit: string): Bilingual {
  return {
    zh: `不认识的单位或文字「${unit}」。面积单位可用 km²、平方公里、公顷、亩。`,
    en: `Unknown unit or text "${unit}". Areas may be given in km², ha (公顷) or mu (亩).`,
  };
}

function impossible(area: string): Bilingual {
  return {
    zh: `面积 ${area} km² 比全省陆域还大（上限 106000 km²），不可能。请检查单位和小数点。`,
    en: `An area of ${area} km² is larger than the whole province (limit 106,000 km²). Check the unit and the decimal point.`,
  };
}
