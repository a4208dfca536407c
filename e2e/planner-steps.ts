// What the planner's journey does on the board and in files, step by step: take a park by the hand, choose by keyboard, read what stands.
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { unpack } from '../packages/exchange/src/kernel/index.ts';

/** Solving all of the province on a busy machine. */
export const long = 60_000;

/** Begins a scenario in the dialog that is open, and answers its id. */
export async function beginScenario(page: Page, name: string, copyOf?: RegExp): Promise<string> {
  const before = page.url();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill(name);
  if (copyOf) {
    await dialog.getByRole('combobox', { name: '复制自' }).click();
    await page.getByTitle(copyOf).click();
  }
  await dialog.getByRole('button', { name: '建立' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  expect(page.url()).not.toBe(before);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

export function standing(page: Page): Locator {
  return page.locator('.planner-state');
}

/** Cost and lower bound as the board prints them, in 亿元. */
export async function bounds(page: Page): Promise<{ readonly cost: number; readonly lower: number }> {
  await expect(standing(page)).toContainText('下界');
  const [, cost = '', lower = ''] = /代价 ([\d,.]+) 亿元 · 下界 ([\d,.]+) 亿元/.exec((await standing(page).textContent()) ?? '') ?? [];
  return { cost: Number(cost.replaceAll(',', '')), lower: Number(lower.replaceAll(',', '')) };
}

export async function solve(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(重新)?求解$/ }).click();
  await expect(page.getByRole('button', { name: '重新求解' })).toBeEnabled({ timeout: long });
  await expect(standing(page)).toContainText('已证明最优', { timeout: long });
}

/** Waits for the version that holds what is on the board. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('.planner-saved')).toHaveText(/^已保存为第 \d+ 版$/, { timeout: 30_000 });
}

export async function choose(page: Page, choice: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: choice }).click();
  await page.getByTitle(option, { exact: true }).click();
}

type Pixel = readonly [x: number, y: number];

/** Where the points of one place stand on its map, once all are painted. */
export async function pixelsOf(map: Locator, parks: readonly string[]): Promise<ReadonlyMap<string, Pixel>> {
  await map.scrollIntoViewIfNeeded();
  let last = '';
  let found: Record<string, Pixel> = {};
  await expect
    .poll(async () => {
      const now = (await map.getAttribute('data-pixels')) ?? '';
      const same = now === last;
      last = now;
      found = JSON.parse(now || '{}');
      return same && parks.every((park) => found[park]) && Object.keys(found).length === parks.length;
    })
    .toBe(true);
  return new Map(Object.entries(found));
}

/** A point that the hand can take without taking its neighbour. */
export function standsAlone(pixels: ReadonlyMap<string, Pixel>, park: string): boolean {
  const [x, y] = pixels.get(park) ?? [0, 0];
  return [...pixels].every(([other, [ox, oy]]) => other === park || Math.hypot(ox - x, oy - y) > 16);
}

/** A real pointer: pressed on one point, carried, let go on another or on a tray. */
export async function drag(page: Page, map: Locator, from: Pixel, to: Pixel | Locator): Promise<void> {
  const box = await map.boundingBox();
  const goal = 'boundingBox' in to ? await to.boundingBox() : null;
  if (!box) throw new Error('the map is not there');
  const start = { x: box.x + from[0], y: box.y + from[1] };
  const end =
    'boundingBox' in to
      ? { x: (goal?.x ?? 0) + (goal?.width ?? 0) / 2, y: (goal?.y ?? 0) + (goal?.height ?? 0) / 2 }
      : { x: box.x + to[0], y: box.y + to[1] };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

/** Text of a Word file. */
export async function textOfDocx(path: string): Promise<string> {
  const unpacked = await unpack(await readFile(path));
  if (!unpacked.ok) throw new Error('the file is no zip');
  return [...unpacked.parts]
    .filter(([name]) => name.startsWith('word/') && name.endsWith('.xml'))
    .map(([, part]) => part.toString('utf8').replace(/<[^>]+>/g, ''))
    .join('\n');
}

export async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return file.path();
}
