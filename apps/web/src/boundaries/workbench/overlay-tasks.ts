// What the thread of the workbench is asked, and its answers. Pure over the overlay it is given, so that it is tested without a thread.
import {
  areaOf,
  type County,
  type Feature,
  normaliseDrawn,
  type Overlay,
  type Position,
  type Shape,
  type ShapeFinding,
} from '@zhenghe/engine/boundaries';
import { mergeOf, trimmed } from './carving.ts';
import { cutBy } from './cutting.ts';

interface Named {
  readonly code: string;
  readonly name: string;
  readonly shape: Shape;
}

export interface Tasks {
  /** Findings and areas (m², two digits) as the server will find them. */
  readonly check: { readonly features: readonly Feature[]; readonly county: County | null };
  readonly cut: { readonly features: readonly Named[]; readonly line: readonly Position[] };
  readonly merge: { readonly shapes: readonly Shape[] };
  readonly trim: { readonly shape: Shape; readonly other: Shape };
  readonly compare: { readonly before: readonly Named[]; readonly after: readonly Named[] };
}

export interface Checked {
  readonly findings: readonly ShapeFinding[];
  readonly areas: Readonly<Record<string, string>>;
}

export interface Compared {
  readonly kept: readonly Named[];
  readonly gained: readonly Named[];
  readonly lost: readonly Named[];
}

export interface Outcomes {
  readonly check: Checked;
  /** Blocks that the line divides, each with its two sides; `short`: blocks it enters and ends in, by code. */
  readonly cut: {
    readonly cuts: readonly { readonly code: string; readonly sides: readonly [Shape, Shape] }[];
    readonly short: readonly string[];
  };
  readonly merge: Shape;
  readonly trim: Shape;
  readonly compare: Compared;
}

export type TaskKind = keyof Tasks;

export function answerTask<K extends TaskKind>(overlay: Overlay, kind: K, task: Tasks[K]): Outcomes[K] {
  return answers[kind](overlay, task);
}

const answers: { readonly [K in TaskKind]: (overlay: Overlay, task: Tasks[K]) => Outcomes[K] } = {
  check: (overlay, { features, county }) => {
    const { features: tidy, findings } = normaliseDrawn(features, { county, overlay });
    return { findings, areas: Object.fromEntries(tidy.map(({ code, shape }) => [code, areaOf(shape).toFixed(2)])) };
  },
  cut: (overlay, { features, line }) => {
    const tried = features.map(({ code, shape }) => ({ code, cut: cutBy(overlay, shape, line) }));
    return {
      cuts: tried.flatMap(({ code, cut }) => (cut.kind === 'cut' ? [{ code, sides: cut.sides }] : [])),
      short: tried.flatMap(({ code, cut }) => (cut.kind === 'short' ? [code] : [])),
    };
  },
  merge: (overlay, { shapes }) => mergeOf(overlay, shapes),
  trim: (overlay, { shape, other }) => trimmed(overlay, shape, other),
  compare,
};

/** By code, as growth is told: what both have, what only one has. Threads of two drawings of one line are left out. */
function compare(overlay: Overlay, { before, after }: Tasks['compare']): Compared {
  const old = new Map(before.map((feature) => [feature.code, feature.shape]));
  const now = new Map(after.map((feature) => [feature.code, feature.shape]));
  const of = (list: readonly Named[], shapeOf: (one: Named) => Shape) =>
    list.map((one) => ({ ...one, shape: shapeOf(one) })).filter(({ shape }) => areaOf(shape) >= 1);
  return {
    kept: of(after, ({ code, shape }) => overlay.intersection(shape, old.get(code) ?? [])),
    gained: of(after, ({ code, shape }) => overlay.difference(shape, old.get(code) ?? [])),
    lost: of(before, ({ code, shape }) => overlay.difference(shape, now.get(code) ?? [])),
  };
}
