// `zhenghe statistics check`: a file of figures against the library, the register and the forms shipped with the product, without a
// server (F110). What needs history or peers is not looked at; what is empty is not asked for.
import { basename } from 'node:path';
import { type Bilingual, type Period, periodEnd, periodStart } from '@zhenghe/engine/kernel';
import type { SheetCell, SheetFinding } from '@zhenghe/engine/statistics';
import type { FigureRead, FiguresKnown } from '@zhenghe/exchange/statistics';
import type { Rulebook } from '@zhenghe/rulebook';
import type { ZoneRecord } from '@zhenghe/server/src/zones/files.ts';
import { type Command, Option } from 'commander';
import { withVoice } from './options.ts';
import { placeCode } from './places.ts';
import { readGiven } from './read-file.ts';
import { openRulebook } from './rulebook.ts';
import { cannot, printJson, type Voice } from './stop.ts';
import { table } from './text.ts';
import { registerOf } from './zones.ts';

interface Chosen extends Voice {
  readonly dataset: 'real' | 'training';
}

export function register(program: Command): void {
  const statistics = program.command('statistics').description('统计数据 / figures');
  withVoice(statistics.command('check'))
    .description('检查数据文件：每行一个数，或“单位 × 指标”的表 / check a file of figures')
    .argument('<file>', '.xlsx、.csv 或 .json / the file')
    .addOption(new Option('--dataset <name>', '名录 / register').choices(['real', 'training']).default('real'))
    .action((file: string, options: Chosen) => check(file, options));
}

interface Found extends SheetFinding {
  readonly unit: string;
  readonly period: Period;
  readonly form: string;
}

async function check(file: string, options: Chosen): Promise<void> {
  const { libraryOf } = await import('@zhenghe/engine/indicators');
  const { readFigures } = await import('@zhenghe/exchange/statistics');
  const rulebook = await openRulebook(options);
  const library = libraryOf(rulebook.indicators.map(({ indicator }) => indicator));
  const known: FiguresKnown = { library, unit: unitsOf((await registerOf(options)).records) };
  const read = await readFigures(await readGiven(file, options), basename(file), { known });
  if (!read.ok) throw cannot(options, read.reason, read.problems);
  if (read.problems.length > 0) throw cannot(options, unread(read.problems.length), read.problems);
  const findings = await findingsIn(read.figures, { rulebook, library });
  const { figures, notes } = read;
  if (options.format === 'json') printJson({ file: basename(file), dataset: options.dataset, figures, notes, findings });
  else process.stdout.write(textOf(figures.length, findings, options));
  process.exitCode = findings.some(({ severity }) => severity === 'block') ? 1 : 0;
}

/** Each unit and period by each form that asks for one of its figures. */
async function findingsIn(
  figures: readonly FigureRead[],
  { rulebook, library }: { readonly rulebook: Rulebook; readonly library: Sheet['library'] },
): Promise<readonly Found[]> {
  const { checkSheet, requiredCheck } = await import('@zhenghe/engine/statistics');
  const sheets = new Map<string, { readonly first: FigureRead; readonly cells: SheetCell[] }>();
  for (const figure of figures) {
    const at = `${figure.unit.id} ${figure.period}`;
    const sheet = sheets.get(at) ?? { first: figure, cells: [] };
    const key = figure.calibre === null ? figure.indicator : `${figure.indicator}@${figure.calibre}`;
    sheet.cells.push({ key, value: figure.value, explanation: null });
    sheets.set(at, sheet);
  }
  return [...sheets.values()].flatMap(({ first, cells }) =>
    rulebook.forms.flatMap(({ form }) => {
      if (!form.groups.some(({ rows }) => rows.some(({ indicator }) => cells.some(({ key }) => key === indicator)))) return [];
      return checkOf({ library, form, cells, period: first.period }, checkSheet)
        .filter((finding) => finding.check !== requiredCheck)
        .map((finding) => ({ ...finding, unit: first.unit.name, period: first.period, form: form.code }));
    }),
  );
}

type Check = typeof import('@zhenghe/engine/statistics').checkSheet;

interface Sheet {
  readonly library: Parameters<Check>[1];
  readonly form: Parameters<Check>[0];
  readonly cells: readonly SheetCell[];
  readonly period: Period;
}

function checkOf({ library, form, cells, period }: Sheet, checkSheet: Check): readonly SheetFinding[] {
  return checkSheet(form, library, cells, { period, history: new Map(), peers: new Map() });
}

function unitsOf(records: readonly ZoneRecord[]): FiguresKnown['unit'] {
  const known = new Map(records.flatMap((zone) => [zone.id, ...zone.names.map(({ value }) => value)].map((text) => [text, zone] as const)));
  return (text, period) => {
    const zone = known.get(text);
    if (!zone) return /^33\d{4}$/.test(text) ? { id: text, name: text } : (placeOf(text) ?? unknown(text));
    const gone = zone.to !== null && zone.to <= periodStart(period);
    const later = zone.from > periodEnd(period);
    return gone || later
      ? outside(text, gone ? (zone.to ?? '') : zone.from, gone)
      : { id: zone.id, name: zone.names.at(-1)?.value ?? zone.id };
  };
}

function placeOf(text: string) {
  const code = placeCode(text);
  return code === undefined ? undefined : { id: code, name: text };
}

const unknown = (text: string): Bilingual => ({ zh: `名录中没有「${text}」。`, en: `The register has no unit "${text}".` });
const outside = (name: string, day: string, gone: boolean): Bilingual =>
  gone
    ? { zh: `「${name}」已于 ${day} 撤销或并入其他开发区。`, en: `"${name}" ended on ${day}.` }
    : { zh: `「${name}」自 ${day} 起才有。`, en: `"${name}" exists from ${day}.` };
const unread = (count: number): Bilingual => ({
  zh: `有 ${count} 处读不了。`,
  en: `${count} ${count === 1 ? 'place' : 'places'} could not be read.`,
});

function textOf(count: number, findings: readonly Found[], { lang }: Chosen): string {
  const head = lang === 'zh' ? `${count} 个数，${findings.length} 处问题` : `${count} figures, ${findings.length} findings`;
  const lines = findings.map(({ severity, unit, period, message }) => [severity === 'block' ? '✗' : '?', unit, period, message[lang]]);
  return lines.length === 0 ? `${head}\n` : `${head}\n${table(lines)}\n`;
}
