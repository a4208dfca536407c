// No page holds a serious or critical fault by axe's rules for WCAG 2.0 to 2.2, A and AA, and for good practice.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function accessible(page: Page): Promise<void> {
  // In the page itself: no page of ours has frames of others, and carrying the findings to a second page takes three times as long.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(rules);
  const { violations } = await axe.analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const first = (nodes: readonly { readonly html: string }[]) => nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
  expect(grave.map(({ id, nodes }) => `${id}: ${first(nodes).join(' | ')}`)).toEqual([]);
}
