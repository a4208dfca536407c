// `zhenghe zones list|show|export`: the register straight from the shipped files, without a server (F01).
import { type Day, isMissing } from '@zhenghe/engine/kernel';
import { zoneTypes } from '@zhenghe/engine/zones';
import type { ActRecord, ZoneRecord, ZoneRow } from '@zhenghe/server/src/zones/files.ts';
import { type Command, Option } from 'commander';
import { type NewFile, refuseExisting, writeNew } from './new-file.ts';
import { dayOption, today, withVoice } from './options.ts';
import { cannot, printJson, type Voice } from './stop.ts';
import { table } from './text.ts';

interface Chosen extends Voice {
  readonly dataset: 'real' | 'training';
  readonly on?: Day;
}

interface ListOptions extends Chosen {
  readonly query?: string;
  readonly type?: ZoneRow['type'];
  readonly grade?: ZoneRow['grade'];
  readonly place?: string;
  readonly status: 'counted' | 'uncounted' | 'gone' | 'all';
  readonly sort: 'name' | 'type' | 'grade' | 'jurisdiction' | 'area' | 'plates' | 'from';
  readonly descending?: true;
}

export function register(program: Command): void {
  const zones = program.command('zones').description('名录 / the register of zones');
  withFilter(zones.command('list').description('某一天的名录 / the register on a day')).action(list);
  withChoice(zones.command('show').description('一个开发区：名称、牌子、面积、区块、沿革 / one zone in full'))
    .argument('<id>', '编号，如 zj-067 / id')
    .action(show);
  withFilter(zones.command('export').description('写成工作簿 / write the list as a workbook'))
    .argument('<file>', '要写的 .xlsx / the workbook to write')
    .option('--force', '覆盖已有文件 / overwrite')
    .action(exportTo);
}

function withChoice(command: Command): Command {
  return withVoice(command)
    .addOption(new Option('--dataset <name>', '资料 / data set').choices(['real', 'training']).default('real'))
    .option('--on <day>', '哪一天，默认今天；训练省默认 2021-06-10 / as of which day', dayOption);
}

function withFilter(command: Command): Command {
  return withChoice(command)
    .option('--query <text>', '名称、曾用名、牌子，汉字或拼音 / a name in Chinese or pinyin')
    .addOption(new Option('--type <type>', '类型 / type').choices([...zoneTypes]))
    .addOption(new Option('--grade <grade>', '级别 / grade').choices(['national', 'provincial', 'local']))
    .option('--place <code>', '市或县的行政区划代码 / code of a city or county')
    .addOption(
      new Option('--status <status>', '计数、不计数、已撤、全部 / which')
        .choices(['counted', 'uncounted', 'gone', 'all'])
        .default('counted'),
    )
    .addOption(
      new Option('--sort <by>', '排序 / order by')
        .choices(['name', 'type', 'grade', 'jurisdiction', 'area', 'plates', 'from'])
        .default('jurisdiction'),
    )
    .option('--descending', '倒序 / the other way round');
}

async function list(options: ListOptions): Promise<void> {
  const { rows, asOf } = await found(options);
  if (options.format === 'json') {
    printJson({ dataset: options.dataset, asOf, total: rows.length, rows });
    return;
  }
  const head = options.lang === 'zh' ? `${mark(options)}${asOf}，${rows.length} 个` : `${mark(options)}${asOf}, ${rows.length} zones`;
  const lines = rows.map((row) => [row.id, row.county ?? row.city, areaText(row), row.type, row.label ?? '', row.name]);
  process.stdout.write(`${head}\n${table(lines)}\n`);
}

async function exportTo(file: string, options: ListOptions & NewFile): Promise<void> {
  refuseExisting(file, options);
  const { rows, asOf } = await found(options);
  const { writeZoneWorkbook } = await import('@zhenghe/exchange/zones');
  await writeNew(file, await writeZoneWorkbook({ rows, dataset: options.dataset, asOf }), options);
  if (options.format === 'json') printJson({ file, dataset: options.dataset, asOf, rows: rows.length });
  else process.stdout.write(options.lang === 'zh' ? `已写 ${rows.length} 行：${file}\n` : `Wrote ${rows.length} rows: ${file}\n`);
}

