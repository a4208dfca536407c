import { defineConfig } from 'vitest/config';
import { vitestReporter } from './scripts/reports.mjs';

const unit = ['packages/*/src/**/*.test.{ts,tsx}', 'apps/*/src/**/*.test.{ts,tsx}'];
const integration = ['apps/**/*.int.test.ts'];

/** `npm test` reads there what failed, to tell it once more at its end. */
const report = process.env.ZHENGHE_TEST_REPORT;

/** A test that hangs ends, in the end; one that is slow on a machine with much else to do has not failed. */
const patience = { testTimeout: 180_000, hookTimeout: 300_000 };

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
          setupFiles: ['scripts/property-patience.ts'],
          ...patience,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          include: integration,
          globalSetup: ['apps/server/src/platform/test-database.ts'],
          ...patience,
          pool: 'forks',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
