// `zhenghe demo reset|remove|files`: the training province as on its first day, or not at all; the training county's boundary
// files. Real rows are never touched.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from '@zhenghe/server/src/platform/database.ts';
import { type Command, Option } from 'commander';
import { onDatabase, tell } from './database.ts';
import { refuseExisting, writeNew } from './new-file.ts';
import { cannot, type Language } from './stop.ts';

interface DemoOptions {
  readonly lang: Language;
}

export function register(program: Command): void {
  const demo = program.command('demo').description('训练省 / the training province');
  withLanguage(demo.command('reset').description('恢复到最初，包括方案 / back to its first day, plans included')).action(reset);
  withLanguage(demo.command('remove').description('删去全部训练数据 / remove every training row')).action(remove);
  withLanguage(demo.command('files <folder>').description('写出训练县的边界文件 / write the training county’s boundary files'))
    .option('--force', '覆盖已有文件 / overwrite what is there')
    .action(files);
}

interface FilesOptions extends DemoOptions {
  readonly force?: true;
}

/** Without a database: every format, and faulty ones to practise on. */
async function files(folder: string, { lang, force }: FilesOptions): Promise<void> {
  const { trainingFiles } = await import('@zhenghe/server/src/training/land-files.ts');
  const voice = { lang, format: 'text', ...(force ? { force } : {}) } as const;
  const made = await trainingFiles();
  for (const { name } of made) refuseExisting(join(folder, name), voice);
  for (const { name, bytes, shows } of made) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeNew(join(folder, name), bytes, voice);
    process.stdout.write(`${name}  ${shows[lang]}\n`);
  }
}

function withLanguage(command: Command): Command {
  return command.addOption(new Option('--lang <lang>', '语言 / language').choices(['zh', 'en']).default('zh'));
}

async function reset({ lang }: DemoOptions): Promise<void> {
  const { resetTraining } = await import('@zhenghe/server/src/load.ts');
  await onFilledDatabase(lang, (db, rulebook) => resetTraining(db, rulebook, tell));
  process.stdout.write(lang === 'zh' ? '训练省已恢复到最初。\n' : 'The training province is back to its first day.\n');
}

async function remove({ lang }: DemoOptions): Promise<void> {
  const { clearTraining } = await import('@zhenghe/server/src/load.ts');
  await onFilledDatabase(lang, (db) => clearTraining(db));
  process.stdout.write(
    lang === 'zh' ? '训练数据已全部删去；demo reset 可恢复。\n' : 'Every training row is removed; demo reset brings the province back.\n',
  );
}

/** The database is brought up to date and filled first, so that the command works before any start. */
async function onFilledDatabase(lang: Language, work: (db: Database, rulebook: Rulebook) => Promise<void>): Promise<void> {
  const { migrate } = await import('@zhenghe/server/src/platform/migrate.ts');
  const { loadEverything } = await import('@zhenghe/server/src/load.ts');
  const { loadPacks } = await import('@zhenghe/rulebook');
  const rulebook = loadPacks();
  await onDatabase({ lang, format: 'text' }, async ({ db, config }) => {
    if (config.profile !== 'demo') throw noDemo(lang);
    await migrate(db, tell);
    await loadEverything(db, { profile: 'production', say: tell, rulebook });
    await work(db, rulebook);
  });
}

function noDemo(lang: Language) {
  return cannot({ lang, format: 'text' }, { zh: '生产环境没有训练省。', en: 'A production profile has no training province.' });
}
