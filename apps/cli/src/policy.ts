// `zhenghe policy list|show|conflicts|check`: the rulebook as it stands in the packs, without a server (F26).
import { type Bilingual, unitWord } from '@zhenghe/engine/kernel';
import type { Pack, Rulebook } from '@zhenghe/rulebook';
import type { Command } from 'commander';
import { withVoice } from './options.ts';
import { badPacks, openRulebook } from './rulebook.ts';
import { cannot, printJson, type Voice } from './stop.ts';
import { table } from './text.ts';

export function register(program: Command): void {
  const policy = program.command('policy').description('规则包 / policy packs');
  withVoice(policy.command('list').description('全部规则包 / all packs')).action(list);
  withVoice(policy.command('show').description('一个规则包，或其中一条 / one pack, or one clause of it'))
    .argument('<id>', '规则包编号 / pack id')
    .argument('[clause]', '条款，如 "S2-(七)" / clause code')
    .action(show);
  withVoice(policy.command('conflicts').description('文件之间的不一致 / where the documents disagree')).action(conflicts);
  withVoice(policy.command('check').description('检查一个文件夹里的规则包 / check the packs of a folder'))
    .argument('<folder>', '文件夹 / folder')
    .action(checkFolder);
}

async function list(voice: Voice): Promise<void> {
  const { packs } = await openRulebook(voice);
  if (voice.format === 'json') {
    printJson(packs.map(({ head, hash }) => ({ ...head, hash })));
    return;
  }
  const rows = packs.map(({ head, hash }) => [
    head.id,
    head.version,
    hash.slice(0, 8),
    head.status,
    head.jurisdiction,
    head.appliesFrom,
    head.title[voice.lang],
  ]);
  process.stdout.write(`${table(rows)}\n`);
}

async function show(id: string, clause: string | undefined, voice: Voice): Promise<void> {
  const book = await openRulebook(voice);
  const pack = book.pack(id);
  if (!pack) throw cannot(voice, noPack(id, book));
  const codes = pack.clauses.map((one) => one.code);
  if (clause !== undefined && !codes.includes(clause)) throw cannot(voice, noClause(clause, codes));
  const part = clause === undefined ? pack : only(pack, clause);
  if (voice.format === 'json') printJson(part);
  else process.stdout.write(await packText(part, voice));
}

function noPack(id: string, book: Rulebook): Bilingual {
  const known = book.packs.map((pack) => pack.head.id).join(', ');
  return { zh: `没有规则包 ${id}；已有：${known}。`, en: `There is no pack ${id}; known: ${known}.` };
}

function noClause(clause: string, codes: readonly string[]): Bilingual {
  return { zh: `没有条款 ${clause}；已有：${codes.join(' ')}。`, en: `There is no clause ${clause}; known: ${codes.join(' ')}.` };
}

/** What of a pack stands under one clause. */
function only(pack: Pack, clause: string): Pack {
  const here = <T extends { readonly clause: string }>(rows: readonly T[]) => rows.filter((row) => row.clause === clause);
  return {
    ...pack,
    clauses: pack.clauses.filter((one) => one.code === clause),
    parameters: here(pack.parameters),
    checks: here(pack.checks),
    targets: here(pack.targets),
    facts: here(pack.facts),
    conflicts: pack.conflicts.filter((conflict) => conflict.sides.some((side) => side.clause === clause)),
  };
}

async function packText(pack: Pack, { lang }: Voice): Promise<string> {
  const { showValue } = await import('@zhenghe/rulebook');
  const { head } = pack;
  const clauses = pack.clauses.flatMap((clause) => [
    `  ${clause.code}  ${clause.heading[lang]}  [${clause.strength}]`,
    `      ${clause.summary[lang]}`,
  ]);
  const parameters = pack.parameters.map((one) => [
    one.clause,
    one.title[lang],
    `${showValue(one)[lang]} ${unitWord(one.unit)[lang]}`.trim(),
    one.id,
  ]);
  const checks = pack.checks.map((one) => [one.clause, one.title[lang], one.strength, one.id]);
  const titles = lang === 'zh' ? ['条款', '参数', '检查'] : ['Clauses', 'Parameters', 'Checks'];
  const sections = [clauses.join('\n'), table(parameters, '  '), table(checks, '  ')];
  const body = sections.flatMap((section, index) => (section === '' ? [] : [`${titles[index]}\n${section}`]));
  const about = `${head.title[lang]}\n  ${head.id} ${head.version}  ${head.status}  ${head.number ?? '—'}  ${head.issuer[lang]}  ${head.appliesFrom}\n  sha256 ${pack.hash}`;
  return `${[about, ...body].join('\n\n')}\n`;
}

async function conflicts(voice: Voice): Promise<void> {
  const { findConflicts } = await import('@zhenghe/rulebook');
  const found = findConflicts(await openRulebook(voice));
  if (voice.format === 'json') {
    printJson(found);
    return;
  }
  const { lang } = voice;
  const blocks = found.map((conflict) =>
    [
      `${conflict.id}  ${conflict.title[lang]}  [${conflict.found}]`,
      table(
        conflict.sides.map((side) => [side.clause, side.pack, side.says[lang]]),
        '    ',
      ),
      `    ${conflict.explanation[lang]}`,
      `    → ${conflict.handling[lang]}`,
    ].join('\n'),
  );
  process.stdout.write(`${blocks.join('\n\n')}\n`);
}

async function checkFolder(folder: string, voice: Voice): Promise<void> {
  const { readPacks } = await import('@zhenghe/rulebook');
  const read = readPacks(folder);
  if (!read.ok) throw badPacks(voice, read.problems);
  const packs = read.rulebook.packs.map(({ head, hash }) => ({ id: head.id, version: head.version, hash }));
  if (voice.format === 'json') printJson({ packs });
  else process.stdout.write(`${table(packs.map((pack) => [pack.id, pack.version, pack.hash]))}\n`);
}
