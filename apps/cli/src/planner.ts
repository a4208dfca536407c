// `zhenghe planner export|solve|explain`: an instance of the documented format (docs/planner-file.md) out of the register, solved, explained.
// Without a server; only export needs the database.
import type { Answer, Instance } from '@zhenghe/engine/planner';
import type { InstanceFile } from '@zhenghe/exchange/planner';
import { type Command, Option } from 'commander';
import { dayOption, today, withVoice } from './options.ts';
import type { ExportOptions } from './planner-export.ts';
import { interruption, progress } from './planner-progress.ts';
import { readGiven } from './read-file.ts';
import { openRulebook } from './rulebook.ts';
import { cannot, printJson, Stop, type Voice } from './stop.ts';

const exits = `
退出码：0 有方案；1 无解，并指出互相冲突的规则和锁定；2 文件有问题，或没有算出；4 被中断，给出的是当时最好的方案和下界。
按一次 Ctrl-C 停下并给出当时最好的，再按一次立即结束（130）。
Exit 0 a plan, 1 none, with the rules and locks that cannot hold together, 2 a faulty file or nothing found, 4 broken off: the best so
far with its bound. Ctrl-C once ends with the best so far, twice at once (130).`;

export function register(program: Command): void {
  const planner = program.command('planner').description('整合方案测算 / the planner');
  withVoice(planner.command('export').description('把登记册写成求解文件 / write the register as an instance'))
    .argument('<file>', '要写的 .json；- 为标准输出 / the file to write; - for standard output')
    .addOption(new Option('--dataset <set>', '哪一套数据 / which data').choices(['real', 'training']).default('real'))
    .addOption(new Option('--scope <code>', '全省、市或县的代码 / province, city or county').default('330000'))
    .option('--on <day>', '登记册的日期，默认今天 / day of the register; default: today', dayOption)
    .option('--force', '覆盖已有文件 / overwrite')
    .action(async (file: string, options: Omit<ExportOptions, 'on'> & Partial<Pick<ExportOptions, 'on'>>) => {
      const { exportInstance } = await import('./planner-export.ts');
      await exportInstance(file, { ...options, on: options.on ?? today() });
    });
  withVoice(planner.command('solve').description('求成本最低的方案，并证明 / the plan of least cost, with proof'))
    .argument('<file>', '求解文件；- 为标准输入 / the instance; - for standard input')
    .addHelpText('after', exits)
    .action(solve);
  withVoice(planner.command('explain').description('为什么这样，还能怎样 / why so, and what else could be'))
    .argument('<file>', '求解文件；- 为标准输入 / the instance; - for standard input')
    .option('--jurisdiction <code>', '只解释这个地区 / only this jurisdiction')
    .addHelpText('after', exits)
    .action(explain);
}

async function solve(file: string, voice: Voice): Promise<void> {
  const read = await readInstance(file, voice);
  const { planningDesk } = await import('@zhenghe/server/src/planner/pool.ts');
  const interrupted = interruption(voice);
  const desk = planningDesk(undefined, { tell: progress(voice), stopped: interrupted.asked });
  try {
    const answer = await answered(read.instance, desk, voice);
    await show(read, answer, voice);
    process.exitCode = answer.status === 'infeasible' ? 1 : answer.stopped ? 4 : 0;
  } finally {
    interrupted.end();
    await desk.close();
  }
}

type Desk = Parameters<typeof import('@zhenghe/engine/planner').solve>[1];

async function answered(instance: Instance, desk: Desk, voice: Voice): Promise<Answer> {
  const { solve, Unfound } = await import('@zhenghe/engine/planner');
  try {
    return await solve(instance, desk);
  } catch (fault) {
    if (!(fault instanceof Unfound)) throw fault;
    const bound = fault.lowerBound;
    const stop = cannot(voice, {
      zh: `${fault.stopped ? '中断时还没有方案' : '没有找到方案，也没有证明无解'}；任何方案的成本不低于 ${bound}。`,
      en: `${fault.stopped ? 'No plan was known when it was broken off' : 'Neither a plan nor a proof that there is none'}; none costs less than ${bound}.`,
    });
    throw fault.stopped ? new Stop(4) : stop;
  }
}

