// Invariants of reading and checking: nothing throws, what is printed reads back, order does not matter, words only ever answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryOf } from '../indicators/index.ts';
import { Decimal, isMissing } from '../kernel/index.ts';
import { checkSheet, readBlock, readNumber, type SheetCell } from './index.ts';
import { aCheck, aContext, aForm, anIndicator, pastOf } from './testing.ts';

const codes = ['tax', 'power', 'land', 'firms', 'large'];
const library = libraryOf(codes.map((code) => anIndicator(code, { unit: code === 'land' ? '亩' : '万元', most: '5000' })));
const checks = [
  aCheck({ kind: 'unit-slip', rows: [], factors: ['10000', '0.0001', '100', '0.01'] }),
  aCheck({ kind: 'jump', rows: [], yearOnYear: '30', modifiedZ: '3.5', least: 3 }),
  aCheck({ kind: 'peers', rows: [], modifiedZ: '3.5', least: 5 }),
  aCheck({ kind: 'triangle', tax: 'tax', electricity: 'power', land: 'land', spread: '50' }),
  aCheck({ kind: 'within', rows: [] }, 'block'),
  aCheck({ kind: 'arithmetic', left: 'large', relation: '<=', right: 'firms', tolerance: '0' }),
];
const form = aForm(codes, checks, true);
const series = fc.array(fc.integer({ min: 700, max: 1300 }), { minLength: 36, maxLength: 48 }).map((list) => list.map(String));
const entered = fc.oneof(
  fc.integer({ min: -10, max: 100_000_000 }).map((n) => new Decimal(n).dividedBy(100).toFixed()),
  fc.constant({ missing: 'secret' as const }),
  fc.constant(null),
);
const sheet = fc
  .tuple(...codes.map(() => entered))
  .map((values) => codes.map((key, at): SheetCell => ({ key, value: values[at] ?? null, explanation: null })));
const context = fc.tuple(...codes.map(() => series)).map((lists) =>
  aContext({
    history: new Map(codes.map((key, at) => [key, pastOf('2021-05', lists[at] ?? [])])),
    peers: new Map(codes.map((key, at) => [key, (lists[at] ?? []).slice(0, 20)])),
  }),
);

describe('reading a figure', () => {
  it('never throws, and reads only decimals that the house can keep', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+(（]?[0-9０-９.,，\s]{0,20}[eE%％万亿元)）]{0,3}$/));
    fc.assert(
      fc.property(text, fc.constantFrom('万元', '%', '系数', '亩', ''), (typed, unit) => {
        const read = readNumber(typed, { unit, decimals: 2 });
        if (read.kind === 'value' && !isMissing(read.value)) expect(read.value).toMatch(/^-?\d{1,15}(\.\d{1,2})?$/);
        if (read.kind === 'problem' && read.proposal !== null)
          expect(readNumber(read.proposal, { unit, decimals: null }).kind).toBe('value');
      }),
    );
  });

  it('gives back every figure that was printed: plain, with thousands, in full width', () => {
    const printed = fc
      .tuple(fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n }), fc.integer({ min: 0, max: 4 }))
      .map(([whole, places]) => ({
        text: new Decimal(whole.toString()).dividedBy(new Decimal(10).pow(places)).toFixed(places),
        places,
      }));
    fc.assert(
      fc.property(printed, ({ text, places }) => {
        const [, sign = '', digits = '', part = ''] = /^(-?)(\d+)(.*)$/.exec(text) ?? [];
        const grouped = `${sign}${digits.replace(/\B(?=(\d{3})+$)/g, ',')}${part}`;
        const wide = grouped.replace(/[-0-9.,]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
        for (const one of [text, grouped, wide]) {
          const read = readNumber(one, { unit: '万元', decimals: places });
          expect(read.kind === 'value' && !isMissing(read.value) && new Decimal(read.value).equals(text)).toBe(true);
        }
      }),
    );
  });

  it('of a block never throws, and names every cell that is not empty', () => {
    const rows = codes.map((key) => ({ key, names: [key], unit: '万元', decimals: 2, closed: null }));
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }), { maxLength: 8 }), fc.nat(6), (lines, row) => {
        const tsv = lines.map((texts) => texts.map((text) => text.replace(/["\t\r\n]/g, '')).join('\t')).join('\n');
        const read = readBlock(tsv, { rows, start: { row } });
        const said = new Set(read.cells.map(({ line, column }) => `${line}.${column}`));
        if (read.by === 'position') {
          for (const [at, texts] of tsv.split('\n').entries()) {
            for (const [column, text] of texts.split('\t').entries()) {
              if (text.trim() !== '') expect(said).toContain(`${at + 1}.${column + 1}`);
            }
          }
        }
      }),
    );
  });
});

describe('checks', () => {
  it('do not depend on the order of cells, nor findings of a row on the rows beside it', () => {
    fc.assert(
      fc.property(sheet, context, fc.nat(), (cells, given, turn) => {
        const turned = [...cells.slice(turn % cells.length), ...cells.slice(0, turn % cells.length)];
        expect(checkSheet(form, library, turned, given)).toEqual(checkSheet(form, library, cells, given));
        const reversed = { ...form, groups: form.groups.map((group) => ({ ...group, rows: [...group.rows].reverse() })) };
        const ids = (findings: ReturnType<typeof checkSheet>) => findings.map(({ id, measured }) => `${id} ${measured}`).sort();
        expect(ids(checkSheet(reversed, library, cells, given))).toEqual(ids(checkSheet(form, library, cells, given)));
      }),
      { numRuns: 60 },
    );
  });

  it('are only ever answered by an explanation: none comes, none stops that did not', () => {
    fc.assert(
      fc.property(sheet, context, fc.constantFrom(...codes), (cells, given, key) => {
        const before = checkSheet(form, library, cells, given);
        const after = checkSheet(
          form,
          library,
          cells.map((one) => (one.key === key ? { ...one, explanation: '属实' } : one)),
          given,
        );
        expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
        for (const [at, finding] of after.entries()) expect(finding.stops && !before[at]?.stops).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('always find a figure of a calm series that is 10,000 times too large or too small', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 700, max: 1300 }), fc.boolean(), (past, value, large) => {
        const slipped = large ? new Decimal(value).times(10_000) : new Decimal(value).dividedBy(10_000);
        const given = aContext({ history: new Map([['tax', pastOf('2021-05', past)]]) });
        const findings = checkSheet(
          aForm(['tax'], checks.slice(0, 1)),
          library,
          [{ key: 'tax', value: slipped.toFixed(), explanation: null }],
          given,
        );
        expect(findings.map(({ id }) => id)).toEqual(['unit-slip:tax']);
        const clean = [{ key: 'tax', value: String(value), explanation: null }];
        expect(checkSheet(aForm(['tax'], checks.slice(0, 1)), library, clean, given)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
