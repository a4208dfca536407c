// The map: seconds until 1,010 parks and 89 county outlines are painted (aim < 1.5), and frames a second while it is dragged (aim ≥ 30).
// Points of the register and land of a workbench, each in a cold browser.
import { type BrowserContext, chromium, type Page, type Route } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';

const visits = 5;
const panningMs = 3000;
const parks = 1010;

/** Needs a running server: ZHENGHE_URL. */
export async function mapPaint(): Promise<string> {
  const url = process.env.ZHENGHE_URL;
  if (!url) return 'map: not measured, set ZHENGHE_URL to a running server';
  const browser = await chromium.launch({
    executablePath: findChromium(console.log),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
  const paints: number[] = [];
  const rates: number[] = [];
  let points = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
    await context.request.post('/api/session/role', { data: { card: 'province' }, headers: { origin: url } });
    const seen = await oneVisit(context);
    paints.push(seen.paint);
    rates.push(seen.rate);
    points = seen.points;
    await context.close();
  }
  await browser.close();
  return `map: ${points} parks and the counties painted in ${middle(paints).toFixed(2)} s from opening the page, median of ${visits} cold browsers (aim < 1.5); dragged at ${middle(rates).toFixed(0)} frames a second, the slowest visit ${Math.min(...rates).toFixed(0)} (aim ≥ 30)`;
}

async function oneVisit(context: BrowserContext): Promise<{ paint: number; rate: number; points: number }> {
  const page = await context.newPage();
  const began = performance.now();
  await page.route('**/rpc/zones/points**', asMany);
  await page.goto('/zones?view=map');
  const map = page.getByRole('application');
  await page.locator('[role="application"][data-painted-points]:not([data-painted-points="0"])').waitFor();
  const paint = (performance.now() - began) / 1000;
  const points = Number(await map.getAttribute('data-painted-points'));
  return { paint, rate: await panned(page), points };
}

/** The training province has fewer than the 1,010 parks of the plan: some stand twice, a little aside. */
async function asMany(route: Route): Promise<void> {
  const response = await route.fetch();
  const answer: { json: { id: string; point: [number, number] }[] } = await response.json();
  const more = answer.json.map((one) => ({
    ...one,
    id: `${one.id}-again`,
    point: [one.point[0] + 0.02, one.point[1] + 0.02] as [number, number],
  }));
  await route.fulfill({ response, json: { ...answer, json: [...answer.json, ...more].slice(0, parks) } });
}

/** Frames that the map itself drew while the mouse drags it about. */
async function panned(page: Page): Promise<number> {
  const map = page.getByRole('application');
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error('the map is not there');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const frames = async () => Number(await map.getAttribute('data-frames'));
  const first = await frames();
  const began = performance.now();
  for (let step = 0; performance.now() - began < panningMs; step += 1)
    await page.mouse.move(x + 120 * Math.sin(step / 9), y + 90 * Math.cos(step / 9));
  const seconds = (performance.now() - began) / 1000;
  const drawn = (await frames()) - first;
  await page.mouse.up();
  return drawn / seconds;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
