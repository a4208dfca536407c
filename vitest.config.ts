import { defineConfig } from 'vitest/config';

const unit = [
  'packages/*/src/**/*.test.ts',
  'apps/{web,cli}/src/**/*.test.{ts,tsx}',
  'apps/server/src/**/*.test.ts',
  'scripts/**/*.test.ts',
];
const integration = ['apps/**/*.int.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: unit, exclude: [...integration, '**/node_modules/**'], testTimeout: 20_000 } },
      {
        test: {
          name: 'integration',
          include: integration,
          globalSetup: ['apps/server/src/platform/test-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
    ],
  },
});
