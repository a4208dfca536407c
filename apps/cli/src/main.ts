// `zhenghe`: the product from the command line. Exit 0 nothing blocks, 1 something blocks,
// 2 it could not be done, 3 the product itself failed (thrown, and caught in bin).
import { Command, CommanderError } from 'commander';
import { Stop } from './stop.ts';

interface CommandModule {
  readonly register: (program: Command) => void;
}

/** Loaded when asked for, so that `plan check` does not wait for what it does not use. */
const commands: ReadonlyMap<string, () => Promise<CommandModule>> = new Map<string, () => Promise<CommandModule>>([
  ['plan', () => import('./plan.ts')],
  ['policy', () => import('./policy.ts')],
  ['planner', () => import('./planner.ts')],
  ['zones', () => import('./zones.ts')],
  ['statistics', () => import('./statistics.ts')],
  ['db', () => import('./db.ts')],
  ['demo', () => import('./demo.ts')],
  ['audit', () => import('./audit.ts')],
]);

export async function run(argv: readonly string[]): Promise<number> {
  const program = new Command('zhenghe')
    .description('整合：浙江开发区（园区）整合提升 — integration of Zhejiang’s development zones')
    .showHelpAfterError('（用 --help 查看用法 / see --help）')
    .exitOverride();
  const asked = commands.get(argv[2] ?? '');
  const wanted = asked ? [asked] : [...commands.values()];
  for (const load of wanted) (await load()).register(program);
  try {
    await program.parseAsync([...argv]);
  } catch (fault) {
    return exitCodeOf(fault);
  }
  return Number(process.exitCode ?? 0);
}

/** Commander has already said what was wrong with the words; a Stop has said it itself. Anything else is our bug. */
function exitCodeOf(fault: unknown): number {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
  if (fault instanceof Stop) return fault.exitCode;
  throw fault;
}