async function show(id: string, options: Chosen): Promise<void> {
  const { records, acts, asOf } = await registerOf(options);
  const { rowOnDay } = await import('@zhenghe/server/src/zones/files.ts');
  const recorded = records.find((one) => one.id === id);
  if (!recorded) throw cannot(options, { zh: `名录中没有 ${id}。`, en: `The register holds no zone ${id}.` });
  const row = rowOnDay(recorded, asOf);
  if (!row) throw cannot(options, { zh: `${id} 在 ${asOf} 还没有记录。`, en: `On ${asOf} there is no record of ${id} yet.` });
  const own = acts.filter((act) => act.on <= asOf && [...act.from, ...act.to].includes(id));
  const zone = knownOn(recorded, asOf);
  if (options.format === 'json') {
    const { names, plates: plateList, areas, blocks, source } = zone;
    printJson({ ...row, names, plateList, areas, blocks, acts: own, source });
  } else process.stdout.write(`${mark(options)}${zoneText(zone, row, own)}\n`);
}

/** What was known of the zone on the day, as the server tells it: what came later is not told. */
function knownOn(zone: ZoneRecord, asOf: Day): ZoneRecord {
  const begun = <T extends { readonly from: Day }>(facts: readonly T[]) => facts.filter((fact) => fact.from <= asOf);
  const plates = begun(zone.plates).map(({ to, ...plate }) => (to !== undefined && to <= asOf ? { ...plate, to } : plate));
  return { ...zone, names: begun(zone.names), plates, areas: begun(zone.areas), blocks: begun(zone.blocks) };
}

function zoneText(zone: ZoneRecord, row: ZoneRow, acts: readonly ActRecord[]): string {
  const names = zone.names.map((name) => [name.from, name.value]);
  const plates = zone.plates.map((plate) => [plate.from, plate.to ?? '', plate.level, plate.name]);
  const areas = zone.areas.map((area) => [area.from, cellText(area.areaKm2), area.calibre, area.document, area.note ?? '']);
  const blocks = zone.blocks.map((block) => [
    cellText(block.areaKm2),
    block.name,
    [block.east, block.south, block.west, block.north].filter(Boolean).join(' / '),
  ]);
  const lineage = acts.map((act) => [act.on, act.kind, `${act.from.join(' ')} → ${act.to.join(' ')}`, act.paper, act.note ?? '']);
  const part = (title: string, lines: readonly (readonly string[])[]) => (lines.length === 0 ? [] : ['', title, table(lines, '  ')]);
  return [
    `${row.id}  ${row.name}  ${row.city}${row.county ?? ''}  ${row.type}  ${areaText(row)}`,
    ...part('名称 Names', names),
    ...part('牌子 Plates', plates),
    ...part('面积 Areas', areas),
    ...part('区块 Blocks（四至 east / south / west / north）', blocks),
    ...part('沿革 Acts', lineage),
    '',
    `来源 Source: ${zone.source ?? ''} ${zone.confidence ?? ''}`,
  ].join('\n');
}

async function found(options: ListOptions): Promise<{ readonly rows: readonly ZoneRow[]; readonly asOf: Day }> {
  const { records, asOf } = await registerOf(options);
  const { rowsFromRecords } = await import('@zhenghe/server/src/zones/files.ts');
  const { query, type, grade, place, status, sort } = options;
  return {
    rows: rowsFromRecords(records, {
      asOf,
      query,
      type,
      grade,
      jurisdiction: place,
      status,
      sort,
      descending: options.descending ?? false,
    }),
    asOf,
  };
}

/** Bodies and acts of a data set, straight from what ships with the product. */
export async function registerOf({ dataset, on }: Pick<Chosen, 'dataset' | 'on'>) {
  const { readRealZones } = await import('@zhenghe/server/src/zones/files.ts');
  if (dataset === 'real') {
    const { zones, acts } = readRealZones();
    return { records: zones, acts, asOf: on ?? today() };
  }
  const { trainingDay, trainingRegister } = await import('@zhenghe/server/src/training/files.ts');
  const { zones, acts } = trainingRegister();
  return { records: zones, acts, asOf: on ?? trainingDay };
}

function mark({ dataset, lang }: Chosen): string {
  if (dataset === 'real') return '';
  return lang === 'zh' ? '【训练数据】' : '[Training data 训练数据] ';
}

function areaText(row: ZoneRow): string {
  return isMissing(row.areaKm2) ? '—' : `${row.areaKm2} km² ${row.areaCalibre ?? ''}`;
}

function cellText(cell: string | { readonly missing: string }): string {
  return isMissing(cell) ? cell.missing : `${cell} km²`;
}
