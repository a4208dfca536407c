import { Decimal, type DecimalText, missingReasons } from '@zhenghe/engine/kernel';
import { conversions, levels, milestonePhases, type Plan, parkOutcomes, partKinds } from '@zhenghe/engine/plans';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlanFile, writePlanWorkbook } from './index.ts';

// Names as documents have them, with the separators and brackets that could be taken for something else.
const letter = fc.constantFrom(...'浦江开发区黄宅镇片（）—、，；;,()%0123.亩km²AB ');
const text = fc.string({ unit: letter, minLength: 1, maxLength: 12 }).map((raw) => `名${raw}`.trim());
const missing = fc.constantFrom(...missingReasons).map((reason) => ({ missing: reason }));
const cell = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: value }, missing);

/** Any area up to the province: with and without closing zeros, up to 12 places, beyond what a binary float holds. */
const area: fc.Arbitrary<DecimalText> = fc
  .tuple(fc.integer({ min: 0, max: 105_999 }), fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 12 }))
  .map(([whole, fraction, places]) => (places === 0 ? `${whole}` : `${whole}.${fraction.toString().padStart(12, '0').slice(0, places)}`));
const share = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 4, max: 6 }))
  .map(([n, places]) => new Decimal(n).div(10_000).toFixed(places));
const count = cell(fc.integer({ min: 0, max: 100_000 }));
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const list = fc.array(text, { maxLength: 4 });
const optional = <K extends string, V>(key: K, value: fc.Arbitrary<V>) =>
  fc.oneof(
    fc.constant({}),
    value.map((one): { [P in K]?: V } => ({ [key]: one }) as { [P in K]?: V }),
  );

const codes = (prefix: string, max: number) =>
  fc.integer({ min: 1, max }).map((n) => Array.from({ length: n }, (_, index) => `${prefix}${index}`));

const plan: fc.Arbitrary<Plan> = fc
  .tuple(codes('p', 5), codes('z', 2), codes('t', 4), codes('b', 8))
  .chain(([parks, zones, parts, blocks]) =>
    fc.record({
      format: fc.constant('zhenghe-plan/1' as const),
      code: text,
      title: text,
      jurisdiction: fc.constantFrom('330726', '330100'),
      industrialStrongCounty: cell(fc.boolean()),
      source: text,
      training: fc.boolean(),
      parks: rows(parks, (code) =>
        fc
          .tuple(
            fc.record({ level: fc.constantFrom(...levels), approvedArea: cell(area), outcomes: fc.subarray([...parkOutcomes]) }),
            optional('convertsTo', fc.constantFrom(...conversions)),
            optional('receivedBy', fc.constantFrom(...zones, '某镇政府')),
            text,
          )
          .map(([row, converts, received, name]) => ({ code, name: `${name}#${code}`, ...row, ...converts, ...received })),
      ),
      zones: rows(zones, (code) =>
        fc
          .record({
            level: fc.constantFrom(...levels),
            plates: list,
            industries: list,
            body: fc.oneof(text, fc.constant('')),
            flagship: fc.boolean(),
            name: text,
          })
          .map((row) => ({ ...row, code, name: `${row.name}#${code}` })),
      ),
      parts: rows(parts, (code) =>
        fc
          .record({
            zone: fc.constantFrom(...zones),
            name: text,
            kind: fc.constantFrom(...partKinds),
            managedBy: fc.constantFrom('committee' as const, 'township' as const),
            entrustedTo: list,
            keepsBody: cell(fc.boolean()),
          })
          .map((row) => ({ ...row, code, name: `${row.name}#${code}` })),
      ),
      blocks: rows(blocks, (code) =>
        fc
          .record({
            name: text,
            park: fc.constantFrom(...parks),
            part: fc.constantFrom(...parts),
            areaBefore: cell(area),
            areaAfter: cell(area),
          })
          .map((row) => ({ ...row, code, name: `${row.name}#${code}` })),
      ),
      sums: rows(['s0', 's1'], (code) =>
        fc
          .record({
            label: text,
            column: fc.constantFrom('areaBefore' as const, 'areaAfter' as const),
            parts: fc.subarray(parts),
            value: cell(area),
          })
          .map((row) => ({ ...row, code, label: `${row.label}#${code}` })),
      ),
      townships: rows(['一', '二'], (code) =>
        fc
          .record({ hosted: fc.boolean(), protectedShare: cell(share), name: text })
          .map((row) => ({ ...row, name: `${row.name}#${code}` })),
      ),
      organisation: fc.record({ bodiesBefore: count, bodiesAfter: count, staffBefore: count, staffAfter: count }),
      milestones: fc.subarray([...milestonePhases]).chain((phases) => rows(phases, (phase) => cell(day).map((due) => ({ phase, due })))),
      answers: fc.array(
        fc
          .tuple(
            fc.record({ finding: text, kind: fc.constantFrom('reason' as const, 'exception' as const), text }),
            optional('paper', text),
            optional('by', text),
          )
          .map(([row, paper, by]) => ({ ...row, ...paper, ...by })),
        { maxLength: 2 },
      ),
    }),
  );

/** One row for each key, in the order of the keys. */
function rows<K extends string, T>(keys: readonly K[], row: (key: K) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.tuple(...keys.map(row));
}

test('any plan comes back from its workbook exactly as it was, and the workbook has the same bytes each time', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      const bytes = await writePlanWorkbook(given);
      const read = await readPlanFile(bytes, 'plan.xlsx');
      expect(read).toMatchObject({ ok: true, notes: [] });
      if (read.ok) expect(read.plan).toEqual(given);
      expect(Buffer.compare(Buffer.from(await writePlanWorkbook(given)), Buffer.from(bytes))).toBe(0);
    }),
    { numRuns: 25 },
  );
});

test('any plan comes back from JSON exactly as it was', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      const read = await readPlanFile(Buffer.from(JSON.stringify(given)), 'plan.json');
      expect(read.ok && read.plan).toEqual(given);
    }),
    { numRuns: 100 },
  );
});
