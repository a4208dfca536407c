// `npm run bench [-- name …]`: every measurement, one after the other, with the machine named. Never a test.
import { auditLog } from './audit.ts';
import { boundaryOverlay } from './boundaries.ts';
import { figuresFile } from './figures-file.ts';
import { lastHour } from './filing.ts';
import { firstPage } from './first-page.ts';
import { mapPaint } from './map.ts';
import { myWorkToday } from './my-work.ts';
import { pivotBench } from './pivot.ts';
import { planCheck } from './plan-check.ts';
import { planner } from './planner.ts';
import { benchStart } from './start.ts';
import { zonesList } from './zones-list.ts';

const benches: Readonly<Record<string, () => string | Promise<string>>> = {
  'plan-check': planCheck,
  'zones-list': zonesList,
  'my-work': myWorkToday,
  filing: lastHour,
  audit: auditLog,
  boundaries: boundaryOverlay,
  'figures-file': figuresFile,
  pivot: pivotBench,
  planner,
  start: benchStart,
  'first-page': firstPage,
  map: mapPaint,
};

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(await measure());
}
