// `zhenghe db status|backup|restore`: the product's database, through the running server or, when none runs, started for the command.
import type { Command } from 'commander';
import { onDatabase, tell } from './database.ts';
import { withVoice } from './options.ts';
import { cannot, printJson, type Stop, type Voice } from './stop.ts';
import { table } from './text.ts';

const backupHelp = `
备份由本产品自己写出（随附的 PostgreSQL 不含 pg_dump）：各表逐行 JSON，压缩为一个文件，带行数与校验和；恢复在一个事务中完成。
The backup is the product's own: the PostgreSQL inside brings no pg_dump. It holds every row as JSON, packed into one file
with row counts and a checksum. A restore reads and checks the whole file first, then works in one transaction.`;

export function register(program: Command): void {
  const db = program
    .command('db')
    .description('数据库：状态、备份、恢复 / database: status, backup, restore')
    .addHelpText('after', backupHelp);
  withVoice(db.command('status').description('版本、迁移、各表行数 / version, migrations, rows')).action((voice: Voice) => status(voice));
  withVoice(db.command('backup').description('备份到新文件 / back up to a new file'))
    .argument('<file>', '文件 / file')
    .addHelpText('after', backupHelp)
    .action(backup);
  withVoice(db.command('restore').description('从备份恢复 / restore from a backup'))
    .argument('<file>', '文件 / file')
    .option('--replace', '替换已有数据 / replace what is there')
    .addHelpText('after', backupHelp)
    .action(restore);
}

async function status(voice: Voice): Promise<void> {
  const answer = await onDatabase(voice, async (borrowed) => {
    const { databaseStatus } = await import('@zhenghe/server/src/platform/backup/status.ts');
    return { through: borrowed.through, server: borrowed.holder, ...(await databaseStatus(borrowed.db)) };
  });
  if (voice.format === 'json') return printJson(answer);
  const zh = voice.lang === 'zh';
  const reached = {
    own: zh ? '自带，只为本命令启动' : 'our own, started for this command',
    'running-server': zh
      ? `自带，运行中的服务（进程 ${answer.server?.pid}）`
      : `our own, of the running server (process ${answer.server?.pid})`,
    'database-url': 'DATABASE_URL',
  };
  const migrations = [
    zh ? `已做 ${answer.applied.length}` : `${answer.applied.length} applied`,
    zh ? `待做 ${answer.pending.length}` : `${answer.pending.length} pending`,
  ];
  const facts = [
    ['PostgreSQL', answer.version],
    [zh ? '来源' : 'through', reached[answer.through]],
    [zh ? '大小' : 'size', `${(answer.bytes / 1_048_576).toFixed(1)} MB`],
    [zh ? '迁移' : 'migrations', migrations.join(zh ? '，' : ', ')],
  ];
  const rows = Object.entries(answer.rows).map(([name, count]) => [name, String(count)]);
  process.stdout.write(`${table(facts)}\n\n${table([[zh ? '表' : 'table', zh ? '行' : 'rows'], ...rows])}\n`);
}

async function backup(file: string, voice: Voice): Promise<void> {
  const end = await onDatabase(voice, async ({ db }) => {
    const { writeBackup } = await import('@zhenghe/server/src/platform/backup/write.ts');
    return writeBackup(db, file);
  });
  if (voice.format === 'json') return printJson({ file, ...end });
  process.stdout.write(
    voice.lang === 'zh'
      ? `已备份到 ${file}：${counts(end.rows, '张表', '行')}。\n`
      : `Backed up to ${file}: ${counts(end.rows, ' tables', ' rows')}.\n`,
  );
}

async function restore(file: string, options: Voice & { readonly replace?: boolean }): Promise<void> {
  const end = await onDatabase(options, async ({ db, holder }) => {
    if (holder) throw serverRuns(options, holder.pid);
    const { restoreBackup } = await import('@zhenghe/server/src/platform/backup/restore.ts');
    return restoreBackup(db, file, { replace: options.replace ?? false, say: tell });
  });
  if (options.format === 'json') return printJson({ file, ...end });
  process.stdout.write(
    options.lang === 'zh'
      ? `已从 ${file} 恢复：${counts(end.rows, '张表', '行')}。\n`
      : `Restored from ${file}: ${counts(end.rows, ' tables', ' rows')}.\n`,
  );
}

function counts(rows: Readonly<Record<string, number>>, tables: string, lines: string): string {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return `${Object.keys(rows).length}${tables}, ${total}${lines}`;
}

function serverRuns(voice: Voice, pid: number): Stop {
  return cannot(voice, {
    zh: `服务正在运行（进程 ${pid}）。请先停止它，再恢复。`,
    en: `The server runs (process ${pid}). Stop it, then restore.`,
  });
}