async function show({ instance, about }: InstanceFile, answer: Answer, voice: Voice): Promise<void> {
  const { instanceHash } = await import('@zhenghe/server/src/planner/instance.ts');
  const { plannerDefaults } = await openRulebook(voice);
  const { conflictLines, answerText } = await import('./planner-text.ts');
  const hash = instanceHash(instance);
  if (voice.format === 'text') {
    process.stdout.write(answerText({ instance, about, hash, rules: plannerDefaults.rules }, answer, voice.lang));
    return;
  }
  if (answer.status === 'infeasible') {
    return printJson({ ...answer, conflict: conflictLines(instance, answer.conflict, plannerDefaults.rules), instanceHash: hash });
  }
  const { status, cost, lowerBound, zones, plan, outcomes, ...further } = answer;
  printJson({ status, cost, lowerBound, zones, plan, outcomes, instanceHash: hash, ...further });
}

interface ExplainOptions extends Voice {
  readonly jurisdiction?: string;
}

async function explain(file: string, { jurisdiction, ...voice }: ExplainOptions): Promise<void> {
  const read = await readInstance(file, voice);
  const codes = read.instance.jurisdictions.map(({ code }) => code);
  if (jurisdiction !== undefined && !codes.includes(jurisdiction)) throw cannot(voice, noJurisdiction(jurisdiction));
  const { openExplainer, provincialBinding } = await import('@zhenghe/engine/planner');
  const { planningDesk } = await import('@zhenghe/server/src/planner/pool.ts');
  const tell = progress(voice);
  const desk = planningDesk(undefined, { tell: (news) => (news.stage === 'explain' ? undefined : tell(news)) });
  try {
    const answer = await answered(read.instance, desk, voice);
    if (answer.status === 'infeasible') {
      await show(read, answer, voice);
      process.exitCode = 1;
      return;
    }
    const explainer = await openExplainer(read.instance, answer, { desk });
    const asked = jurisdiction === undefined ? withParks(read.instance) : [jurisdiction];
    const explained = [];
    for (const code of asked) {
      explained.push({ jurisdiction: code, ...(await explainer.of(code)) });
      tell({ stage: 'explain', done: explained.length, of: asked.length, cost: null, lowerBound: null });
    }
    const binding = await provincialBinding(read.instance, answer, desk);
    await showExplained(read, { answer, explained, binding }, voice);
  } finally {
    await desk.close();
  }
}

type Told = Parameters<typeof import('./planner-explain-text.ts').explainText>[1];

async function showExplained({ instance, about }: InstanceFile, told: Told, voice: Voice): Promise<void> {
  const { instanceHash } = await import('@zhenghe/server/src/planner/instance.ts');
  const hash = instanceHash(instance);
  if (voice.format === 'json') {
    const { status, cost, lowerBound, zones, capPrice } = told.answer;
    printJson({ status, cost, lowerBound, zones, instanceHash: hash, capPrice, binding: told.binding, jurisdictions: told.explained });
    return;
  }
  const { plannerDefaults } = await openRulebook(voice);
  const { explainText } = await import('./planner-explain-text.ts');
  process.stdout.write(explainText({ instance, about, hash, rules: plannerDefaults.rules }, told, voice.lang));
}

/** Parks belong to single jurisdictions, never to a joint one. */
function withParks({ jurisdictions }: Instance): readonly string[] {
  return jurisdictions.flatMap(({ code, joins }) => (joins === undefined ? [code] : [])).sort();
}

function noJurisdiction(code: string) {
  return { zh: `文件里没有地区 ${code}。`, en: `The file has no jurisdiction ${code}.` };
}

async function readInstance(file: string, voice: Voice): Promise<InstanceFile> {
  const { readInstanceFile } = await import('@zhenghe/exchange/planner');
  const read = readInstanceFile(await readGiven(file, voice));
  if (read.ok) return read;
  if (voice.format === 'json') printJson({ error: read.reason, problems: read.problems });
  else {
    const { problemsText } = await import('./planner-text.ts');
    process.stderr.write(`${read.reason[voice.lang]}\n${problemsText(read.problems, voice.lang)}`);
  }
  throw new Stop(2);
}
