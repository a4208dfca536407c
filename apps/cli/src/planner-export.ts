// Writes the register of a day as an instance, with the settings in force and the product's defaults; what is missing is said, and stands in
// the file.
import { basename } from 'node:path';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import { onDatabase, tell } from './database.ts';
import { type NewFile, refuseExisting, writeNew } from './new-file.ts';
import { openRulebook } from './rulebook.ts';
import { cannot, printJson } from './stop.ts';

export interface ExportOptions extends NewFile {
  readonly dataset: Dataset;
  readonly scope: string;
  readonly on: Day;
}

export async function exportInstance(file: string, options: ExportOptions): Promise<void> {
  if (file !== '-') refuseExisting(file, options);
  const { about, instance, hash } = await made(options);
  const bytes = Buffer.from(`${JSON.stringify({ about, ...instance }, null, 1)}\n`);
  if (file === '-') return void process.stdout.write(bytes);
  await writeNew(file, bytes, options);
  const counted = { parks: instance.parks.length, jurisdictions: instance.jurisdictions.length, missing: about.missing.length };
  if (options.format === 'json') return printJson({ file: basename(file), bytes: bytes.length, instanceHash: hash, ...counted });
  const zh = `已写出 ${file}：${counted.parks} 个园区，${counted.jurisdictions} 个地区；${counted.missing} 项数据缺失，列在 about.missing。\n`;
  const en = `Wrote ${file}: ${counted.parks} parks in ${counted.jurisdictions} places; ${counted.missing} figures are missing and listed in about.missing.\n`;
  process.stdout.write(options.lang === 'zh' ? zh : en);
}

async function made(options: ExportOptions) {
  const { dataset, scope, on } = options;
  const { scoped, wholeProvince } = await import('@zhenghe/server/src/platform/database.ts');
  const { migrate } = await import('@zhenghe/server/src/platform/migrate.ts');
  const { defaultsOf } = await import('@zhenghe/server/src/planner/defaults.ts');
  const { groundOf, instanceOf } = await import('@zhenghe/server/src/planner/register.ts');
  const rulebook = await openRulebook(options);
  return onDatabase(options, async ({ db, holder }) => {
    if (!holder) await migrate(db, tell);
    const whole = scoped(db, wholeProvince);
    const where = { dataset, scope, day: on, rulesOn: on };
    const { quotas } = await groundOf(whole, rulebook, where);
    const { settings, note } = defaultsOf(rulebook, { scope, on, quotas });
    const { instance, hash, missing, industries, adjacencyFrom } = await instanceOf(whole, rulebook, { ...where, settings });
    if (instance.parks.length === 0) throw cannot(options, nothingThere(scope, on));
    const title = `${dataset === 'training' ? '训练数据 ' : ''}${scope} ${on}`;
    return {
      about: { title, training: dataset === 'training', day: on, scope, note, settings, industries, adjacencyFrom, missing },
      instance,
      hash,
    };
  });
}

function nothingThere(scope: string, on: Day) {
  return {
    zh: `${on} 的登记册里 ${scope} 没有园区；请检查 --dataset、--scope 和 --on，数据库须先由 zhenghe 启动过一次。`,
    en: `The register of ${on} has no park in ${scope}; check --dataset, --scope and --on. The database is filled at the first start.`,
  };
}
