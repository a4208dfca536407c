// Library, forms and tags of a day as one JSON file, to be brought into another installation: what ships and what was defined here,
// without figures, without who proposed and decided.

import type { DefinitionKind as Kind } from '@zhenghe/contract/definitions';
import { Form, Indicator, Tag } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import { Dataset as DatasetName, Day as DayText } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import { z } from 'zod';
import { type AnyKind, type Body, type DefinitionKinds, definitionsInForce } from '../definitions/index.ts';
import type { Database } from '../platform/database.ts';
import { productVersion } from '../platform/product.ts';

export const bundleFormat = 'zhenghe-definitions/1';

/** Under which name each kind stands in the file, and what one of it must look like. */
export const parts = {
  indicator: { name: 'indicators', schema: Indicator },
  form: { name: 'forms', schema: Form },
  tag: { name: 'tags', schema: Tag },
} as const satisfies Readonly<Record<Kind, { readonly name: string; readonly schema: z.ZodType }>>;

const anyOf = z.array(z.unknown()).max(5000);

/** The frame alone: its members are read one by one, so that each can say what is wrong with it. */
export const BundleFrame = z.strictObject({
  format: z.literal(bundleFormat),
  exported: z.strictObject({
    at: z.string().max(40),
    on: DayText,
    dataset: DatasetName,
    label: z.string().max(40),
    product: z.string().max(40),
  }),
  indicators: anyOf,
  forms: anyOf,
  tags: anyOf,
});

export interface BundleAsked {
  readonly dataset: Dataset;
  readonly on: Day;
}

interface Source {
  readonly db: Database;
  readonly rulebook: Rulebook;
  readonly kinds: DefinitionKinds;
}

export async function bundleFile({ db, rulebook, kinds }: Source, { dataset, on }: BundleAsked): Promise<File> {
  const bodies = new Map<Kind, readonly Body[]>();
  for (const kind of kinds) bodies.set(kind.kind, [...(await standingBodies(db, { rulebook, kind }, { dataset, on })).values()]);
  const label = dataset === 'training' ? '训练数据' : '实际数据';
  const whole: z.input<typeof BundleFrame> = {
    format: bundleFormat,
    exported: { at: new Date().toISOString(), on, dataset, label, product: productVersion },
    indicators: [...(bodies.get('indicator') ?? [])],
    forms: [...(bodies.get('form') ?? [])],
    tags: [...(bodies.get('tag') ?? [])],
  };
  const name = `${dataset === 'training' ? '训练数据-' : ''}指标库-${on}.json`;
  return new File([`${JSON.stringify(whole, null, 1)}\n`], name, { type: 'application/json' });
}

/** By code, what holds on that day: what ships, overlaid by what was put in force here. */
export async function standingBodies(
  db: Database,
  { rulebook, kind }: { readonly rulebook: Rulebook; readonly kind: AnyKind },
  { dataset, on }: BundleAsked,
): Promise<ReadonlyMap<string, Body>> {
  const bodies = new Map(kind.shipped(rulebook).map((body) => [body.code, body]));
  for (const { code, body } of await definitionsInForce(db, { dataset, kind: kind.kind, on })) bodies.set(code, body);
  return bodies;
}
