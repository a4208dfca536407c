// Boundaries as a file, in any of the formats and systems we read; training data says so inside.
import type { BoundaryFormat } from '@zhenghe/engine/boundaries';
import type { Day } from '@zhenghe/engine/kernel';
import { type ExportSystem, inFileWords, systemFor, writeBoundaries } from '@zhenghe/exchange/boundaries';
import type { Context } from '../platform/api.ts';
import { findLayer, findSet } from './queries.ts';
import * as refuse from './refusals.ts';
import type { BoundedNouns } from './subject.ts';

interface Asked {
  readonly plan?: string | undefined;
  readonly version?: number | undefined;
  readonly layer?: string | undefined;
  readonly format: BoundaryFormat;
  readonly system: ExportSystem;
  readonly on: Day;
}

export async function exportFile(context: Context, nouns: BoundedNouns, asked: Asked): Promise<File> {
  if ((asked.plan === undefined) === (asked.layer === undefined)) throw refuse.oneThing();
  const { title, features, training } =
    asked.plan === undefined ? await layerFile(context, asked.layer ?? '') : await planFile(context, nouns, asked.plan, asked.version);
  const written = features.map((feature) => ({ ...feature, attributes: inFileWords(feature.attributes) }));
  const file = await writeBoundaries(written, { format: asked.format, system: systemFor(asked.system, features), training, title });
  return new File([new Uint8Array(file.bytes)], file.name, { type: file.mime });
}

async function planFile(context: Context, nouns: BoundedNouns, plan: string, version?: number) {
  const subject = await nouns.plan.find(context.db, plan, version);
  if (!subject) throw refuse.noPlan();
  const set = subject.boundaries && (await findSet(context.db, subject.boundaries.sha256));
  if (!set) throw refuse.noBoundaries();
  return { title: subject.title, features: set.features, training: subject.dataset === 'training' };
}

async function layerFile(context: Context, id: string) {
  const layer = await findLayer(context.db, id);
  if (!layer) throw refuse.noLayer();
  return { title: layer.title.zh, features: layer.features, training: layer.dataset === 'training' };
}
