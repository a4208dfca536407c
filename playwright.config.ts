import { defineConfig } from '@playwright/test';

// The journeys run against a server that scripts/test.mjs has started; ZHENGHE_URL and ZHENGHE_CHROMIUM come from it.
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  // Two at once, on two cores: the journeys one after another, as they share a province, and beside them the walk over every page,
  // which only looks.
  workers: 2,
  projects: [
    { name: 'pages', testMatch: 'every-page.spec.ts', workers: 1 },
    { name: 'journeys', testIgnore: 'every-page.spec.ts', workers: 1 },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.ZHENGHE_URL ?? 'http://127.0.0.1:7300',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.ZHENGHE_CHROMIUM ? { executablePath: process.env.ZHENGHE_CHROMIUM } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
