// The board on the map: a zone's lead as a numbered square, its members as circles tied to it, converted as triangles, abolished as crosses.
import type { AreaMark, LegendEntry, LinkMark, Palette, PointMark } from '../../ui/index.ts';
import type { Scenario } from '../shapes.ts';
import type { BoardView, ParkView, PlaceView, Role } from './view.ts';

type Places = Scenario['places'];

interface Look {
  readonly palette: Palette;
  /** The park chosen. */
  readonly chosen: string | null;
  /** The jurisdiction shown by itself; null: all of the scope. */
  readonly at: string | null;
  readonly titleOf: (view: ParkView) => string;
}

const shapes: Readonly<Record<Role, PointMark['shape']>> = {
  lead: 'square',
  member: 'circle',
  convert: 'triangle',
  abolish: 'cross',
  open: 'ring',
};
const sizes: Readonly<Record<Role, number>> = { lead: 7, member: 4.5, convert: 5, abolish: 4.5, open: 4 };
/** Against all of a province, where a thousand stand beside each other. */
const far = 0.7;

export function parkMarks(board: BoardView, places: Places, look: Look): PointMark[] {
  const zones = zonesByLead(board, look.palette);
  // Leads last, so that they lie on top.
  const shown = [...shownParks(board, look.at)].sort((a, b) => Number(a.role === 'lead') - Number(b.role === 'lead'));
  return shown.flatMap((view): PointMark[] => {
    const at = places[view.park.code];
    const zone = zones.get(view.lead ?? '');
    const edge = edgeOf(view, look);
    if (!at) return [];
    return [
      {
        ...{ id: view.park.code, title: look.titleOf(view), at, shape: shapes[view.role] },
        color: zone?.color ?? look.palette.inkSoft,
        size: sizes[view.role] * (look.at === null ? far : 1),
        ...(edge ? { edge } : {}),
        ...(view.role === 'lead' && look.at !== null && zone ? { label: String(zone.number) } : {}),
      },
    ];
  });
}

/** From each member to its lead, so that a zone is seen without its colour. */
export function zoneLinks(board: BoardView, places: Places, { palette, at }: Pick<Look, 'palette' | 'at'>): LinkMark[] {
  const zones = zonesByLead(board, palette);
  return shownParks(board, at).flatMap(({ role, park, lead }): LinkMark[] => {
    const [from, to] = [places[park.code], places[lead ?? '']];
    const zone = zones.get(lead ?? '');
    return role === 'member' && from && to && zone ? [{ from, to, color: zone.color }] : [];
  });
}

/** Counties with changes or chosen stand out. City proper (市本级) has no outline of its own. */
export function placeAreas(
  board: BoardView,
  { palette, at }: Pick<Look, 'palette' | 'at'>,
  titleOf: (place: PlaceView) => string,
): Record<string, AreaMark> {
  return Object.fromEntries(
    board.places.map((place) => [place.code, { fill: place.code === at ? palette.blueSoft : palette.paper, title: titleOf(place) }]),
  );
}

export interface LegendWords {
  readonly lead: string;
  readonly member: string;
  readonly convert: string;
  readonly abolish: string;
  readonly open: string;
}

export function boardLegend(palette: Palette, words: LegendWords, solved: boolean): LegendEntry[] {
  if (!solved) return [{ label: words.open, color: palette.inkSoft, shape: 'ring' }];
  return [
    { label: words.lead, color: palette.kinds[0], shape: 'square' },
    { label: words.member, color: palette.kinds[0], shape: 'circle' },
    { label: words.convert, color: palette.inkSoft, shape: 'triangle' },
    { label: words.abolish, color: palette.inkSoft, shape: 'cross' },
  ];
}

/** Zones of one place never share a colour, up to six. */
export function zoneColor(palette: Palette, number: number): string {
  return palette.kinds[(number - 1) % palette.kinds.length] ?? palette.blue;
}

function shownParks(board: BoardView, at: string | null): readonly ParkView[] {
  return at === null ? [...board.parks.values()] : (board.places.find(({ code }) => code === at)?.parks ?? []);
}

function zonesByLead(board: BoardView, palette: Palette): ReadonlyMap<string, { readonly number: number; readonly color: string }> {
  return new Map(
    board.places.flatMap((place) =>
      place.zones.map(({ number, lead }) => [lead.code, { number, color: zoneColor(palette, number) }] as const),
    ),
  );
}

function edgeOf({ park, locked, moved }: ParkView, { palette, chosen }: Look): string | null {
  if (park.code === chosen) return palette.ink;
  if (locked) return palette.blue;
  return moved ? palette.warn : null;
}
