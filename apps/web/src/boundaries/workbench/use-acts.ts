// What the tools do to the features drawn: each act is one step that can be undone. Cut, merge and trim are worked out in the thread.
import { useCallback, useMemo, useState } from 'react';
import type { LandTool } from '../../ui/index.ts';
import type { Feature, ShapeFinding } from '../shapes.ts';
import { freeCode } from './blocks.ts';
import { closedOnto } from './closing.ts';
import type { OverlayDesk } from './overlay-desk.ts';
import type { Drawing, Features } from './use-drawing.ts';

type Shape = Feature['shape'];
/** Shapes of the engine are read-only; those of the contract are not. */
type AnyShape = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** Shapes that wait for their codes; what they stand in for goes when they are named. */
export interface Naming {
  readonly kind: 'drawn' | 'cut' | 'merge' | 'rename';
  readonly pieces: readonly { readonly code: string; readonly name: string; readonly shape: Shape }[];
  readonly replaces: readonly string[];
  /** Name of what was cut. */
  readonly of: string;
}

export interface Acts {
  readonly tool: LandTool;
  readonly takeTool: (tool: LandTool) => void;
  readonly selected: string | null;
  readonly select: (code: string | null) => void;
  readonly picked: readonly string[];
  readonly pick: (code: string) => void;
  readonly naming: Naming | null;
  readonly name: (pieces: Naming['pieces']) => void;
  readonly putAway: () => void;
  readonly onShapes: (shapes: ReadonlyMap<string, AnyShape>) => void;
  readonly onDrawn: (shape: AnyShape) => void;
  readonly onCut: (line: readonly (readonly [number, number])[]) => void;
  readonly merge: () => void;
  readonly rename: () => void;
  readonly remove: () => void;
  readonly mend: (finding: ShapeFinding, keeps: string) => void;
  readonly start: (features: Features) => void;
  /** Said beside the tools until the next act; `short`: names of blocks that a line ended in. */
  readonly said: 'cut-nothing' | 'failed' | { readonly short: readonly string[] } | null;
}

/** m; a gap of the checks is narrower, S: meant to touch. */
const gapReach = 2.5;

export function useActs({ history }: Pick<Drawing, 'history'>, desk: OverlayDesk | null): Acts {
  const [tool, setTool] = useState<LandTool>('select');
  const [selected, setSelected] = useState<string | null>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [said, say] = useState<Acts['said']>(null);
  const { now, change } = history;
  const find = useCallback((code: string | undefined) => now.find((feature) => feature.code === code), [now]);
  const put = useCallback(
    (shapes: ReadonlyMap<string, AnyShape>) => {
      say(null);
      change(now.map((feature) => withShape(feature, shapes.get(feature.code))));
    },
    [now, change],
  );
  const failed = useCallback(() => say('failed'), []);
  // Pieces of layers are not the draft's: they cannot be chosen.
  const select = (code: string | null) => setSelected(now.some((feature) => feature.code === code) ? code : null);
  const taken = useMemo(() => new Set(now.map(({ code }) => code)), [now]);

  const takeTool = (next: LandTool) => {
    setTool(next);
    setPicked(next === 'merge' && selected !== null ? [selected] : []);
    say(null);
  };
  const onCut: Acts['onCut'] = (line) => {
    const chosen = find(selected ?? undefined);
    desk
      ?.ask('cut', { features: chosen ? [chosen] : now, line })
      .then(({ cuts, short }) => {
        say(short.length > 0 ? { short: short.map((code) => find(code)?.name ?? code) } : cuts.length === 0 ? 'cut-nothing' : null);
        if (cuts.length > 0) setNaming(afterCut(cuts, now, taken));
      })
      .catch(failed);
  };
  const merge = () => {
    const parts = picked.flatMap((code) => find(code) ?? []);
    desk
      ?.ask('merge', { shapes: parts.map(({ shape }) => shape) })
      .then((shape) => setNaming(afterMerge(copyOf(shape), parts)))
      .catch(failed);
  };
  const mend: Acts['mend'] = (finding, keeps) => {
    const [one, other] = [find(finding.place.feature), find(finding.other)];
    if (!one || !other) return;
    if (finding.kind === 'gap') return put(new Map([[one.code, closedOnto(one.shape, other.shape, gapReach)]]));
    const [giver, keeper] = keeps === one.code ? [other, one] : [one, other];
    desk
      ?.ask('trim', { shape: giver.shape, other: keeper.shape })
      .then((shape) => put(new Map([[giver.code, shape]])))
      .catch(failed);
  };
  return {
    ...{ tool, takeTool, selected, select, picked, naming, said, onCut, merge, mend },
    pick: (code) => setPicked((before) => (before.includes(code) ? before.filter((one) => one !== code) : [...before, code])),
    name: (pieces) => {
      change(named(now, naming, pieces));
      setNaming(null);
      setPicked([]);
      setSelected(pieces[0]?.code ?? null);
    },
    putAway: () => setNaming(null),
    onShapes: put,
    onDrawn: (shape) => setNaming({ kind: 'drawn', pieces: [{ code: '', name: '', shape: copyOf(shape) }], replaces: [], of: '' }),
    rename: () => {
      const chosen = find(selected ?? undefined);
      if (chosen) setNaming({ kind: 'rename', pieces: [chosen], replaces: [chosen.code], of: chosen.name });
    },
    remove: () => {
      change(now.filter(({ code }) => code !== selected));
      setSelected(null);
    },
    start: (features) => change(features),
  };
}

/** What they replace goes; the first stands in its place in the list. What a piece was cut from says what it is for. */
export function named(features: Features, naming: Naming | null, pieces: Naming['pieces']): Features {
  const gone = new Set(naming?.replaces);
  const at = features.findIndex(({ code }) => gone.has(code));
  const attributes = features[at]?.attributes ?? {};
  const fresh = pieces.map(({ code, name, shape }) => ({ code, name, shape, attributes: { ...attributes } }));
  const others = features.filter(({ code }) => !gone.has(code));
  return at < 0 ? [...others, ...fresh] : [...others.slice(0, at), ...fresh, ...others.slice(at)];
}

function withShape(feature: Feature, shape: AnyShape | undefined): Feature {
  return shape ? { ...feature, shape: copyOf(shape) } : feature;
}

function copyOf(shape: AnyShape): Shape {
  return shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
}

type Cuts = readonly { readonly code: string; readonly sides: readonly [AnyShape, AnyShape] }[];

/** The first side keeps the code; a person may say otherwise. */
function afterCut(cuts: Cuts, features: Features, taken: ReadonlySet<string>): Naming {
  const used = new Set(taken);
  const pieces = cuts.flatMap(({ code, sides: [one, other] }) => {
    const name = features.find((feature) => feature.code === code)?.name ?? code;
    const fresh = freeCode(code, used);
    used.add(fresh);
    return [
      { code, name, shape: copyOf(one) },
      { code: fresh, name: `${name}-${fresh.slice(code.length + 1)}`, shape: copyOf(other) },
    ];
  });
  return { kind: 'cut', pieces, replaces: cuts.map(({ code }) => code), of: pieces[0]?.name ?? '' };
}

function afterMerge(shape: Shape, parts: Features): Naming {
  const [first] = parts;
  return {
    kind: 'merge',
    pieces: [{ code: first?.code ?? '', name: first?.name ?? '', shape }],
    replaces: parts.map(({ code }) => code),
    of: '',
  };
}
