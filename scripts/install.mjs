// Installs the packages of package-lock.json when they are missing or differ. Plain Node: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** npm notes what it installed in node_modules/.package-lock.json; each package our lock asks for must be there in that version. */
export function isInstalled(root) {
  const have = packagesIn(join(root, 'node_modules/.package-lock.json'));
  const wanted = Object.entries(packagesIn(join(root, 'package-lock.json')));
  const needed = wanted.filter(([path, entry]) => path.startsWith('node_modules/') && !entry.optional);
  return needed.length > 0 && needed.every(([path, entry]) => have[path] && have[path].version === entry.version);
}

/**
 * `run(program, args)` answers the exit code. Not `npm ci`: it refuses a lock that was written where the variants for other systems
 * could not be looked up. The versions are those of the lock all the same, and the lock is not written.
 */
export async function install(root, run) {
  process.stdout.write(
    existsSync(join(root, 'node_modules'))
      ? '安装缺少或有变的软件包 Packages are missing or changed: installing.\n'
      : '首次启动，安装软件包，约一两分钟 Installing packages (once; a minute or two).\n',
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if ((await run(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline'])) === 0) return;
  throw new Error(
    '软件包未能安装（见上）。安装需要能访问 npm 源；以后启动不需要网络。\n' +
      'npm could not install the packages (see above). Installing needs the npm registry; later starts need no network.',
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {}; // Absent or cut off: nothing is known to be installed.
  }
}
