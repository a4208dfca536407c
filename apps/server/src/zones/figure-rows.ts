// Decides what a file of figures would do, row by row (F110): which are new, which correct one of the same day, which are refused. Pure over
// what was read from the database.
import type { FieldChange, PlannedRow } from '@zhenghe/engine/imports';
import { type Bilingual, type Cell, type Day, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import type { ImportRow } from '@zhenghe/exchange/imports';
import * as say from './correction-words.ts';
import type { FigureRecord, StoredFigure } from './figures.ts';

export interface KnownPark {
  readonly id: string;
  readonly jurisdiction: string;
  /** Every name it has had. */
  readonly names: readonly string[];
}

export interface FiguresGiven {
  readonly dataset: FigureRecord['dataset'];
  readonly on: Day;
  readonly parks: ReadonlyMap<string, KnownPark>;
  readonly stored: readonly StoredFigure[];
  readonly mayReport: (place: string) => boolean;
}

export interface PlannedFigures {
  readonly rows: readonly PlannedRow[];
  /** Those that are new or say something else than the register. */
  readonly figures: readonly FigureRecord[];
}

type Said = Pick<FigureRecord, 'figure' | 'industry' | 'value'>;

export function planFigures(rows: readonly ImportRow[], given: FiguresGiven): PlannedFigures {
  const stored = new Map(given.stored.map((one) => [keyOf(one), one]));
  const seen = new Map<string, ImportRow>();
  const figures: FigureRecord[] = [];
  const planned = rows.map((row): PlannedRow => {
    const { id = '', name, asOf = '', source = '' } = row.values;
    const park = given.parks.get(id);
    const at = { sheet: row.sheetName, row: row.row, subject: park ? id : null, label: park?.names.at(-1) ?? name ?? id };
    const said = saidIn(row);
    const reason = refusedFor({ row, park, asOf, said }, given, seen);
    if (reason || !park) return { ...at, effect: 'refused', changes: [], reason: reason ?? say.unknownId(id) };
    const written = said.map((one) => ({ ...one, dataset: given.dataset, zone: id, jurisdiction: park.jurisdiction, asOf, source }));
    const changed = written.filter((one) => differs(stored.get(keyOf(one)), one));
    figures.push(...changed);
    const isNew = changed.every((one) => !stored.has(keyOf(one)));
    const effect = changed.length === 0 ? 'same' : isNew ? 'add' : 'change';
    return { ...at, effect, changes: changed.map((one) => changeOf(stored.get(keyOf(one)), one)), reason: null };
  });
  return { rows: planned, figures };
}

interface Given {
  readonly row: ImportRow;
  readonly park: KnownPark | undefined;
  readonly asOf: Day;
  readonly said: readonly Said[];
}

function refusedFor({ row, park, asOf, said }: Given, given: FiguresGiven, seen: Map<string, ImportRow>): Bilingual | null {
  const { id = '', name } = row.values;
  if (!park) return say.unknownId(id);
  if (!given.mayReport(park.jurisdiction)) return say.otherPlace;
  if (name !== undefined && !park.names.includes(name)) return say.otherName(park.names.at(-1) ?? id);
  if (asOf > given.on) return say.future(given.on);
  if (said.length === 0) return nothingSaid;
  if (said.some(({ figure, industry, value }) => figure === 'output' && industry === '' && !isMissing(value))) return noIndustry;
  const key = JSON.stringify([row.sheet, id, row.values.industry, asOf]);
  const twice = seen.get(key);
  if (twice) return say.twice(twice.sheetName, twice.row);
  seen.set(key, row);
  return null;
}

function saidIn({ sheet, values, missing }: ImportRow): readonly Said[] {
  const cell = (key: string): Cell<DecimalText> | null =>
    values[key] ?? (missing[key] === undefined ? null : { missing: say.codeIn(say.missing, missing[key]) });
  const one = (figure: Said['figure'], key: string, industry = ''): readonly Said[] => {
    const value = cell(key);
    return value === null ? [] : [{ figure, industry, value }];
  };
  if (sheet === 'outputs') return one('output', 'output', values.industry ?? '');
  return [...one('staff', 'staff'), ...one('protected', 'protected')];
}

function keyOf(one: Pick<FigureRecord, 'zone' | 'figure' | 'industry' | 'asOf'>): string {
  return JSON.stringify([one.zone, one.figure, one.industry, one.asOf]);
}

function differs(stored: StoredFigure | undefined, { value, source }: FigureRecord): boolean {
  if (!stored || stored.source !== source) return true;
  return isMissing(value) ? stored.missing !== value.missing : stored.value === null || !sameFigure(stored.value, value);
}

/** 1.50 is 1.5. */
function sameFigure(a: DecimalText, b: DecimalText): boolean {
  const plain = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  return plain(a) === plain(b);
}

function changeOf(stored: StoredFigure | undefined, one: FigureRecord): FieldChange {
  const { zh, en } = figureWords[one.figure];
  const field = one.industry === '' ? { zh, en } : { zh: `${zh}：${one.industry}`, en: `${en}: ${one.industry}` };
  const before = stored ? (stored.value ?? (stored.missing ? say.missing[stored.missing] : null)) : null;
  return { field, before, after: isMissing(one.value) ? say.missing[one.value.missing] : one.value };
}

const figureWords: Readonly<Record<FigureRecord['figure'], Bilingual>> = {
  staff: { zh: '管理人员（人）', en: 'Staff (persons)' },
  output: { zh: '产值（亿元）', en: 'Output (100 million yuan)' },
  protected: { zh: '保护地（km²）', en: 'Protected land (km²)' },
};

const nothingSaid: Bilingual = {
  zh: '这一行没有数据。没有数据的请写原因，或删去这一行。',
  en: 'The row holds no figure. Say why there is none, or leave it out.',
};
const noIndustry: Bilingual = { zh: '产值须写明产业。', en: 'An output needs its industry.' };
