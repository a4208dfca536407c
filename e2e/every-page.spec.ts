// Each page in both languages, wide and on a phone: opens, holds nothing untranslated, does not scroll sideways, passes axe.
import AxeBuilder from '@axe-core/playwright';
import { pages } from './pages.ts';
import { expect, test } from './visitor.ts';

const phone = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };

for (const entry of pages) {
  test(`${entry.name}: both languages, wide and phone, accessible`, async ({ page, visitor }) => {
    await visitor.as(entry.card ?? 'county');
    for (const language of ['zh', 'en'] as const) {
      for (const size of [wide, phone]) {
        await page.setViewportSize(size);
        await visitor.open(entry.path, language);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(sideways, `${language} ${size.width}: the page itself scrolls sideways`).toBeLessThanOrEqual(1);
        // biome-ignore lint/performance/useDomNodeTextContent: only what a person sees counts
        const text = await page.locator('body').innerText();
        expect(text, 'a raw word key').not.toMatch(/\b(shell|zones|plans|policy|cockpit|accounts)\.[a-zA-Z]+\.?[a-zA-Z]*\b/);
        expect(text).not.toContain('undefined');
        expect(text).not.toContain('NaN');
      }
      await page.setViewportSize(wide);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
      const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
      expect(
        grave.map(
          (v) =>
            `${v.id}: ${v.nodes
              .map((n) => n.html.slice(0, 160))
              .slice(0, 3)
              .join(' | ')}`,
        ),
      ).toEqual([]);
    }
  });
}
