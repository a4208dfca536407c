// The plan's totals, worked out live from its blocks, with the switch of units.
import { isMissing } from '@zhenghe/engine/kernel';
import { useMemo } from 'react';
import { AreaText, AreaUnitSwitch, Figure, FigureRow, MissingText, useAreaUnitWord, useWords } from '../../ui/index.ts';
import { growthOf, growthPercent, signed, sumsOf } from '../annex.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';

export function TotalsRow() {
  const { state, marks } = useDesk();
  const w = useWords(words);
  const unit = useAreaUnitWord();
  const { blocks, source, title } = state.plan;
  const total = useMemo(() => sumsOf(blocks), [blocks]);
  const [growth, percent] = [growthOf(total), growthPercent(total)];
  const from = (meaning: string) => ({ meaning, source: source ?? title });
  const mark = marks.get('plan//growth')?.standing;
  const rising = !isMissing(growth) && !growth.startsWith('-');
  return (
    <div className="totals">
      <FigureRow>
        <Figure label={w.areaBefore} value={<AreaText km2={total.areaBefore} bare />} unit={unit} source={from(w.areaBefore)} />
        <Figure label={w.areaAfter} value={<AreaText km2={total.areaAfter} bare />} unit={unit} source={from(w.areaAfter)} />
        <Figure
          label={w.editor.growth}
          tone={mark === 'blocks' ? 'bad' : 'info'}
          value={
            <>
              {rising ? '+' : ''}
              <AreaText km2={growth} bare />
            </>
          }
          unit={unit}
          note={isMissing(percent) ? <MissingText reason={percent.missing} /> : `${signed(percent)} %`}
          source={from(`${w.areaAfter} − ${w.areaBefore}`)}
        />
      </FigureRow>
      <AreaUnitSwitch />
    </div>
  );
}
