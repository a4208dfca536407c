// `npm run look -- [page …]`: pictures of every page in both languages, wide and narrow, light and dark, from a running server.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { pages } from '../e2e/pages.ts';
import { findChromium } from './chromium.mjs';

const url = process.env.ZHENGHE_URL ?? 'http://127.0.0.1:7300';
const folder = process.env.LOOK_DIR ?? '.zhenghe/look';
const wanted = process.argv.slice(2);
const views = [
  { name: 'wide', width: 1440, height: 900, dark: false },
  { name: 'phone', width: 390, height: 844, dark: false },
  { name: 'dark', width: 1440, height: 900, dark: true },
] as const;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(console.log),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
for (const view of views) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: view,
    colorScheme: view.dark ? 'dark' : 'light',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  for (const entry of pages.filter((p) => wanted.length === 0 || wanted.includes(p.name))) {
    await context.request.post('/api/session/role', { data: { card: entry.card ?? 'county' }, headers: { origin: url } });
    for (const language of view.dark ? (['zh'] as const) : (['zh', 'en'] as const)) {
      await page.goto(`${entry.path}${entry.path.includes('?') ? '&' : '?'}lang=${language}`);
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await page.waitForTimeout(600);
      const path = join(folder, `${entry.name}-${language}-${view.name}.png`);
      await page.screenshot({ path, fullPage: view.name === 'phone' });
      console.log(path);
    }
  }
  await context.close();
}
await browser.close();
