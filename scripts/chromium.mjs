// Finds a Chromium and a Chinese font for the browser journeys, or installs them; if neither can be had, says exactly that.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** Path of an executable Chromium with Chinese fonts beside it. Throws with what to do when there is none. */
export function findChromium(say) {
  const executable = present() ?? install(say);
  if (!executable) {
    throw new Error(
      'No Chromium was found and none could be installed. Install one (Debian: apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright install chromium) or set ZHENGHE_CHROMIUM to its path, then run npm test again.',
    );
  }
  if (!hasChineseFont()) {
    if (isRootOnDebian()) apt(say, 'fonts-noto-cjk');
    if (!hasChineseFont()) {
      throw new Error(
        'Chromium is here but no Chinese font is, so pages cannot be looked at. Install one (Debian: apt-get install fonts-noto-cjk) and run npm test again.',
      );
    }
  }
  return executable;
}

function present() {
  const named = process.env.ZHENGHE_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`ZHENGHE_CHROMIUM names ${named}, which does not exist.`);
  }
  return known.find((path) => existsSync(path)) ?? playwrights();
}

function install(say) {
  if (isRootOnDebian()) {
    apt(say, 'chromium', 'fonts-noto-cjk');
    const found = known.find((path) => existsSync(path));
    if (found) return found;
  }
  say('installing Playwright’s Chromium');
  spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
  return playwrights();
}

function playwrights() {
  const asked = spawnSync(process.execPath, ['-e', "console.log(require('playwright-core').chromium.executablePath())"], {
    encoding: 'utf8',
  });
  const path = asked.stdout.trim();
  return path && existsSync(path) ? path : null;
}

export function apt(say, ...packages) {
  say(`installing Debian packages ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env, timeout: 300_000 });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
    timeout: 600_000,
  });
}

function hasChineseFont() {
  const asked = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  // A system without fontconfig cannot be asked; the pictures will tell.
  return asked.error ? true : asked.stdout.trim().length > 0;
}

export function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return /(^|\n)ID(_LIKE)?=.*(debian|ubuntu)/.test(readFileSync('/etc/os-release', 'utf8'));
}
