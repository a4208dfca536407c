// A workbook of figures, 150 units by 60 indicators, out and in again with every check of its sheets over five years of months. Aim: in < 1 s.
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { libraryOf } from '@zhenghe/engine/indicators';
import { type DecimalText, periodAfter } from '@zhenghe/engine/kernel';
import { checkSheet, type SheetCell, type SheetContext } from '@zhenghe/engine/statistics';
import { aCheck, aForm, anIndicator } from '@zhenghe/engine/statistics/testing';
import { type FiguresTable, figuresWorkbook, readFigures } from '@zhenghe/exchange/statistics';

const period = '2021-05';
const codes = Array.from({ length: 60 }, (_, at) => `indicator_${at}`);
const units = Array.from({ length: 150 }, (_, at) => ({ id: `xl-${at}`, name: `开发区 ${at}` }));
const library = libraryOf(codes.map((code) => anIndicator(code)));
const rounds = 7;
const aimMs = 1000;

/** Level of the unit, season of the month, and a little noise; the same each time. */
function figure(unit: number, indicator: number, month: number): DecimalText {
  const noise = ((unit * 7919 + indicator * 104_729 + month * 1299) % 997) / 997;
  return ((100 + unit * 13 + indicator * 5) * (1 + 0.2 * Math.sin((month * Math.PI) / 6)) * (0.95 + noise / 10)).toFixed(2);
}

const form = aForm(codes, [
  aCheck({ kind: 'unit-slip', rows: [], factors: ['10000', '0.0001', '100', '0.01', '1000', '0.001', '15', '0.0667'] }),
  aCheck({ kind: 'jump', rows: [], yearOnYear: '60', modifiedZ: '6', least: 12 }),
  aCheck({ kind: 'peers', rows: [], modifiedZ: '9', least: 20 }),
  aCheck({ kind: 'within', rows: [] }, 'block'),
  ...codes.slice(0, 20).map((code, at) => ({
    ...aCheck({ kind: 'arithmetic', left: code, relation: '<=', right: `${codes[at + 1]} * 100`, tolerance: '0' }),
    id: `a-${at}`,
  })),
  aCheck({ kind: 'triangle', tax: codes[0] ?? '', electricity: codes[1] ?? '', land: codes[2] ?? '', spread: '80' }),
]);
const peers = new Map(codes.map((code, indicator) => [code, units.map((_, unit) => figure(unit, indicator, 60))]));
const contexts: readonly SheetContext[] = units.map((_, unit) => ({
  ...{ period, peers },
  history: new Map(
    codes.map((code, indicator) => [
      code,
      Array.from({ length: 60 }, (_past, month) => ({ period: periodAfter(period, month - 60), value: figure(unit, indicator, month) })),
    ]),
  ),
}));
const table: FiguresTable = {
  ...{ title: '测速', training: true, period, source: '测速', units },
  indicators: codes.map((code) => ({ code, name: code, unit: '万元', decimals: 2 })),
  // One cell of one zone is typed in 元.
  valueOf: (unit, code) => {
    const value = figure(Number(unit.slice(3)), codes.indexOf(code), 60);
    return unit === 'xl-7' && code === codes[3] ? `${Math.round(Number(value) * 10_000)}` : value;
  },
};

export async function figuresFile(): Promise<string> {
  const out = await median(() => figuresWorkbook(table));
  const bytes = await figuresWorkbook(table);
  const known = { library, unit: (text: string) => units.find(({ id }) => id === text) ?? { zh: '没有', en: 'none' } };
  const readOnce = async () => {
    const read = await readFigures(bytes, 'figures.xlsx', { known });
    if (!read.ok || read.problems.length > 0) throw new Error('the workbook does not read back');
    return read.figures;
  };
  const figures = await readOnce();
  const read = await median(readOnce);
  const sheets = units.map(({ id }) =>
    figures.filter(({ unit }) => unit.id === id).map(({ indicator, value }): SheetCell => ({ key: indicator, value, explanation: null })),
  );
  const check = () => Promise.resolve(sheets.flatMap((cells, at) => (contexts[at] ? checkSheet(form, library, cells, contexts[at]) : [])));
  const findings = await check();
  const checked = await median(check);
  const both = read.median + checked.median;
  const cpu = read.cpu + checked.cpu;
  return [
    `figures file: ${units.length} units × ${codes.length} indicators, ${figures.length} figures, ${(bytes.length / 1024).toFixed(0)} kB`,
    `  out ${out.median.toFixed(0)} ms; in ${read.median.toFixed(0)} ms (worst ${read.worst.toFixed(0)}); checks over 60 months and 150 peers ${checked.median.toFixed(0)} ms (worst ${checked.worst.toFixed(0)})`,
    `  ${findings.length} findings, of which slips of the unit: ${findings
      .filter(({ kind }) => kind === 'unit-slip')
      .map(({ id }) => id)
      .join(', ')}`,
    `  aim: in with checks < ${aimMs} ms: ${both < aimMs ? 'met' : 'MISSED'} (${both.toFixed(0)} ms; processor time ${cpu.toFixed(0)} ms)`,
    `  on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
  ].join('\n');
}

async function median(run: () => Promise<unknown>): Promise<{ readonly median: number; readonly worst: number; readonly cpu: number }> {
  const times: number[] = [];
  const used = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(used);
  return {
    cpu: (user + system) / 1000 / rounds,
    median: times[Math.floor(rounds / 2)] ?? Number.NaN,
    worst: times.at(-1) ?? Number.NaN,
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await figuresFile());
