// The answer in a few figures: cost, zones, what becomes of the parks, pieces, staff.
import { Figure, FigureRow, useWords } from '../../../ui/index.ts';
import { change, figure } from '../../figures.ts';
import { words } from '../../words-board.ts';
import { type Proposal, tidy } from '../proposal.ts';
import type { Board } from '../use-board.ts';
import type { PlaceView } from '../view.ts';

interface FiguresProps {
  readonly board: Board;
  readonly proposal: Proposal;
  readonly place: PlaceView | null;
}

export function Figures({ board, proposal, place }: FiguresProps) {
  const w = useWords(words);
  const { baseline, instance, scenario } = board;
  const difference = baseline ? tidy(proposal.cost - baseline.cost) : 0;
  const source = { source: w.costSource, on: scenario.day };
  const outcomes = Object.values(proposal.outcomes);
  const count = (outcome: 'merge' | 'convert' | 'abolish') => outcomes.filter((one) => one === outcome).length;
  const { staff, zones, detachedPieces } = proposal;
  const cap = instance.caps.zones;
  return (
    <FigureRow>
      <Figure
        label={w.cost}
        value={figure(proposal.cost)}
        unit={w.costUnit}
        note={difference === 0 ? w.sameAsBaseline : `${change(difference)} ${w.baseline}`}
        tone={difference > 0 ? 'warn' : 'info'}
        source={{ ...source, meaning: w.costMeaning }}
      />
      <Figure
        label={w.zones}
        value={zones}
        unit={w.zonesUnit}
        note={place ? w.quotaHere(place.name, place.zones.length, place.zonesMin, place.zonesMax) : w.capOf(cap)}
        tone={zones > cap ? 'bad' : 'info'}
        source={{ ...source, meaning: w.zonesMeaning }}
      />
      <Figure
        label={w.merged}
        value={count('merge')}
        note={`${w.convertedCount} ${count('convert')} · ${w.abolishedCount} ${count('abolish')}`}
        source={{ ...source, meaning: w.merged }}
      />
      <Figure label={w.pieces} value={detachedPieces} unit={w.piecesUnit} source={{ ...source, meaning: w.pieces }} />
      <Figure
        label={w.staffKept}
        value={figure(staff.kept, 0)}
        unit={w.staffUnit}
        note={staff.of > 0 ? w.staffNote(`${figure((staff.kept / staff.of) * 100, 1)} %`) : undefined}
        source={{ ...source, meaning: w.staffKept }}
      />
    </FigureRow>
  );
}
