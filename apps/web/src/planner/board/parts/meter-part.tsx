// The total-control meter: parks, zones of the plan, the cap; and the quota of the place in view.
import { Bullet, Section, useWords } from '../../../ui/index.ts';
import { words } from '../../words-board.ts';
import type { Proposal } from '../proposal.ts';
import type { Board } from '../use-board.ts';
import type { PlaceView } from '../view.ts';

interface MeterPartProps {
  readonly board: Board;
  readonly proposal: Proposal;
  readonly place: PlaceView | null;
}

export function MeterPart({ board: { instance }, proposal: { zones }, place }: MeterPartProps) {
  const w = useWords(words);
  const cap = instance.caps.zones;
  const parks = instance.parks.length;
  return (
    <Section title={w.meter} note={place ? w.quotaHere(place.name, place.zones.length, place.zonesMin, place.zonesMax) : null}>
      <Bullet
        label={w.meterLabel(parks, zones, cap)}
        base={parks}
        now={zones}
        cap={cap}
        baseLabel={`${w.parks} ${parks}`}
        nowLabel={`${w.zones} ${zones}`}
        capLabel={w.capOf(cap)}
      />
    </Section>
  );
}
