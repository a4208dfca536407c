// A person at a browser: chooses a role card, opens pages in a language, and is told when a page breaks.
import { test as base, expect, type Page } from '@playwright/test';

export interface Visitor {
  /** Chooses a demo role card and keeps it for the test. */
  readonly as: (card: string) => Promise<void>;
  readonly open: (path: string, language?: 'zh' | 'en') => Promise<void>;
  /** What the page threw since it was last asked. */
  readonly broken: () => readonly string[];
}

export const test = base.extend<{ visitor: Visitor }>({
  visitor: async ({ page }, use) => {
    const visitor = visitorAt(page);
    await use(visitor);
    expect(visitor.broken(), 'errors thrown in the page').toEqual([]);
  },
});

export function visitorAt(page: Page): Visitor {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  return {
    as: async (card) => {
      const answer = await page.request.post('/api/session/role', { data: { card }, headers: { origin: new URL(baseUrl(page)).origin } });
      expect(answer.ok(), await answer.text()).toBe(true);
    },
    open: async (path, language = 'zh') => {
      const separator = path.includes('?') ? '&' : '?';
      await page.goto(`${path}${separator}lang=${language}`);
      await settled(page);
    },
    broken: () => broken.splice(0),
  };
}

/** Has its heading, and waits for nothing. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

function baseUrl(page: Page): string {
  return process.env.ZHENGHE_URL ?? page.url();
}

export { expect };
