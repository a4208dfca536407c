// `zhenghe plan check|template`: straight from files, without a server (issue 2, point 9).
import { basename } from 'node:path';
import type { Day } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import type { PlanFile } from '@zhenghe/exchange/plans';
import type { RulesInForce } from '@zhenghe/rulebook';
import type { Command } from 'commander';
import { type NewFile, refuseExisting, writeNew } from './new-file.ts';
import { countOption, dayOption, listOption, today, withVoice } from './options.ts';
import { readGiven } from './read-file.ts';
import { cannot, printJson, type Voice } from './stop.ts';

interface CheckOptions extends Voice {
  readonly packs?: readonly string[];
  readonly on?: Day;
  readonly zonesElsewhere?: number;
}

interface TemplateOptions extends NewFile {
  readonly from?: string;
}

export function register(program: Command): void {
  const plan = program.command('plan').description('整合提升方案 / integration plans');
  withVoice(plan.command('check'))
    .description('按当日有效的规则检查方案文件 / check a plan file against the rules in force')
    .argument('<file>', '方案文件 .json 或 .xlsx / plan file')
    .option('--packs <ids>', '规则包，逗号分开；默认为当日当地全部有效的 / packs; default: all in force', listOption)
    .option('--on <day>', '按哪一天的规则，默认今天 / the day whose rules apply; default: today', dayOption)
    .option('--zones-elsewhere <n>', '本地以外全省已有的开发区数 / zones counted elsewhere in the province', countOption)
    .action((file: string, options: CheckOptions) => check(file, options));
  withVoice(plan.command('template'))
    .description('写出空白填报表，或把方案写成工作簿 / write an empty form, or a plan as a workbook')
    .argument('<file>', '要写的 .xlsx / the workbook to write')
    .option('--from <plan>', '用这份方案填好 / filled in from this plan file')
    .option('--force', '覆盖已有文件 / overwrite')
    .action((file: string, options: TemplateOptions) => template(file, options));
}

async function check(file: string, options: CheckOptions): Promise<void> {
  const { checkPlan } = await import('@zhenghe/engine/plans');
  const { classOf } = await import('@zhenghe/rulebook');
  const read = await readPlan(file, options);
  const { plan } = read;
  const level = classOf(plan.jurisdiction);
  if (level === null) throw cannot(options, wholeProvince);
  const { packs, rules, on } = await rulesFor(plan, options);
  const { totals, findings } = checkPlan(plan, rules, { class: level, zonesElsewhere: options.zonesElsewhere ?? null });
  const result = { packs, on, totals, findings };
  if (options.format === 'json') {
    printJson({ ...result, plan: headOf(plan), file: { name: basename(file), sha256: read.sha256 }, notes: read.notes });
  } else {
    const { checkText } = await import('./plan-text.ts');
    process.stdout.write(checkText(result, read, options.lang));
  }
  process.exitCode = findings.some((finding) => finding.blocking) ? 1 : 0;
}

async function rulesFor(plan: Plan, options: CheckOptions): Promise<RulesInForce> {
  const { rulesInForce } = await import('@zhenghe/rulebook');
  const { openRulebook } = await import('./rulebook.ts');
  const packs = options.packs === undefined ? {} : { packs: options.packs };
  const found = rulesInForce(await openRulebook(options), { on: options.on ?? today(), jurisdiction: plan.jurisdiction, ...packs });
  if (!found.ok) throw cannot(options, found.reason);
  return found;
}

const wholeProvince = {
  zh: '方案应属于一个市或县（市、区），不能是全省（330000）。',
  en: 'A plan belongs to one city or county, not to the whole province (330000).',
};

function headOf({ code, title, jurisdiction, training }: Plan) {
  return { code, title, jurisdiction, training };
}

/** The plan of a file, or the end of the command with every bad cell. */
async function readPlan(file: string, voice: Voice): Promise<PlanFile> {
  const { readPlanFile } = await import('@zhenghe/exchange/plans');
  const bytes = await readGiven(file, voice);
  const { placeCode } = await import('./places.ts');
  const read = await readPlanFile(bytes, basename(file), { placeCode });
  if (!read.ok) throw cannot(voice, read.reason, read.problems);
  return read;
}

async function template(file: string, options: TemplateOptions): Promise<void> {
  refuseExisting(file, options);
  const { writePlanWorkbook } = await import('@zhenghe/exchange/plans');
  const plan = options.from === undefined ? null : (await readPlan(options.from, options)).plan;
  const bytes = await writePlanWorkbook(plan);
  await writeNew(file, bytes, options);
  if (options.format === 'json') printJson({ file: basename(file), bytes: bytes.length, plan: plan ? headOf(plan) : null });
  else process.stdout.write(options.lang === 'zh' ? `已写出 ${file}\n` : `Wrote ${file}\n`);
}
