import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '@zhenghe/contract/plans';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { unpack } from '../kernel/index.ts';
import { mapSvg, type PaperContent, type PaperKind, printedCode, writePaper } from './index.ts';

const plan: z.infer<typeof Plan> = JSON.parse(readFileSync(new URL('../../../../data/plans/pujiang-2021.json', import.meta.url), 'utf8'));
const maker: Bilingual = { zh: '浦江县专班', en: 'Pujiang' };
const evil = '=cmd|\' /C calc\'!A0 <script>alert("x")</script>\u0007';
const mark = { code: 'ABCDEFGHJKMN', address: 'http://127.0.0.1:7300/verify/ABCDEFGHJKMN' };
const noMap = { map: null, mapNote: '不绘图' };

function content(kind: PaperKind, dataset: 'real' | 'training' = 'real', title = plan.title): PaperContent {
  const totals = { before: '33.86', after: '42.20', growth: '8.34', growthPercent: '24.6', sums: [] };
  const check = { packs: [], on: '2021-06-10', totals, findings: [] };
  const step = { by: '浙江省', on: '2021-06-01', version: 1, note: null, number: '训练〔2021〕9号' };
  return {
    format: 'zhenghe-paper/1',
    kind,
    detail: { id: 'p', dataset, state: 'approved', version: 1, latest: 1, plan: { ...plan, title }, check },
    planSha256: 'ab'.repeat(32),
    submitted: step,
    approved: step,
    on: '2021-06-10',
    place: '浦江县',
    above: '金华市',
    sources: [],
    maker,
  };
}

async function partsOf(paper: PaperContent): Promise<(name: string) => string> {
  const unpacked = await unpack(await writePaper(paper, mark, noMap));
  if (!unpacked.ok) throw new Error('not a zip');
  return (name) => unpacked.parts.get(name)?.toString('utf8') ?? '';
}

const textOf = (xml: string) => xml.replace(/<[^>]+>/g, '');

describe.each(['plan', 'request', 'reply', 'findings'] as const)('the paper %s', (kind) => {
  it('is the same to the byte when it is written again', async () => {
    const [first, second] = [await writePaper(content(kind), mark, noMap), await writePaper(content(kind), mark, noMap)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('has the page of GB/T 9704, figures of the check, and its code on every page', async () => {
    const part = await partsOf(content(kind));
    const xml = part('word/document.xml');
    if (kind === 'findings') expect(xml).toContain('w:orient="landscape"');
    else expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(textOf(xml)).toContain('整合前总面积33.86平方公里，整合后总面积42.20平方公里，增加8.34平方公里（24.6%）');
    for (const name of ['word/header1.xml', 'word/header2.xml']) expect(part(name)).toContain(printedCode(mark.code));
    expect(part('word/footer1.xml')).toContain('PAGE');
    expect(part('word/settings.xml')).toContain('evenAndOddHeaders');
    if (kind !== 'request') expect(xml).toContain('<w:tblHeader/>');
    expect(part('word/fontTable.xml')).toContain('w:altName');
  });

  it('bears the training mark when, and only when, it is training data', async () => {
    const training = await partsOf(content(kind, 'training'));
    for (const name of ['word/header1.xml', 'word/header2.xml']) expect(training(name)).toContain('训练数据');
    expect((await partsOf(content(kind)))('word/header1.xml')).not.toContain('训练数据');
  });

  it('keeps formulas and tags in names as text', async () => {
    const xml = (await partsOf(content(kind, 'training', evil)))('word/document.xml');
    expect(xml).not.toContain('<script>');
    expect(xml).not.toContain('\u0007');
    expect(xml).toContain('&lt;script&gt;');
    expect(xml).not.toContain('w:instrText');
  });
});

describe('a 批复', () => {
  it('prints the number that was recorded, and leaves none invented', async () => {
    expect(textOf((await partsOf(content('reply')))('word/document.xml'))).toContain('训练〔2021〕9号');
    const open = content('reply');
    const xml = textOf((await partsOf({ ...open, approved: open.approved && { ...open.approved, number: null } }))('word/document.xml'));
    expect(xml).toContain('　　　〔2021〕　　号');
  });

  it('is not written of a plan that is not approved', async () => {
    await expect(writePaper({ ...content('reply'), approved: null }, mark, noMap)).rejects.toThrow('not approved');
  });
});

describe('the map', () => {
  const square = [
    [
      [119, 29],
      [120, 29],
      [120, 30],
      [119, 30],
      [119, 29],
    ],
  ];
  const outline = {
    properties: { code: '330726', name: '<浦江>', city: '330700' },
    geometry: { type: 'Polygon' as const, coordinates: square },
  };

  it('draws the outline with its name as text, and no block', () => {
    const drawn = mapSvg([outline], '330726', { words: true, blocks: [] });
    expect(drawn?.svg.match(/<path/g)?.length).toBe(3);
    expect(drawn?.svg).toContain('&#60;浦江&#62;');
  });

  it('draws nothing for a place without an outline, and no words without a Chinese face', () => {
    expect(mapSvg([outline], '330101', { words: true, blocks: [] })).toBeNull();
    expect(mapSvg([outline], '330726', { words: false, blocks: [] })?.svg).not.toContain('<text');
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;

/** Word's own rules are not to be had here; LibreOffice, where it is installed, refuses a docx that is not one. */
it.skipIf(!office)(
  'LibreOffice opens each paper and lays it out',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenghe-paper-'));
    return Promise.all(
      (['plan', 'request', 'reply', 'findings', 'answers'] as const).map(async (kind) => {
        const file = join(folder, `${kind}.docx`);
        writeFileSync(file, await writePaper(content(kind, 'training'), mark, noMap));
        return file;
      }),
    )
      .then((files) => {
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
        for (const file of files) expect(existsSync(file.replace('.docx', '.pdf'))).toBe(true);
      })
      .finally(() => rmSync(folder, { recursive: true, force: true }));
  },
  120_000,
);
