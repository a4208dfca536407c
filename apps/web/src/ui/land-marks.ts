// What a map of land shows, as plain data: layers, marks, what is edited and compared. The contract of LandMap; pure, without OpenLayers.
// Shapes are CGCS2000 degrees (EPSG:4490) as everywhere.
import type { LayerKind, Position, Shape } from '@zhenghe/engine/boundaries';

export interface LandFeature {
  readonly code: string;
  readonly name: string;
  readonly shape: Shape;
}

/** block: what the page is about; reference: drawn pale beside it; kept, gained, lost: a difference; finding: where something is wrong. */
export type LandKind = LayerKind | 'block' | 'reference' | 'kept' | 'gained' | 'lost' | 'finding';

export interface LandLayer {
  readonly id: string;
  /** In the reader's language; stands in the legend. */
  readonly label: string;
  readonly kind: LandKind;
  readonly features: readonly LandFeature[];
  readonly visible: boolean;
}

/** A finding to see on the map: a numbered disc, with its word in the table beside, and its own area hatched. */
export interface LandMark {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly tone: 'bad' | 'warn' | 'quiet';
  readonly at: Position;
  readonly shape?: Shape | undefined;
}

/** Where to look: a new `turn` goes there once more. */
export interface LandView {
  readonly at?: Position | undefined;
  readonly shape?: Shape | undefined;
  readonly turn: number;
}

export const landTools = ['select', 'vertex', 'draw', 'cut', 'merge', 'measure', 'measure-area'] as const;
export type LandTool = (typeof landTools)[number];

export interface LandEditing<F extends LandFeature = LandFeature> {
  /** Drawn as blocks, over all layers. */
  readonly features: readonly F[];
  readonly tool: LandTool;
  /** To vertices and edges of other blocks and of visible layers; the figures are then the very same. */
  readonly snapping: boolean;
  /** Shapes moved by hand, by code; untouched positions keep their figures. */
  readonly onShapes: (shapes: ReadonlyMap<string, Shape>) => void;
  readonly onDrawn: (shape: Shape) => void;
  /** A line drawn over blocks; the caller splits them. */
  readonly onCut: (line: readonly Position[]) => void;
  /** Chosen for merging, in order. */
  readonly picked: readonly string[];
  readonly onPick: (code: string) => void;
}

/** What a printed sheet says besides the map itself. */
export interface LandSheet {
  readonly title: string;
  readonly day: string;
  readonly training: boolean;
}

export interface LandMapProps {
  /** What the map is, for a screen reader. */
  readonly label: string;
  readonly layers: readonly LandLayer[];
  /** Without it, layers stay as they are given. */
  readonly onToggle?: (layer: string, visible: boolean) => void;
  readonly marks?: readonly LandMark[];
  readonly onMark?: (mark: string) => void;
  /** Code of the feature chosen. */
  readonly selected?: string | null;
  readonly onSelect?: (code: string | null) => void;
  /** Goes there when `turn` changes; at first all of the blocks are in view. */
  readonly look?: LandView;
  readonly editing?: LandEditing;
  /** A second map at the left with the same view: the version before. */
  readonly beside?: { readonly label: string; readonly here: string; readonly layers: readonly LandLayer[] };
  readonly sheet?: LandSheet;
  readonly height?: number;
}
