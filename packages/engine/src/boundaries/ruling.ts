// What the rules in force say of land that lies on a layer: forbidden, weighed, or nothing at all. Nothing is said where no rule does.
import type { Citation } from '../kernel/index.ts';
import { type LayerKind, protectedKinds } from './layer.ts';
import type { BoundaryRule } from './rule.ts';

/** unruled: no rule in force names a layer of that kind. */
export const layerStances = ['forbidden', 'weighed', 'unruled'] as const;
export type LayerStance = (typeof layerStances)[number];

export interface LayerRuling {
  readonly stance: LayerStance;
  /** The rule that forbids it. */
  readonly rule: string | null;
  /** Of the rule that forbids it, else of the first that weighs it; null where none names it. */
  readonly clause: Citation | null;
}

const unruled: LayerRuling = { stance: 'unruled', rule: null, clause: null };

export function rulingOn(kind: LayerKind, rules: readonly BoundaryRule[]): LayerRuling {
  const forbids = rules.find((rule) => rule.kind === 'no-overlap' && rule.layers.includes(kind));
  if (forbids) return { stance: 'forbidden', rule: forbids.id, clause: forbids.clause };
  const weighs = rules.find((rule) => layersWeighed(rule).includes(kind));
  return weighs ? { stance: 'weighed', rule: null, clause: weighs.clause } : unruled;
}

/** Layers that a rule reads without forbidding to lie on them. */
function layersWeighed(rule: BoundaryRule): readonly LayerKind[] {
  switch (rule.kind) {
    case 'within-layer':
      return [rule.layer];
    case 'reserve-kept':
      return ['reserve'];
    case 'boundary-growth':
      return ['approved'];
    case 'contiguous':
      return ['barrier'];
    case 'protected-township':
      return ['township', ...protectedKinds];
    case 'no-overlap':
    case 'declared-area':
    case 'blocks-apart':
    case 'inside-county':
      return [];
  }
}
