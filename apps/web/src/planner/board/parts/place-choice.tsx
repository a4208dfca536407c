// Which jurisdiction the board shows; none: all of the scope.
import { Choice, useWords } from '../../../ui/index.ts';
import { words } from '../../words-board.ts';
import type { BoardView } from '../view.ts';

interface PlaceChoiceProps {
  readonly view: BoardView;
  readonly at: string | null;
  readonly onPlace: (code: string | null) => void;
}

export function PlaceChoice({ view, at, onPlace }: PlaceChoiceProps) {
  const w = useWords(words);
  return (
    <Choice
      label={w.place}
      bare
      value={at ?? undefined}
      all={w.allPlaces}
      searchable
      width={220}
      choices={view.places.map(({ code, name, parks, zones }) => ({ value: code, label: `${name} · ${parks.length} → ${zones.length}` }))}
      onChange={(code) => onPlace(code ?? null)}
    />
  );
}
