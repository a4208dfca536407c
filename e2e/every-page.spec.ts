// Each page in both languages, wide and on a phone: opens, holds nothing untranslated, does not scroll sideways, passes axe.
import type { Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { pages } from './pages.ts';
import { expect, settled, test, type Visitor, visitorAt } from './visitor.ts';

const phone = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };

// One browser walks through all of them, as a person does; a new one for each would load and compile the same program every time.
let page: Page;
let walker: Visitor;
test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: wide });
  page = await context.newPage();
  walker = visitorAt(page);
});
test.afterAll(() => page?.context().close());

for (const entry of pages.filter(({ onlyLooked }) => !onlyLooked)) {
  test(`${entry.name}: both languages, wide and phone, accessible`, async () => {
    await walker.as(entry.card ?? 'county');
    await page.setViewportSize(wide);
    await walker.open(entry.path);
    await expectWhole('zh wide');
    await accessible(page);
    await at(phone);
    await expectWhole('zh phone');
    await at(wide);
    await page.getByText('EN', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await settled(page);
    await expectWhole('en wide');
    await at(phone);
    await expectWhole('en phone');
    await accessible(page);
    expect(walker.broken(), 'errors thrown in the page').toEqual([]);
  });
}

async function at(size: typeof wide): Promise<void> {
  await page.setViewportSize(size);
  await settled(page);
}

/** Nothing untranslated, nothing broken, no page wider than its screen. */
async function expectWhole(view: string): Promise<void> {
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(sideways, `${view}: the page itself scrolls sideways`).toBeLessThanOrEqual(1);
  // biome-ignore lint/performance/useDomNodeTextContent: only what a person sees counts
  const text = await page.locator('body').innerText();
  // An address such as /api/zones.xlsx is no word key.
  expect(text, 'a raw word key').not.toMatch(
    /(?<![/\w])(shell|zones|plans|policy|cockpit|accounts|consultation|imports|boundaries|planner|statistics)\.[a-zA-Z]+\.?[a-zA-Z]*\b/,
  );
  expect(text).not.toContain('undefined');
  expect(text).not.toContain('NaN');
}
