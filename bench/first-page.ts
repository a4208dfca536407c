// What the first page costs a reader: bytes before the map is loaded (aim ≤ 300 kB gzip) and seconds until it is usable (aim < 2 s, warm server).
import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';

const visits = 7;

/** Needs a running server: ZHENGHE_URL. */
export async function firstPage(): Promise<string> {
  const url = process.env.ZHENGHE_URL;
  if (!url) return 'first page: not measured, set ZHENGHE_URL to a running server';
  const browser = await chromium.launch({
    executablePath: findChromium(console.log),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
  const seconds: number[] = [];
  let bytes = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
    await context.request.post('/api/session/role', { data: { card: 'province' }, headers: { origin: url } });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const urls = new Map<string, string>();
    let transferred = 0;
    client.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (
        /\.(js|css|html)$|\/$/.test(urls.get(requestId) ?? '') &&
        !/map-canvas|map-moves|proj-|chart-canvas/.test(urls.get(requestId) ?? '')
      )
        transferred += encodedDataLength;
    });
    const began = performance.now();
    await page.goto('/');
    await page.getByRole('table').first().waitFor();
    seconds.push((performance.now() - began) / 1000);
    bytes = Math.max(bytes, transferred);
    await context.close();
  }
  await browser.close();
  seconds.sort((a, b) => a - b);
  return `first page: ${(bytes / 1000).toFixed(0)} kB transferred before map and chart (aim ≤ 300), usable in ${seconds[Math.floor(visits / 2)]?.toFixed(2)} s median of ${visits} cold browsers (aim < 2)`;
}
