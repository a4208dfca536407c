// Each page in both languages, wide and on a phone: opens, holds nothing untranslated, does not scroll sideways, passes axe.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pages } from './pages.ts';
import { expect, test } from './visitor.ts';

const phone = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };

// A page takes seconds; a busy machine takes axe ten times as long.
test.describe.configure({ timeout: 120_000 });

for (const entry of pages.filter((page) => !page.onlyLooked)) {
  test(`${entry.name}: both languages, wide and phone, accessible`, async ({ page, visitor }) => {
    await visitor.as(entry.card ?? 'county');
    for (const language of ['zh', 'en'] as const) {
      await page.setViewportSize(wide);
      await visitor.open(entry.path, language);
      await expectWhole(page, `${language} wide`);
      if (language === 'zh') await expectAccessible(page);
      await page.setViewportSize(phone);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectWhole(page, `${language} phone`);
      if (language === 'en') await expectAccessible(page);
    }
  });
}

/** Nothing untranslated, nothing broken, no page wider than its screen. */
async function expectWhole(page: Page, view: string): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, `${view}: the page itself scrolls sideways`).toBeLessThanOrEqual(1);
  // biome-ignore lint/performance/useDomNodeTextContent: only what a person sees counts
  const text = await page.locator('body').innerText();
  // An address such as /api/zones.xlsx is no word key.
  expect(text, 'a raw word key').not.toMatch(
    /(?<![/\w])(shell|zones|plans|policy|cockpit|accounts|consultation|imports|boundaries|planner)\.[a-zA-Z]+\.?[a-zA-Z]*\b/,
  );
  expect(text).not.toContain('undefined');
  expect(text).not.toContain('NaN');
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  const told = grave.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  );
  expect(told).toEqual([]);
}
