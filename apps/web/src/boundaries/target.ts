// What a file or drawing is for, as addresses name it.
import { type LayerKind, layerKinds } from '@zhenghe/engine/boundaries';
import type { Target } from './shapes.ts';

export function layerNamed(name: string | undefined): LayerKind | undefined {
  return layerKinds.find((kind) => kind === name);
}

export function layerTargetOf(layer: string | undefined, jurisdiction: string): Extract<Target, { kind: 'layer' }> {
  return { kind: 'layer', layer: layerNamed(layer) ?? 'farmland', jurisdiction };
}

/** Where the same land is drawn by hand. */
export function drawingPath(target: Target): string {
  return target.kind === 'plan' ? `/plans/${encodeURIComponent(target.plan)}/boundaries/draw` : '/boundaries/layers/draw';
}

export function drawingSearch(target: Target): Readonly<Record<string, string>> {
  return target.kind === 'plan' ? {} : { layer: target.layer, for: target.jurisdiction };
}

/** The same for every draft of the same land. */
export function targetKey(target: Target): string {
  return target.kind === 'plan' ? `plan/${target.plan}` : `layer/${target.layer}/${target.jurisdiction}`;
}
