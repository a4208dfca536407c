// Three rounds of what scripts/crash-audit.ts does a hundred times by hand.
import { expect, it } from 'vitest';
import { crashAudit } from '../../../../scripts/crash-audit.ts';

it('kill -9 of the server and of PostgreSQL loses no acknowledged action and leaves none without its entry', async () => {
  const report = await crashAudit(3, () => undefined);
  expect(report.problems).toEqual([]);
  expect(report.acknowledged).toBeGreaterThanOrEqual(3);
}, 400_000);
