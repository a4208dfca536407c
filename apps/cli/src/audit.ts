// `zhenghe audit export|verify`: the whole log into one file, and its proof without server or network.
import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { withVoice } from './options.ts';
import { cannot, printJson, Stop, type Voice } from './stop.ts';

const verifyHelp = `
退出码 0 完整，1 被动过（逐条指出），2 无法核验。没有 --key 时相信文件自带的公钥；请用从别处得到的公钥。
整本日志被重写（连同签名树头截短）只有旧的导出能作证：--against 旧文件。
Exit 0 whole, 1 touched (each entry is named), 2 could not be verified. Without --key the file's own key is believed: bring one you
got elsewhere. A log rewritten as a whole, or cut back to an earlier signed head, is only told by an older export: --against FILE.`;

export function register(program: Command): void {
  const audit = program.command('audit').description('审计日志：导出、离线核验 / audit log: export, verify offline');
  withVoice(audit.command('export').description('导出全部条目、签名树头、公钥和证明 / entries, signed heads, public key, proofs'))
    .argument('<file>', '新文件 .jsonl / a new file')
    .action(exportTo);
  withVoice(audit.command('verify').description('离线核验一份导出 / verify an export offline'))
    .argument('<file>', '导出的文件 / the export')
    .option('--key <pem>', '公钥文件（PEM） / public key file')
    .option('--against <file>', '较早的导出 / an older export of the same log')
    .addHelpText('after', verifyHelp)
    .action(verify);
}

async function exportTo(file: string, voice: Voice): Promise<void> {
  const { withDatabase } = await import('@zhenghe/server/src/platform/borrow.ts');
  const { StartFault } = await import('@zhenghe/server/src/platform/fault.ts');
  const { migrate } = await import('@zhenghe/server/src/platform/migrate.ts');
  const { openSigner } = await import('@zhenghe/server/src/platform/signing.ts');
  const { exportLog } = await import('@zhenghe/server/src/audit/export.ts');
  try {
    const done = await withDatabase(tell, async ({ db, config, holder }) => {
      if (!holder) await migrate(db, tell);
      return exportLog(db, openSigner(config.home, config.signing), file);
    });
    if (voice.format === 'json') return printJson({ file, ...done });
    const zh = `已导出 ${done.size} 条、${done.heads} 个签名树头到 ${file}，密钥 ${done.keyId}。\n`;
    process.stdout.write(
      voice.lang === 'zh' ? zh : `Exported ${done.size} entries and ${done.heads} signed heads to ${file}, key ${done.keyId}.\n`,
    );
  } catch (fault) {
    if (!(fault instanceof StartFault)) throw fault;
    throw cannot(voice, { zh: `${fault.message} ${fault.next}`, en: `${fault.message} ${fault.next}` });
  }
}

interface VerifyOptions extends Voice {
  readonly key?: string | undefined;
  readonly against?: string | undefined;
}

async function verify(file: string, { key, against, ...voice }: VerifyOptions): Promise<void> {
  for (const path of [file, key, against]) {
    if (path !== undefined && !existsSync(path)) throw cannot(voice, { zh: `没有文件 ${path}。`, en: `There is no file ${path}.` });
  }
  const report = await reportOf(file, { key, against }, voice);
  if (voice.format === 'json') printJson(report);
  else process.stdout.write(`${textOf(report, voice)}\n`);
  if (!report.ok) throw new Stop(1);
}

async function reportOf(file: string, { key, against }: Omit<VerifyOptions, keyof Voice>, voice: Voice) {
  const { BadWitnessFault, verifyFile } = await import('@zhenghe/server/src/audit/verify-file.ts');
  const { NoExportFault } = await import('@zhenghe/server/src/audit/read-export.ts');
  const { keyIdOf } = await import('@zhenghe/server/src/platform/signing.ts');
  const pem = key === undefined ? undefined : readFileSync(key, 'utf8');
  try {
    if (pem !== undefined) keyIdOf(pem);
  } catch {
    throw cannot(voice, { zh: `${key} 不是公钥。`, en: `${key} is no public key.` });
  }
  try {
    return await verifyFile(file, { ...(pem === undefined ? {} : { key: pem }), ...(against === undefined ? {} : { against }) });
  } catch (fault) {
    if (fault instanceof NoExportFault)
      throw cannot(voice, { zh: `${fault.message} 不是本产品的审计导出。`, en: `${fault.message} is no audit export of this product.` });
    if (fault instanceof BadWitnessFault)
      throw cannot(voice, {
        zh: `${fault.message} 本身不完整，不能作证。`,
        en: `${fault.message} is itself not whole and can be no witness.`,
      });
    throw fault;
  }
}

function textOf(report: Awaited<ReturnType<typeof reportOf>>, { lang }: Voice): string {
  const { head, key, size } = report;
  const signed = head ? `${head.at}, SHA-256 ${head.sha256}, SM3 ${head.sm3}` : '';
  const believed = { zh: '（公钥来自文件本身）', en: ' (the key came with the file)' };
  const about =
    lang === 'zh'
      ? `${size} 条，${report.heads} 个树头；最后签名 ${signed}，密钥 ${key?.id ?? '—'}${key && !key.pinned ? believed.zh : ''}`
      : `${size} entries, ${report.heads} heads; last signed ${signed}, key ${key?.id ?? '—'}${key && !key.pinned ? believed.en : ''}`;
  if (report.ok) return `${lang === 'zh' ? '完整。' : 'Whole. '}${about}`;
  const count = report.findings.length;
  return [
    lang === 'zh' ? `被动过：${count} 处。` : `Touched: ${count} findings.`,
    ...report.findings.map((one) => `  ${one.message[lang]}`),
    about,
  ].join('\n');
}

/** What is done on the way; the answer itself goes to stdout. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
