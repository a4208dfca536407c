import { defineConfig } from '@playwright/test';

// The journeys run against a server that scripts/test.mjs has started; ZHENGHE_URL and ZHENGHE_CHROMIUM come from it.
const withServers = ['accounts.spec.ts', 'departments.spec.ts'];

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  // Two at once, on two cores: the journeys one after another, as they share a province; beside them the walk over every page, which
  // only looks, and after it the journeys that have a server of their own.
  workers: 2,
  projects: [
    { name: 'journeys', testIgnore: ['every-page.spec.ts', ...withServers], workers: 1 },
    { name: 'pages', testMatch: 'every-page.spec.ts', workers: 1 },
    { name: 'production', testMatch: withServers, workers: 1 },
  ],
  // A journey that hangs ends, in the end; one that is slow on a machine with much else to do has not failed.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.ZHENGHE_URL ?? 'http://127.0.0.1:7300',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // A trace of every step costs a third of the time: `npx playwright test --trace on` where one is wanted.
    trace: 'off',
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
