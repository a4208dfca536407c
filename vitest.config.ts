import { defineConfig } from 'vitest/config';
import { vitestReporter } from './scripts/reports.mjs';

const unit = ['packages/*/src/**/*.test.{ts,tsx}', 'apps/*/src/**/*.test.{ts,tsx}'];
const integration = ['apps/**/*.int.test.ts'];

/** `npm test` reads there what failed, to tell it once more at its end. */
const report = process.env.ZHENGHE_TEST_REPORT;

// The integration tests run after the others: they share the machine's two cores with a real PostgreSQL.
export default defineConfig({
  test: {
    reporters: ['default', ...(report ? [vitestReporter(report)] : [])],
    projects: [
      {
        test: {
          name: 'unit',
          include: unit,
          exclude: [...integration, '**/node_modules/**'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          include: integration,
          globalSetup: ['apps/server/src/platform/test-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          pool: 'forks',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
