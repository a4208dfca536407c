// A plan on the map, to look at: zones by colour, shape and line; parks that end elsewhere than in another plan are ringed.
import type { Plan } from '@zhenghe/engine/planner';
import { useMemo } from 'react';
import { MapView, useLook, useWords } from '../../ui/index.ts';
import { boardLegend, parkMarks, placeAreas, zoneLinks } from '../board/marks.ts';
import { boardView } from '../board/view.ts';
import type { Scenario } from '../shapes.ts';
import { words as boardWords } from '../words-board.ts';
import { frontierWords } from '../words-frontier.ts';

interface PlanMapProps {
  readonly scenario: Pick<Scenario, 'instance' | 'places' | 'locks'>;
  readonly plan: Plan;
  readonly label: string;
  /** What it is compared with. */
  readonly before?: Plan;
  readonly height?: number;
}

export function PlanMap({ scenario: { instance, places, locks }, plan, label, before, height = 420 }: PlanMapProps) {
  const [w, f] = [useWords(boardWords), useWords(frontierWords)];
  const { palette } = useLook();
  const board = useMemo(() => boardView(instance, plan, { locks, before: before ?? null }), [instance, plan, locks, before]);
  const one = board.places.length === 1 ? (board.places[0]?.code ?? null) : null;
  const marks = useMemo(
    () => ({
      points: parkMarks(board, places, { palette, chosen: null, at: one, titleOf: ({ park }) => park.name }),
      links: zoneLinks(board, places, { palette, at: one }),
      areas: placeAreas(board, { palette, at: null }, ({ name }) => name),
    }),
    [board, places, palette, one],
  );
  const fit = instance.jurisdictions.filter(({ joins }) => !joins).map(({ code }) => code);
  const legend = boardLegend(palette, w.legend, true);
  if (before) legend.push({ label: f.changed, color: palette.warn, shape: 'ring' });
  return <MapView label={label} {...marks} legend={legend} fit={fit} height={height} />;
}
